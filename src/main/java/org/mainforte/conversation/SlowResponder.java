package org.mainforte.conversation;

import java.util.Optional;

/**
 * Somebody who needs longer to answer than a transaction may last, such as a language model. {@link Assistant} asks them in
 * {@link SpeakingOrder} among the {@link Responder}s.
 */
public interface SlowResponder {
    SpeakingOrder place();

    /**
     * Looks whether this turn is theirs. Runs in a short transaction with the conversation's row locked: nothing slow here.
     *
     * @return what is to be thought over outside any transaction; empty leaves the turn to the next
     */
    Optional<Thought> prepare(Turn turn);
}
