package org.mainforte.conversation;

/** Somebody who can answer a turn. Rooms implement it; {@link Assistant} asks them in {@link SpeakingOrder}. */
public interface Responder {
    SpeakingOrder place();

    /**
     * Answers, or leaves the turn to the next. Runs in the transaction that stores the replies, with the conversation's row
     * locked: whatever it writes stands or falls with what the person is told.
     *
     * @return whether this responder took the turn
     */
    boolean respond(Turn turn, ReplySink sink);
}
