package org.mainforte.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ConversationId;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction knows for certain: the conversations whose rows it has locked, as they stand after its own writes, and the
 * messages it has added. Nobody else can change them before it ends, so they are not read twice; and when it is committed, the
 * readers are told from here.
 */
final class HeldRows implements TransactionSynchronization {
    private final Map<ConversationId, Conversation> held = new HashMap<>();
    private final Map<ConversationId, List<Message>> added = new HashMap<>();
    private boolean ended;

    private HeldRows() {}

    /** Those of the transaction that is open on this thread; empty when there is none. */
    static Optional<HeldRows> open() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()
                || !TransactionSynchronizationManager.isActualTransactionActive()) {
            return Optional.empty();
        }
        for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof HeldRows known) {
                return known.ended ? Optional.empty() : Optional.of(known);
            }
        }
        HeldRows fresh = new HeldRows();
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return Optional.of(fresh);
    }

    /** A conversation locked or written by this transaction. */
    Optional<Conversation> find(ConversationId id) {
        return Optional.ofNullable(held.get(id));
    }

    void hold(Conversation now) {
        held.put(now.id(), now);
    }

    void add(ConversationId id, Message message) {
        added.computeIfAbsent(id, first -> new ArrayList<>()).add(message);
    }

    void forget(ConversationId id) {
        held.remove(id);
        added.remove(id);
    }

    /** What its readers are told of a conversation once it is committed. */
    Feed.Signal.Changed told(ConversationId id) {
        @Nullable Conversation now = held.get(id);
        return now == null
                ? Feed.Signal.Changed.SOMEHOW
                : new Feed.Signal.Changed(now, added.getOrDefault(id, List.of()));
    }

    @Override
    public void savepointRollback(Object savepoint) {
        // Which of it stood before the savepoint is not known any more.
        held.clear();
        added.clear();
    }

    @Override
    public void afterCommit() {
        ended = true;
    }

    @Override
    public void afterCompletion(int status) {
        ended = true;
    }
}
