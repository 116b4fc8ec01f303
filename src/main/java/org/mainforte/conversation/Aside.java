package org.mainforte.conversation;

/**
 * Hears what an employee says while the assistant does not have the floor: an agent holds the conversation, or it is closed. Only
 * buttons of its own, such as the yes under a card; words are for the agent.
 */
public interface Aside {
    /** @return whether it was for this room; what it says is stored with the message */
    boolean hears(Conversation conversation, Turn turn, ReplySink sink);
}
