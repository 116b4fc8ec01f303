package org.mainforte.conversation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ConversationId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes whoever watches a conversation. The table is the truth: a signal says “look again”, so a lost or doubled one does no harm;
 * it also carries what was stored, so that a reader who has everything before it need not look. What another instance wrote is
 * noticed by a sweep of lately touched rows.
 */
@Component
public class Feed {
    private static final Duration LATELY = Duration.ofSeconds(4);

    /** What a watcher is told. */
    public sealed interface Signal {
        /**
         * Something was stored.
         *
         * @param now how the conversation stands by it; null when only a look at the table tells
         * @param messages what was added, in order
         */
        record Changed(@Nullable Conversation now, List<Message> messages) implements Signal {
            static final Changed SOMEHOW = new Changed(null, List.of());
        }

        /**
         * A piece of the answer to the employee's message {@code turn} is being written.
         *
         * @param anew whether it replaces what was shown of the answer so far
         */
        record Delta(int turn, String text, boolean anew) implements Signal {}

        /** Somebody is about to answer. */
        record Typing(String who) implements Signal {}
    }

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

    /** Tells the watchers at once, or after commit when a transaction is open: then with what it stored. */
    void changed(ConversationId id) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            tell(id, Signal.Changed.SOMEHOW);
            return;
        }
        Optional<HeldRows> rows = HeldRows.open();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                tell(id, rows.map(held -> held.told(id)).orElse(Signal.Changed.SOMEHOW));
            }
        });
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
            rows.touchedElsewhereWithin(LATELY).forEach(id -> tell(id, Signal.Changed.SOMEHOW));
        }
    }
}
