package org.mainforte.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two languages of the product, equal in everything. Written as ISO 639-1 codes outside: {@code fr}, {@code en}. */
public enum Language {
    FR,
    EN;

    @JsonValue
    public String code() {
        return this == FR ? "fr" : "en";
    }

    public Locale locale() {
        return this == FR ? Locale.FRANCE : Locale.UK;
    }

    public Language other() {
        return this == FR ? EN : FR;
    }

    /** Reads a language tag such as {@code en}, {@code en-GB} or {@code FR_fr}; anything that is not English is French. */
    @JsonCreator
    public static Language of(@Nullable String tag) {
        return tag != null && tag.toLowerCase(Locale.ROOT).startsWith("en") ? EN : FR;
    }
}
