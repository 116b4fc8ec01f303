package org.mainforte.conversation;

/** Knows the queue. The room that keeps it implements this for the feeds. */
@FunctionalInterface
public interface Standings {
    Standing of(Conversation conversation);
}
