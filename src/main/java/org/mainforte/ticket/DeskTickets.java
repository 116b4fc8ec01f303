package org.mainforte.ticket;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.mainforte.kernel.Problem;
import org.mainforte.ticket.TicketSystem.Reply;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the desk does with tickets where no other system keeps them. */
@Component
public class DeskTickets {
    private final TicketStore store;
    private final TicketTalk talk;
    private final Filing filing;
    private final Clock clock;

    DeskTickets(TicketStore store, TicketTalk talk, Filing filing, Clock clock) {
        this.store = store;
        this.talk = talk;
        this.filing = filing;
        this.clock = clock;
    }

    /** Those that somebody still has to do something for, the oldest first. */
    public List<Ticket> unfinished() {
        return store.unfinished();
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
        talk.replied(ticket, id.toString(), new Reply(id.toString(), clock.instant(), name, false, text));
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

    private Ticket ours(String reference) {
        Ticket ticket = store.lock(reference).orElseThrow(Problem::notFound);
        if (ticket.external() != null || ticket.state() == TicketState.RECORDED) {
            throw new Problem(409, "ticket-elsewhere");
        }
        return ticket;
    }
}
