package org.mainforte.handover;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a technician's visit ended. Written in lower case with hyphens. */
public enum VisitOutcome {
    FIXED,
    REPLACED,
    TO_FOLLOW,
    ABSENT;

    @JsonValue
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<VisitOutcome> of(String written) {
        return Arrays.stream(values())
                .filter(one -> one.written().equals(written))
                .findFirst();
    }
}
