package org.mainforte.ticket;

import java.util.List;
import java.util.Optional;
import org.mainforte.catalogue.OwnCases;
import org.mainforte.kernel.PersonId;
import org.mainforte.people.Employee;
import org.springframework.stereotype.Component;

/** The tickets of a person. Somebody else's is as if it did not exist. */
@Component
public class Tickets implements OwnCases {
    private final TicketStore store;
    private final TicketNotes notes;

    Tickets(TicketStore store, TicketNotes notes) {
        this.store = store;
        this.notes = notes;
    }

    /** What the employee and the desk said to each other about a ticket after it was opened, in order. */
    public List<Note> notes(Ticket ticket) {
        return notes.of(ticket.reference()).stream()
                .filter(note -> note.author() != Note.Author.AGENT)
                .toList();
    }

    /** All of this person, the newest first. */
    public List<Ticket> mine(PersonId person) {
        return store.of(person);
    }

    /** Those somebody still has to work on, the newest first. */
    public List<Ticket> openOf(PersonId person) {
        return mine(person).stream()
                .filter(ticket -> ticket.state().unfinished())
                .toList();
    }

    /** One of this person's, by its reference as people type it: case and spaces do not matter, nor a missing {@code T-}. */
    public Optional<Ticket> find(String reference, PersonId person) {
        String typed = key(reference);
        return mine(person).stream()
                .filter(ticket -> key(ticket.reference()).equals(typed)
                        || key(ticket.reference()).equals("t" + typed))
                .findFirst();
    }

    @Override
    public boolean has(Employee employee, String reference) {
        return mine(employee.id()).stream()
                .anyMatch(ticket -> ticket.reference().equals(reference));
    }

    @Override
    public Optional<String> room(String reference) {
        return store.find(reference).map(Ticket::room);
    }

    private static String key(String reference) {
        return reference.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
