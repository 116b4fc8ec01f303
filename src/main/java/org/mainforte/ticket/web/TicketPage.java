package org.mainforte.ticket.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.SiteId;
import org.mainforte.ticket.Ticket;
import org.mainforte.ticket.TicketCategory;
import org.mainforte.ticket.TicketState;
import org.mainforte.ticket.Urgency;

/** A ticket as the contract writes it. */
record TicketPage(
        String reference,
        String title,
        TicketCategory category,
        Urgency urgency,
        TicketState state,
        SiteId site,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String equipment,
        @Nullable ConversationId conversation,
        OffsetDateTime createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Ticket.@Nullable External external) {
    static TicketPage of(Ticket ticket) {
        return new TicketPage(
                ticket.reference(),
                ticket.title(),
                ticket.category(),
                ticket.urgency(),
                ticket.state(),
                ticket.site(),
                ticket.equipment(),
                ticket.conversation(),
                ticket.createdAt().atZone(ActingClock.PARIS).toOffsetDateTime(),
                ticket.external());
    }
}
