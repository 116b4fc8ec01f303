package org.mainforte.conversation;

import org.jspecify.annotations.Nullable;

/** Knows the queue. The room that keeps it implements this for the feeds. */
public interface Standings {
    Standing of(Conversation conversation);

    /**
     * The words of a message that told somebody's place in the queue, with the place of now; null when it told no place, or
     * nobody waits any more.
     */
    @Nullable
    String retold(Conversation conversation, Message message);
}
