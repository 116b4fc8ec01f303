package org.mainforte.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.SiteId;

/**
 * A case for the service desk.
 *
 * @param reference what the person quotes, such as {@code T-100001}
 * @param title one line
 * @param equipment the serial number of the device it is about, if one
 * @param room the meeting room it is about, if one
 * @param conversation where it was asked for; null when it was not in a conversation
 * @param context the step of a guide that was reached and what was tried, in words
 * @param phone where to call the person, as they gave it
 * @param external where the outside system keeps it; null while it is only here
 */
public record Ticket(
        String reference,
        PersonId person,
        SiteId site,
        String title,
        TicketCategory category,
        Urgency urgency,
        TicketState state,
        @Nullable String equipment,
        @Nullable String room,
        @Nullable ConversationId conversation,
        String description,
        @Nullable String context,
        @Nullable String phone,
        Instant createdAt,
        @Nullable External external) {

    /** A ticket as the outside system names it; {@code url} is a page the person may open, if there is one. */
    public record External(
            String system, String id, @Nullable String url) {}

    Ticket as(TicketState now, @Nullable External elsewhere) {
        return new Ticket(
                reference,
                person,
                site,
                title,
                category,
                urgency,
                now,
                equipment,
                room,
                conversation,
                description,
                context,
                phone,
                createdAt,
                elsewhere);
    }
}
