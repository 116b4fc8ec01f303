package org.mainforte.ticket;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.CaseFile.Enclosure;
import org.mainforte.kernel.Problem;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.mainforte.ticket.TicketSystem.Reply;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the desk does with tickets. It reads them all, and writes in those that no other system keeps. */
@Component
public class DeskTickets {
    private static final int PEOPLE = 50;

    private final TicketStore store;
    private final TicketNotes notes;
    private final TicketReads reads;
    private final TicketTalk talk;
    private final TicketSystem system;
    private final Filing filing;
    private final Directory directory;
    private final Clock clock;

    DeskTickets(
            TicketStore store,
            TicketNotes notes,
            TicketReads reads,
            TicketTalk talk,
            TicketSystem system,
            Filing filing,
            Directory directory,
            Clock clock) {
        this.store = store;
        this.notes = notes;
        this.reads = reads;
        this.talk = talk;
        this.system = system;
        this.filing = filing;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A ticket in a list.
     *
     * @param person null when the directory does not know them any more
     * @param answered whether the desk had the last word in it; false as long as nobody has answered
     */
    public record Line(Ticket ticket, @Nullable Employee person, boolean answered) {}

    /**
     * Everything about a ticket.
     *
     * @param transcript the conversation as it was when the ticket was opened
     * @param ours whether it is answered here, not in another system
     */
    public record Dossier(Line line, String transcript, List<Note> notes, List<Enclosure> files, boolean ours) {}

    /**
     * Those that fit, 200 at most: what still has to be done by urgency and age, or else the newest first.
     *
     * @param words in the reference, the title, the description or the person's name; all when blank
     */
    public List<Line> find(String words, boolean unfinished) {
        String wanted = words.strip();
        List<String> people = wanted.isEmpty()
                ? List.of()
                : directory.named(wanted).stream()
                        .limit(PEOPLE)
                        .map(person -> person.id().value())
                        .toList();
        return store.search(wanted, people, unfinished).stream().map(this::line).toList();
    }

    private Line line(Ticket ticket) {
        boolean answered = notes.last(ticket.reference())
                .filter(note -> note.author() == Note.Author.TECHNICIAN)
                .isPresent();
        return new Line(ticket, directory.find(ticket.person()).orElse(null), answered);
    }

    /** The whole ticket; who read it is kept. @throws Problem 404 when there is none */
    @Transactional
    public Dossier open(String reference, Employee reader) {
        Ticket ticket = store.find(reference).orElseThrow(Problem::notFound);
        reads.note(reference, reader, clock.instant());
        return new Dossier(
                line(ticket),
                store.transcript(reference),
                notes.of(reference),
                store.enclosures(reference),
                system.immediate() && ticket.external() == null);
    }

    /**
     * Replies to the employee.
     *
     * @param id the client's own id of the reply: the same again is not said twice
     * @throws Problem 404 when there is no such ticket, 409 {@code ticket-elsewhere} when another system keeps it
     */
    @Transactional
    public Ticket reply(String reference, UUID id, String name, String text) {
        Ticket ticket = ours(reference);
        talk.replied(ticket, id.toString(), new Reply(id.toString(), clock.instant(), name, false, text, List.of()));
        return ticket;
    }

    /** Puts the ticket into another state, and tells its employee. */
    @Transactional
    public Ticket become(String reference, TicketState state) {
        Ticket ticket = ours(reference);
        if (state == TicketState.RECORDED || state == ticket.state()) {
            return ticket;
        }
        Ticket now = filing.become(ticket, ticket.as(state, null));
        talk.became(ticket, state);
        return now;
    }

    /** Says anew how urgent it is. */
    @Transactional
    public void urge(String reference, Urgency urgency) {
        store.urge(ours(reference).reference(), urgency);
    }

    private Ticket ours(String reference) {
        Ticket ticket = store.lock(reference).orElseThrow(Problem::notFound);
        if (ticket.external() != null || !system.immediate()) {
            throw new Problem(409, "ticket-elsewhere");
        }
        return ticket;
    }
}
