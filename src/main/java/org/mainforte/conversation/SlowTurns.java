package org.mainforte.conversation;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mainforte.kernel.ConversationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The turns being thought over on this instance: their leases are kept alive, and they end when nobody waits for them. */
@Component
class SlowTurns {
    private static final Logger LOG = LoggerFactory.getLogger(SlowTurns.class);
    /** People reconnect: a page that reloads, a tunnel. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration SETTLED = Duration.ofSeconds(5);

    private final Map<ConversationId, Listening> underWay = new ConcurrentHashMap<>();
    private final TurnLeases leases;
    private final Feed feed;
    /** Whether the last renewal found leases; one whose turn ended without giving it back is cleared by the next. */
    private volatile boolean leftovers;

    SlowTurns(TurnLeases leases, Feed feed) {
        this.leases = leases;
        this.feed = feed;
    }

    boolean elsewhere(ConversationId id) {
        return leases.heldElsewhere(id);
    }

    /** Takes a turn, in the transaction that found it. */
    Listening begin(ConversationId id, int seq) {
        var listening = new Listening(id, seq, feed);
        // Known here before it can be seen in the table, so that no renewal takes it for a leftover.
        underWay.put(id, listening);
        leases.take(id, seq);
        return listening;
    }

    /** Gives the turn back, in the transaction that stores its answer. @return whether it was still ours */
    boolean finish(ConversationId id, int seq) {
        return leases.finish(id, seq);
    }

    /** The turn is no longer thought over here, whatever became of it. */
    void forget(ConversationId id, Listening listening) {
        underWay.remove(id, listening);
    }

    /** The person stops the answer, in the transaction that checked that they may. */
    void stop(ConversationId id) {
        leases.stop(id);
        end(id, Attention.Ending.STOPPED);
    }

    void end(ConversationId id, Attention.Ending reason) {
        Optional.ofNullable(underWay.get(id)).ifPresent(listening -> listening.end(reason));
    }

    @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
    void noticeWhoLeft() {
        underWay.forEach((id, listening) -> {
            if (listening.unwatched(feed.isWatched(id)) > GRACE.toNanos()) {
                listening.end(Attention.Ending.LEFT);
            }
        });
    }

    @Scheduled(fixedDelay = 2_500, initialDelay = 2_500)
    void renew() {
        if (underWay.isEmpty() && !leftovers) {
            return;
        }
        try {
            Map<ConversationId, TurnLeases.Held> held = leases.renew().stream()
                    .collect(Collectors.toMap(TurnLeases.Held::conversation, Function.identity()));
            leftovers = !held.isEmpty();
            held.values().forEach(this::compare);
            underWay.forEach((id, listening) -> {
                if (!held.containsKey(id) && listening.nanosSinceBegin() > SETTLED.toNanos()) {
                    listening.end(Attention.Ending.LOST);
                    underWay.remove(id, listening);
                }
            });
        } catch (DataAccessException | TransactionException unreachable) {
            // The leases run out by themselves, and whoever reaches the database takes the turns up.
            LOG.warn("The turns under way cannot be renewed now: {}", unreachable.toString());
        }
    }

    private void compare(TurnLeases.Held held) {
        Listening listening = underWay.get(held.conversation());
        if (listening == null) {
            leases.finish(held.conversation(), held.seq());
        } else if (listening.seq() == held.seq()) {
            if (!held.state().assisted()) {
                listening.end(Attention.Ending.LOST);
            } else if (held.stopped()) {
                listening.end(Attention.Ending.STOPPED);
            } else if (held.askedSeq() > held.seq()) {
                listening.end(Attention.Ending.INTERRUPTED);
            }
        }
    }

    @PreDestroy
    void leave() {
        underWay.values().forEach(listening -> listening.end(Attention.Ending.LOST));
        try {
            leases.releaseAll();
        } catch (DataAccessException unreachable) {
            LOG.warn("The turns under way run out by themselves: {}", unreachable.toString());
        }
    }
}
