package org.mainforte.advisor;

import org.mainforte.catalogue.Wishes;
import org.mainforte.conversation.Turn;
import org.mainforte.knowledge.Decision;

/** Whether a message is about another subject than ours: plainly so, or by its words when nothing in it is about IT. */
public final class Elsewhere {
    private static final int LONG_STORY = 40;

    private Elsewhere() {}

    /** Long stories mention much, and are never elsewhere. */
    public static boolean is(Turn turn, Decision decision) {
        if (turn.words().split(" ").length > LONG_STORY) {
            return false;
        }
        return Wishes.mentions("elsewhere", turn.text())
                || (Wishes.mentions("out-of-scope", turn.text())
                        && (!(decision instanceof Decision.Found) || !Wishes.mentions("it-subject", turn.text())));
    }
}
