package org.mainforte.kernel;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Every sentence the product itself says, in French and English, from {@code texts_fr.properties} and
 * {@code texts_en.properties}. Arguments follow {@link MessageFormat}; French typography is applied here, once.
 */
public final class Texts {
    private static final ResourceBundle FRENCH = bundle(Locale.FRENCH);
    private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);

    private Texts() {}

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "texts", locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * The text of a key.
     *
     * @throws MissingResourceException when a text was forgotten; a test compares both files
     */
    public static String get(Language language, String key, Object... arguments) {
        String pattern = (language == Language.FR ? FRENCH : ENGLISH).getString(key);
        String typographic = typeset(language, pattern);
        return arguments.length == 0
                ? typographic
                : new MessageFormat(typographic.replace("'", "''"), language.locale()).format(arguments);
    }

    public static boolean has(String key) {
        return FRENCH.containsKey(key);
    }

    /** Makes plain typing right for print: French gets its apostrophes, guillemets and narrow spaces; English is left as it is. */
    public static String typeset(Language language, String text) {
        return language == Language.FR ? FrenchTypography.of(text) : text;
    }

    /** A day as people say it: “lundi 23 novembre”, “Monday 23 November”. */
    public static String day(Language language, LocalDate day) {
        String pattern = language == Language.FR && day.getDayOfMonth() == 1 ? "EEEE d'er' MMMM" : "EEEE d MMMM";
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(day);
    }

    /** A time of day: “9 h 30”, “09:30”. */
    public static String time(Language language, ZonedDateTime at) {
        if (language == Language.EN) {
            return DateTimeFormatter.ofPattern("HH:mm").format(at);
        }
        String minutes = at.getMinute() == 0 ? "" : "\u00A0%02d".formatted(at.getMinute());
        return at.getHour() + "\u00A0h" + minutes;
    }

    /** Day and time together, in Paris: “lundi 23 novembre à 9 h 30”, “Monday 23 November at 09:30”. */
    public static String moment(Language language, Instant at) {
        ZonedDateTime there = at.atZone(ActingClock.PARIS);
        return day(language, there.toLocalDate()) + (language == Language.FR ? " à " : " at ") + time(language, there);
    }
}
