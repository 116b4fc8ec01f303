package org.mainforte.conversation;

import java.util.function.Consumer;

/** Somebody waits for the rest of an answer, or no longer does. Safe for use by several threads. */
public interface Attention {
    /** Why nobody waits any more. */
    enum Ending {
        /** The person said that it is enough. */
        STOPPED,
        /** The person has left the page. */
        LEFT,
        /** The person has written something else meanwhile. */
        INTERRUPTED,
        /** The turn is no longer the assistant's: an agent took over, the conversation was erased, the lease was lost. */
        LOST
    }

    /** Shows a piece of the answer live; not stored, not replayed. Nothing is shown once the attention has ended. */
    void delta(String text);

    /** What was shown of the answer so far does not stand; it begins anew. */
    void anew();

    /** Runs the action when the attention ends, on the thread that ends it, or now when it has ended; one action at most. */
    void whenEnded(Consumer<Ending> action);
}
