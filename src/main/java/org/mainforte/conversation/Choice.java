package org.mainforte.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.mainforte.catalogue.Offer;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;

/** A button under a message. The id is what comes back when it is pressed; clients do not look into it. */
public record Choice(String id, String label, Style style) {
    /** Asks for a person, from anywhere. */
    public static final String PERSON = "person";

    /** How a button looks: the main one, any other, or the way to a person. */
    public enum Style {
        PRIMARY,
        PLAIN,
        HUMAN;

        @JsonValue
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Style of(String written) {
            return valueOf(written.toUpperCase(Locale.ROOT));
        }
    }

    public static Choice primary(String id, String label) {
        return new Choice(id, label, Style.PRIMARY);
    }

    public static Choice plain(String id, String label) {
        return new Choice(id, label, Style.PLAIN);
    }

    public static Choice of(Offer offer) {
        return plain(offer.start().toString(), offer.label());
    }

    public static Choice person(Language language) {
        return new Choice(PERSON, Texts.get(language, "choice.person"), Style.HUMAN);
    }
}
