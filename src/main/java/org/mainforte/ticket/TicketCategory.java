package org.mainforte.ticket;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;

/** What a ticket is about. Written in lower case with hyphens. */
public enum TicketCategory {
    HARDWARE,
    ACCESSORY,
    ACCOUNT,
    NETWORK,
    SOFTWARE,
    DATA,
    MEETING_ROOM,
    DELIVERY,
    SECURITY,
    /** Somebody of the service desk is to call the person. */
    CALLBACK,
    OTHER;

    @JsonValue
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when there is no such category */
    public static TicketCategory of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public String label(Language language) {
        return Texts.get(language, "ticket.category." + written());
    }
}
