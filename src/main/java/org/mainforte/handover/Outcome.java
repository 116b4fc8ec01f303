package org.mainforte.handover;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a conversation with an agent ended. Written in lower case with hyphens. */
public enum Outcome {
    SOLVED,
    TICKET,
    APPOINTMENT,
    REQUEST,
    PERSON_GONE,
    OTHER;

    @JsonValue
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Outcome> of(String written) {
        return Arrays.stream(values())
                .filter(one -> one.written().equals(written))
                .findFirst();
    }
}
