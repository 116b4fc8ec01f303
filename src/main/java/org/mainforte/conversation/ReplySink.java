package org.mainforte.conversation;

/** Where a responder puts what it says. */
public interface ReplySink {
    /** A whole message, stored with the turn. */
    void say(Reply reply);

    /** A piece of an answer being written; shown live, not stored, not replayed. */
    void delta(String text);
}
