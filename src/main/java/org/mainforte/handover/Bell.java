package org.mainforte.handover;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.Floor;
import org.mainforte.kernel.ConversationId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes the desks' pages, and the people who wait, because a place in the queue changes for all when it changes for one. The
 * tables are the truth: a signal only says “look again”.
 */
@Component
class Bell {
    private final Set<BiConsumer<@Nullable ConversationId, @Nullable String>> desks = ConcurrentHashMap.newKeySet();
    private final HandoverRows rows;
    private final Floor floor;

    Bell(HandoverRows rows, Floor floor) {
        this.rows = rows;
        this.floor = floor;
    }

    /** Watches until the result is closed: a conversation in which somebody is writing, with their name, or nulls. */
    AutoCloseable watch(BiConsumer<@Nullable ConversationId, @Nullable String> desk) {
        desks.add(desk);
        return () -> desks.remove(desk);
    }

    /** What another instance changed, and waiting times that have passed. */
    @Scheduled(fixedDelay = 4_000, initialDelay = 4_000)
    void noticeOthers() {
        tell();
    }

    /** The queue has changed; told at once, or after commit when a transaction is open. */
    void changed() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    tell();
                }
            });
        } else {
            tell();
        }
    }

    private void tell() {
        desks.forEach(desk -> desk.accept(null, null));
        rows.waiting().forEach(waiting -> floor.changed(waiting.conversation()));
    }

    void typing(ConversationId conversation, String who) {
        desks.forEach(desk -> desk.accept(conversation, who));
    }
}
