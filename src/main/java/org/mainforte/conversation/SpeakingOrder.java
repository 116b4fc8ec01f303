package org.mainforte.conversation;

/** Who may speak first in a turn; the first that has something to say speaks alone. */
public enum SpeakingOrder {
    /** A password was pasted: that is said first, and the message is answered all the same. */
    SECRET,
    /** A card waits for a yes or a no. */
    OPEN_PROPOSAL,
    /** An agent holds the conversation: the assistant is silent. */
    AGENT,
    /** Theft, a clicked link, smoke, distress. */
    EMERGENCY,
    /** The wish for a person is heard in every state. */
    PERSON,
    /** A guide is under way. */
    GUIDE,
    /** A request is being filled in. */
    FILLING,
    /** The same as an emergency or the wish for a person, in words that no rule knows. */
    PRESSING,
    /** Something that can be started or looked up at once. */
    WISH,
    /** A language model, when there is one. */
    MODEL,
    /** The knowledge base, and the honest “I don't know”. */
    SEARCH
}
