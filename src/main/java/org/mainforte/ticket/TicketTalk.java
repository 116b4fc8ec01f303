package org.mainforte.ticket;

import java.time.Instant;
import org.mainforte.catalogue.NoticeBoard;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.markdown.Plain;
import org.mainforte.outside.Outbox;
import org.mainforte.people.Employee;
import org.mainforte.ticket.Note.Author;
import org.mainforte.ticket.TicketSystem.Reply;
import org.springframework.stereotype.Component;

/** What is said about a ticket, both ways. Call everything here in a transaction. */
@Component
class TicketTalk {
    private final TicketNotes notes;
    private final TicketSystem system;
    private final Outbox outbox;
    private final NoticeBoard board;

    TicketTalk(TicketNotes notes, TicketSystem system, Outbox outbox, NoticeBoard board) {
        this.notes = notes;
        this.system = system;
        this.outbox = outbox;
        this.board = board;
    }

    /** The employee adds something; the same id again changes nothing. */
    void said(Ticket ticket, Employee employee, String id, String text, Instant at) {
        var note = new Note(id, ticket.reference(), Author.EMPLOYEE, employee.name(), text, at, null);
        if (notes.insert(note) && !system.immediate()) {
            outbox.put(NoteErrand.KIND, id);
        }
    }

    /** Somebody of the desk replied; the employee is told where they asked. The same reply again changes nothing. */
    void replied(Ticket ticket, String id, Reply reply) {
        Author author = reply.byEmployee() ? Author.EMPLOYEE : Author.TECHNICIAN;
        var note = new Note(id, ticket.reference(), author, reply.author(), reply.text(), reply.at(), reply.id());
        var conversation = ticket.conversation();
        if (notes.insert(note) && author == Author.TECHNICIAN && conversation != null) {
            board.post(
                    conversation,
                    reply.author(),
                    language -> Texts.get(language, "ticket.replied", ticket.reference()) + "\n\n"
                            + Plain.asMarkdown(reply.text()),
                    language -> NoteRequest.offers(ticket, language));
        }
    }

    /** The desk put the ticket into another state. */
    void became(Ticket ticket, TicketState state) {
        var conversation = ticket.conversation();
        if (conversation != null) {
            board.post(
                    conversation,
                    null,
                    language -> said(ticket, state, language),
                    language -> NoteRequest.offers(ticket, language));
        }
    }

    private static String said(Ticket ticket, TicketState state, Language language) {
        return Texts.get(
                language, "ticket.became." + state.written(), ticket.reference(), Plain.asMarkdown(ticket.title()));
    }
}
