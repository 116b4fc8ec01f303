package org.mainforte.conversation;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets only so many turns into the database at once that requests and readers find a connection too. A turn that has to wait does
 * so here, first come first served, without a connection and without an end: it is stored, and the sweep would only wait again.
 */
@Component
class TurnGate {
    /** Of the pool's 20; more than two processors can use, fewer than would starve the others. */
    private static final int AT_ONCE = 8;

    private final Semaphore room = new Semaphore(AT_ONCE, true);
    private final TransactionTemplate transaction;

    TurnGate(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    <T extends @Nullable Object> T execute(TransactionCallback<T> turn) {
        room.acquireUninterruptibly();
        try {
            return transaction.execute(turn);
        } finally {
            room.release();
        }
    }
}
