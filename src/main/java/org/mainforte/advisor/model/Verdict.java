package org.mainforte.advisor.model;

import java.util.Locale;
import java.util.Optional;

/** What became of a model's turn. The first three may be given by the model; the others follow from what it did. */
enum Verdict {
    CLARIFICATION,
    UNKNOWN,
    OUT_OF_SCOPE,
    ANSWER,
    TOLD,
    STEP,
    FORM,
    PROPOSAL,
    HANDOVER,
    PLAIN;

    String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the model may say of its own turn. */
    static Optional<Verdict> given(String written) {
        for (Verdict one : new Verdict[] {CLARIFICATION, UNKNOWN, OUT_OF_SCOPE}) {
            if (one.tag().equals(written)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
