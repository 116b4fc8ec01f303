package org.mainforte.guide;

import java.util.Locale;
import org.mainforte.conversation.Turn;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.PersonId;

/**
 * One person's way through one guide.
 *
 * @param conversation where it was shown last
 * @param step the anchor of the step that is next to do
 * @param tries how often that step has failed
 * @param shown the number of the message that showed it, at the least: other messages may have come in between
 */
record GuideRun(
        String id,
        ConversationId conversation,
        PersonId person,
        String guide,
        String step,
        State state,
        int tries,
        int shown) {

    /** Under way, set aside with its place kept, or finished. */
    enum State {
        RUNNING,
        STOPPED,
        DONE;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String column) {
            return valueOf(column.toUpperCase(Locale.ROOT));
        }
    }

    /** As it stands when somebody moved on in it. */
    GuideRun moved(String to, State now, Turn turn) {
        return new GuideRun(id, turn.conversation(), person, guide, to, now, 0, turn.seq() + 1);
    }

    boolean running() {
        return state == State.RUNNING;
    }

    boolean finished() {
        return state == State.DONE;
    }
}
