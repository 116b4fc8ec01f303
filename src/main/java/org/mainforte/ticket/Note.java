package org.mainforte.ticket;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something said about a ticket after it was opened. {@code externalId} is null as long as the ticket system has not got it. */
public record Note(
        String id,
        String ticket,
        Author author,
        String name,
        String text,
        Instant at,
        @Nullable String externalId) {
    /** Who said it. */
    public enum Author {
        EMPLOYEE,
        TECHNICIAN,
        /** For colleagues: the employee does not read it. */
        AGENT;

        @JsonValue
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
