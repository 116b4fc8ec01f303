package org.mainforte.ticket;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;

/** How much the person's work suffers, in their own judgement. Written in lower case. */
public enum Urgency {
    /** They can work. */
    NORMAL,
    /** They are hindered. */
    HIGH,
    /** They cannot work. */
    URGENT;

    @JsonValue
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such urgency */
    public static Urgency of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }

    public String label(Language language) {
        return Texts.get(language, "ticket.urgency." + written());
    }
}
