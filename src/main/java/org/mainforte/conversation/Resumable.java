package org.mainforte.conversation;

import java.util.Optional;

/** Something under way that a digression may interrupt: it offers the way back. */
public interface Resumable {
    /** The button that leads back to it; empty when nothing is under way. */
    Optional<Choice> comeBack(Turn turn);
}
