package org.mainforte.ticket;

import org.mainforte.outside.Errand;
import org.mainforte.outside.NotYet;
import org.mainforte.outside.Outbox;
import org.mainforte.ticket.Ticket.External;
import org.mainforte.ticket.TicketSystem.NoteToFile;
import org.springframework.stereotype.Component;

/** Brings what was said later to the ticket outside: after the ticket, and one after the other. */
@Component
class NoteErrand implements Errand {
    static final String KIND = "ticket-note";

    private final TicketStore store;
    private final TicketNotes notes;
    private final TicketSystem system;
    private final Outbox outbox;

    NoteErrand(TicketStore store, TicketNotes notes, TicketSystem system, Outbox outbox) {
        this.store = store;
        this.notes = notes;
        this.system = system;
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String destination() {
        return system.name();
    }

    @Override
    public void run(String id, int attempt) {
        Note note = notes.find(id).filter(found -> found.externalId() == null).orElse(null);
        Ticket ticket = note == null ? null : store.find(note.ticket()).orElse(null);
        if (note == null || ticket == null) {
            return;
        }
        External external = ticket.external();
        if (external == null) {
            throw new NotYet("The ticket itself is not there yet");
        }
        var waiting = notes.unsent(note.ticket());
        if (!waiting.getFirst().id().equals(id)) {
            throw new NotYet("An earlier note goes first");
        }
        notes.sent(id, system.add(external, toFile(note, ticket), attempt > 1));
        waiting.stream().skip(1).findFirst().ifPresent(next -> outbox.wake(KIND, next.id()));
    }

    private NoteToFile toFile(Note note, Ticket ticket) {
        return new NoteToFile(
                ticket,
                note.id(),
                note.name(),
                note.text(),
                note.author() == Note.Author.AGENT,
                store.enclosures(ticket.reference(), note.id()));
    }

    /** It stays in the conversation and in the ticket here; the next one goes on. */
    @Override
    public void giveUp(String id) {
        notes.find(id).ifPresent(note -> {
            notes.sent(id, "given-up " + id);
            notes.unsent(note.ticket()).stream().findFirst().ifPresent(next -> outbox.wake(KIND, next.id()));
        });
    }
}
