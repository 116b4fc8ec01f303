package org.mainforte.ticket.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.SiteId;
import org.mainforte.ticket.Note;
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
        @JsonInclude(JsonInclude.Include.NON_NULL) Ticket.@Nullable External external,
        List<Said> notes) {
    /** Something said about the ticket after it was opened. */
    record Said(OffsetDateTime at, Author author, String text) {}

    record Author(Note.Author kind, String name) {}

    static TicketPage of(Ticket ticket, List<Note> notes) {
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
                ticket.external(),
                notes.stream().map(TicketPage::said).toList());
    }

    static Said said(Note note) {
        return new Said(
                note.at().atZone(ActingClock.PARIS).toOffsetDateTime(),
                new Author(note.author(), note.name()),
                note.text());
    }
}
