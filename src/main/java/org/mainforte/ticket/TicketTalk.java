package org.mainforte.ticket;

import java.util.List;
import org.mainforte.catalogue.CaseFile.Enclosure;
import org.mainforte.catalogue.NoticeBoard;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.markdown.Plain;
import org.mainforte.outside.Outbox;
import org.mainforte.ticket.Note.Author;
import org.mainforte.ticket.TicketSystem.Reply;
import org.springframework.stereotype.Component;

/** What is said about a ticket, both ways. Call everything here in a transaction. */
@Component
class TicketTalk {
    private final TicketStore store;
    private final TicketNotes notes;
    private final TicketSystem system;
    private final Outbox outbox;
    private final NoticeBoard board;

    TicketTalk(TicketStore store, TicketNotes notes, TicketSystem system, Outbox outbox, NoticeBoard board) {
        this.store = store;
        this.notes = notes;
        this.system = system;
        this.outbox = outbox;
        this.board = board;
    }

    /**
     * Somebody adds something; the same id again changes nothing.
     *
     * @param files those of the conversation; what the ticket has already is not added again
     * @return the files that were added
     */
    List<Enclosure> said(Note note, List<Enclosure> files) {
        if (!notes.insert(note)) {
            return List.of();
        }
        List<Enclosure> added = files.stream()
                .filter(file -> store.enclose(note.ticket(), file, note.id()))
                .toList();
        if (!system.immediate()) {
            outbox.put(NoteErrand.KIND, note.id());
        }
        return added;
    }

    /** Somebody of the desk replied; the employee is told where they asked. The same reply again changes nothing. */
    void replied(Ticket ticket, String id, Reply reply) {
        Author author = reply.byEmployee() ? Author.EMPLOYEE : Author.TECHNICIAN;
        String files = String.join(", ", reply.files());
        String kept = files.isEmpty() ? reply.text() : (reply.text() + "\n\n[" + files + "]").strip();
        var note = new Note(id, ticket.reference(), author, reply.author(), kept, reply.at(), reply.id());
        var conversation = ticket.conversation();
        if (notes.insert(note) && author == Author.TECHNICIAN && conversation != null) {
            board.post(
                    conversation,
                    reply.author(),
                    language -> said(ticket, reply, language),
                    language -> NoteRequest.offers(ticket, language));
        }
    }

    private static String said(Ticket ticket, Reply reply, Language language) {
        var said = new StringBuilder(Texts.get(language, "ticket.replied", ticket.reference()));
        if (!reply.text().isBlank()) {
            said.append("\n\n").append(Plain.asMarkdown(reply.text()));
        }
        if (!reply.files().isEmpty()) {
            String names = Plain.asMarkdown(String.join(", ", reply.files()));
            said.append("\n\n").append(Texts.get(language, "ticket.replied.files", names));
        }
        return said.toString();
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
