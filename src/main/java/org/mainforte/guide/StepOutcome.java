package org.mainforte.guide;

import java.time.Instant;
import java.util.Locale;

/** What became of a step, as the log keeps it for whoever takes over. */
enum StepOutcome {
    DONE,
    FAILED,
    EXPLAINED,
    SKIPPED;

    /** One line of the log. */
    record Entry(String step, StepOutcome outcome, Instant at) {}

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StepOutcome of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }

    /** Whether the person went on to the next step. */
    boolean passed() {
        return this == DONE || this == SKIPPED;
    }
}
