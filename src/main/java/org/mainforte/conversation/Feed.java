package org.mainforte.conversation;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.mainforte.kernel.ConversationId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes whoever watches a conversation. The table is the truth: a signal only says “look again”, so a lost or doubled one does
 * no harm. What another instance wrote is noticed by a sweep of lately touched rows.
 */
@Component
public class Feed {
    /** Who writes when a person of the desk does, in {@link Signal.Typing}. */
    public static final String AGENT = "agent";

    private static final Duration LATELY = Duration.ofSeconds(4);

    /** What a watcher is told. */
    public sealed interface Signal {
        /** Something was stored. */
        record Changed() implements Signal {}

        /**
         * A piece of the answer to the employee's message {@code turn} is being written.
         *
         * @param anew whether it replaces what was shown of the answer so far
         */
        record Delta(int turn, String text, boolean anew) implements Signal {}

        /** Somebody is about to answer. */
        record Typing(String who) implements Signal {}
    }

    private static final Signal CHANGED = new Signal.Changed();

    private final Map<ConversationId, Set<Consumer<Signal>>> watchers = new ConcurrentHashMap<>();
    private final ConversationRows rows;

    Feed(ConversationRows rows) {
        this.rows = rows;
    }

    /** Watches a conversation until the result is closed. The consumer must return at once. */
    public AutoCloseable watch(ConversationId id, Consumer<Signal> watcher) {
        watchers.compute(id, (key, set) -> {
            Set<Consumer<Signal>> all = set == null ? ConcurrentHashMap.newKeySet() : set;
            all.add(watcher);
            return all;
        });
        return () -> watchers.computeIfPresent(id, (key, set) -> {
            set.remove(watcher);
            return set.isEmpty() ? null : set;
        });
    }

    boolean isWatched(ConversationId id) {
        return watchers.containsKey(id);
    }

    /** Tells the watchers at once, or after commit when a transaction is open. */
    void changed(ConversationId id) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    tell(id, CHANGED);
                }
            });
        } else {
            tell(id, CHANGED);
        }
    }

    void tell(ConversationId id, Signal signal) {
        Set<Consumer<Signal>> set = watchers.get(id);
        if (set != null) {
            set.forEach(watcher -> watcher.accept(signal));
        }
    }

    @Scheduled(fixedDelay = 2_000, initialDelay = 2_000)
    void noticeOthers() {
        if (!watchers.isEmpty()) {
            rows.touchedWithin(LATELY).forEach(id -> tell(id, CHANGED));
        }
    }
}
