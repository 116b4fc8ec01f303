package org.mainforte.advisor.model;

import java.util.Locale;

/** The model let a turn down; the plain path answers. Not an error of the program: no stack trace, and no words of the provider. */
final class ModelFailure extends RuntimeException {
    private final Kind kind;

    ModelFailure(Kind kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    /** What went wrong; the name is a tag of the metrics. */
    enum Kind {
        NO_FIRST_TOKEN,
        STALLED,
        REFUSED_KEY,
        TOO_MANY_REQUESTS,
        SERVER_ERROR,
        UNREACHABLE,
        CUT,
        MALFORMED,
        EMPTY,
        TOO_LONG,
        ENDLESS_TOOLS,
        WRONG_TOOL,
        TURN_TOO_LONG,
        TURN_BUDGET,
        FILTERED,
        SWITCHED_OFF;

        /** Whether the provider is to blame, so that the next people are spared it. */
        boolean ofTheProvider() {
            return this != SWITCHED_OFF && this != TURN_BUDGET && this != FILTERED;
        }

        String tag() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Kind kind() {
        return kind;
    }
}
