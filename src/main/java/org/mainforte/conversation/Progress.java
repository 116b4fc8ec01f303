package org.mainforte.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** How far a person came in a procedure. */
public record Progress(String title, List<Step> steps) {
    /** @param number from 1 @param failures how often it was said not to work */
    public record Step(int number, String title, State state, int failures) {}

    /** What became of a step. Written in lower case. */
    public enum State {
        DONE,
        SKIPPED,
        /** The step to do now. */
        CURRENT,
        AHEAD;

        @JsonValue
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Progress {
        steps = List.copyOf(steps);
    }
}
