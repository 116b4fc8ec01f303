package org.mainforte.ticket;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainforte.outside.Refused;
import org.mainforte.outside.Unavailable;
import org.mainforte.ticket.TicketSystem.Seen;
import org.mainforte.ticket.TicketSystem.Touched;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads back what the desk does in its own system: states and replies. One instance at a time. */
@Component
class TicketFeed {
    private static final Logger LOG = LoggerFactory.getLogger(TicketFeed.class);
    private static final int A_FEW = 3;
    private static final int EVERYTHING = 100_000;

    private final TicketStore store;
    private final TicketNotes notes;
    private final Filing filing;
    private final TicketTalk talk;
    private final TicketSystem system;
    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final TransactionTemplate change;
    private volatile String lookedAt = "";

    TicketFeed(
            TicketStore store,
            TicketNotes notes,
            Filing filing,
            TicketTalk talk,
            TicketSystem system,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.notes = notes;
        this.filing = filing;
        this.talk = talk;
        this.system = system;
        this.jdbc = jdbc;
        reading = new TransactionTemplate(transactions);
        // A change is told as soon as it is read: it must not wait for the rest, nor hold conversations meanwhile.
        change = new TransactionTemplate(transactions);
        change.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Scheduled(fixedDelayString = "${mainforte.ticket.poll:10s}", initialDelay = 2_000)
    void poll() {
        look();
    }

    /** @return whether there was a change to look at */
    boolean look() {
        if (system.immediate()) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(reading.execute(status -> read()));
        } catch (Unavailable | Refused failure) {
            LOG.warn(
                    "The changes in {} could not be read; they are asked again: {}",
                    system.name(),
                    failure.getMessage());
            return false;
        }
    }

    private boolean read() {
        jdbc.sql("insert into ticket_feed (system) values (:system) on conflict do nothing")
                .param("system", system.name())
                .update();
        return jdbc.sql("select position from ticket_feed where system = :system for update skip locked")
                .param("system", system.name())
                .query((row, number) -> new Position(row.getString("position")))
                .optional()
                .map(this::readFrom)
                .orElse(false);
    }

    private record Position(@Nullable String value) {}

    private boolean readFrom(Position from) {
        Touched touched = system.touched(from.value());
        Set<String> ids = new TreeSet<>(touched.ids());
        ids.addAll(inTurn(from.value() == null ? EVERYTHING : A_FEW));
        ids.forEach(this::refresh);
        jdbc.sql("update ticket_feed set position = :position where system = :system")
                .param("position", touched.position())
                .param("system", system.name())
                .update();
        return !touched.ids().isEmpty();
    }

    /** Some of those that are not finished, one after the other: that a ticket was deleted stands in no feed. */
    private List<String> inTurn(int many) {
        List<String> some = store.unfinishedElsewhere(system.name(), lookedAt, many);
        lookedAt = some.size() < many ? "" : some.getLast();
        return some;
    }

    private void refresh(String id) {
        for (Ticket ticket : store.byExternal(system.name(), id)) {
            try {
                refresh(ticket);
            } catch (Refused outOfSight) {
                LOG.warn("{} is left as it was: {}", ticket.reference(), outOfSight.getMessage());
            }
        }
    }

    private void refresh(Ticket ticket) {
        String own = Objects.requireNonNull(ticket.external(), "an outside id").id();
        Seen seen = system.read(own, notes.externalIds(ticket.reference()));
        change.executeWithoutResult(status -> apply(ticket.reference(), seen));
    }

    private void apply(String reference, Seen seen) {
        store.lock(reference).ifPresent(ticket -> {
            Optional.ofNullable(seen.mergedInto()).ifPresent(other -> store.mergedInto(reference, other));
            seen.replies()
                    .forEach(reply -> talk.replied(ticket, UUID.randomUUID().toString(), reply));
            TicketState now = seen.state();
            if (now != null && now != ticket.state()) {
                filing.become(ticket, ticket.as(now, ticket.external()));
                talk.became(ticket, now);
            }
        });
    }
}
