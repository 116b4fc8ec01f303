package org.mainforte.conversation;

/** A turn being thought over. {@link #think} is called once, then {@link #conclude} at most once, on one thread. */
public interface Thought {
    /**
     * Takes its time, on a virtual thread, outside any transaction and while the turn's lease is kept alive. Returns soon after
     * the attention has ended. Writes nothing that the person would notice: what it finds is said by {@link #conclude}.
     */
    void think(Attention attention);

    /**
     * Says what was found, in the transaction that stores the replies, when the turn is still the assistant's. The turn's
     * dialogue is that of this moment.
     *
     * @return whether it answered; when not, the next speaker in {@link SpeakingOrder} does, after what was said here
     */
    boolean conclude(Turn turn, ReplySink sink);
}
