package org.mainforte.knowledge;

/** Keeps what is personal out of a question before it is sent to an endpoint that makes vectors. */
public interface Outgoing {
    /** The question as it may leave the house; what was left out leaves no mark. */
    String masked(String question);
}
