package org.mainforte.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.SiteId;

/** A ticket exists from now on; published in the transaction that stores it. {@code at} is when the person confirmed it. */
public record TicketOpened(
        String reference,
        PersonId person,
        SiteId site,
        TicketCategory category,
        Urgency urgency,
        @Nullable ConversationId conversation,
        Instant at) {
    static TicketOpened of(Ticket ticket) {
        return new TicketOpened(
                ticket.reference(),
                ticket.person(),
                ticket.site(),
                ticket.category(),
                ticket.urgency(),
                ticket.conversation(),
                ticket.createdAt());
    }
}
