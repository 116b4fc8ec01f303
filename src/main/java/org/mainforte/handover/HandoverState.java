package org.mainforte.handover;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far the way to a person has come. Written in lower case. */
public enum HandoverState {
    /** Wished for; the ticket that comes first is being opened. */
    ASKED,
    /** Waits in the queue; the assistant goes on helping. */
    OFFERED,
    /** An agent talks; the assistant is silent. */
    HELD,
    /** The person has gone back to the assistant; the agent notes how it ended. */
    WRAP,
    ENDED;

    @JsonValue
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    static HandoverState of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }
}
