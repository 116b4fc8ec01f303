package org.mainforte.ticket;

import java.time.Clock;
import org.mainforte.outside.Errand;
import org.mainforte.outside.Outbox;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.mainforte.ticket.TicketSystem.CaseToFile;
import org.mainforte.ticket.TicketSystem.Filed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings tickets to the system in which the desk works: in the same transaction when it is ours, as an errand otherwise. */
@Component
class Filing implements Errand {
    private static final Logger LOG = LoggerFactory.getLogger(Filing.class);
    static final String KIND = "ticket";

    private final TicketStore store;
    private final TicketNotes notes;
    private final TicketSystem system;
    private final Outbox outbox;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Filing(
            TicketStore store,
            TicketNotes notes,
            TicketSystem system,
            Outbox outbox,
            Directory directory,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.notes = notes;
        this.system = system;
        this.outbox = outbox;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    /** Takes a ticket just stored, in its transaction. @return the ticket as it stands then */
    Ticket take(Ticket ticket) {
        if (!system.immediate()) {
            outbox.put(KIND, ticket.reference());
            return ticket;
        }
        return become(ticket, ticket.as(TicketState.OPEN, null));
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
    public void run(String reference, int attempt) {
        Ticket ticket = store.find(reference).orElse(null);
        if (ticket == null || ticket.external() != null) {
            return;
        }
        Filed filed = system.create(toFile(ticket), attempt > 1);
        if (!filed.dropped().isEmpty()) {
            LOG.warn("{} did not keep {} of ticket {}; its text has it", system.name(), filed.dropped(), reference);
        }
        become(ticket, ticket.as(filed.state(), filed.external()));
        notes.unsent(reference).stream().findFirst().ifPresent(note -> outbox.wake(NoteErrand.KIND, note.id()));
    }

    private CaseToFile toFile(Ticket ticket) {
        Employee employee = directory.find(ticket.person()).orElse(null);
        return new CaseToFile(
                ticket,
                store.key(ticket.reference()),
                employee,
                CaseText.of(ticket, employee, store.transcript(ticket.reference())),
                store.enclosures(ticket.reference(), null));
    }

    /** Stores what a ticket has become, and tells of it. */
    Ticket become(Ticket before, Ticket now) {
        store.filed(now);
        events.publishEvent(
                new TicketStateChanged(now.reference(), now.site(), before.state(), now.state(), clock.instant()));
        return now;
    }
}
