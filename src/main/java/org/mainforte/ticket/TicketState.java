package org.mainforte.ticket;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a ticket stands. Written in lower case. */
public enum TicketState {
    /** Kept here, not yet accepted by the outside system. */
    RECORDED,
    OPEN,
    /** The desk cannot go on before something happens: an answer, a part, a visit. */
    WAITING,
    RESOLVED,
    CLOSED;

    @JsonValue
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such state */
    public static TicketState of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }

    /** Whether somebody still has to do something. */
    public boolean unfinished() {
        return this != RESOLVED && this != CLOSED;
    }
}
