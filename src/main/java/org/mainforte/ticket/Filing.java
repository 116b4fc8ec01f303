package org.mainforte.ticket;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.mainforte.ticket.TicketSystem.CaseToFile;
import org.mainforte.ticket.TicketSystem.Filed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings tickets to the outside system and their states back. The ticket's row is its own outbox: it stays recorded until the
 * system has accepted it, attempts are spaced with back-off and jitter.
 */
@Component
class Filing {
    private static final Logger LOG = LoggerFactory.getLogger(Filing.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final TicketStore store;
    private final TicketSystem system;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Filing(
            TicketStore store,
            TicketSystem system,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.system = system;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes a ticket just stored, in its transaction. @return the ticket as it stands then */
    Ticket take(Ticket ticket) {
        if (system.immediate()) {
            return filed(ticket);
        }
        store.fileIn(ticket.reference(), Duration.ZERO, 0);
        return ticket;
    }

    /** Sends what is due. */
    @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
    void sweep() {
        store.dueToFile(50).forEach(this::send);
    }

    private void send(String reference) {
        try {
            transaction.executeWithoutResult(
                    status -> store.lockToFile(reference).ifPresent(this::filed));
        } catch (RuntimeException failure) {
            LOG.error("Ticket {} was not accepted by the outside system; it will be tried again", reference, failure);
            int attempts = store.attempts(reference) + 1;
            store.fileIn(reference, backOff(attempts), attempts);
        }
    }

    private Ticket filed(Ticket ticket) {
        Filed filed = system.create(
                new CaseToFile(ticket, store.transcript(ticket.reference()), store.enclosures(ticket.reference())));
        return become(ticket, ticket.as(filed.state(), filed.external()));
    }

    /** Reads back how the outside system's work goes. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    void refresh() {
        store.unfinishedElsewhere().forEach(this::refresh);
    }

    private void refresh(Ticket ticket) {
        var external = ticket.external();
        if (external == null) {
            return;
        }
        try {
            Optional<TicketState> now = system.state(external).filter(state -> state != ticket.state());
            now.ifPresent(
                    state -> transaction.executeWithoutResult(status -> become(ticket, ticket.as(state, external))));
        } catch (RuntimeException failure) {
            LOG.warn("The state of ticket {} could not be read; it is asked again", ticket.reference(), failure);
        }
    }

    private Ticket become(Ticket before, Ticket now) {
        store.filed(now);
        events.publishEvent(
                new TicketStateChanged(now.reference(), now.site(), before.state(), now.state(), clock.instant()));
        return now;
    }

    private static Duration backOff(int attempts) {
        long seconds = Math.min(LONGEST_WAIT.toSeconds(), 1L << Math.min(attempts, 9));
        return Duration.ofSeconds(seconds + ThreadLocalRandom.current().nextLong(1 + seconds / 2));
    }
}
