package org.mainforte.conversation;

import java.time.Duration;
import org.mainforte.people.Employee;

/**
 * A message just stored by this instance, handed on in memory so that its turn need not read it again.
 *
 * @param before the number of the person's message before it, 0 when there is none
 * @param since when it was stored, as {@link System#nanoTime} counts
 */
record Fresh(MessageRows.Asked asked, Employee employee, int before, long since) {
    /** Before the sweep of another instance could take it for left behind. */
    private static final Duration LONGEST = Assistant.LEFT_BEHIND.minusSeconds(1);

    Fresh(MessageRows.Asked asked, Employee employee, int before) {
        this(asked, employee, before, System.nanoTime());
    }

    /** Whether it is the one to answer next, in a conversation whose row is locked, and nobody else can be at it. */
    boolean isNextOf(Conversation conversation) {
        return conversation.state().assisted()
                && conversation.answeredSeq() < asked.seq()
                && conversation.answeredSeq() >= before
                && System.nanoTime() - since < LONGEST.toNanos();
    }
}
