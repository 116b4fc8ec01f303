package org.mainforte.advisor.model;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Numbers, times and days as people write them, in one form each so that two texts can be compared. */
final class Figures {
    /** Tickets, orders, appointments: one letter or three, a hyphen, digits. */
    private static final Pattern REFERENCE = Pattern.compile("\\b[A-Za-z]{1,4}[-‑–_]?\\d{5,10}\\b");
    /** Five digits or more, with or without separators: a phone number, a code. */
    private static final Pattern DIGITS = Pattern.compile("\\d(?:[ .\\u00A0\\u202F-]?\\d){4,}+");

    /** Shorter numbers, which mean something where it is said what they number. */
    private static final Pattern SHORT = Pattern.compile("(?<![\\p{L}\\d.,])\\d{3,4}(?![\\p{L}\\d]|[.,]\\d)");

    private static final Pattern NAMED = Pattern.compile(
            "(?:\\b(?:ticket|incident|demande|commande|dossier|reference|numero|casier|code|pin|locker|order|request|case|number)|n°|#)"
                    + "(?: (?:est|is|numero|number|no|n°))?(?: (?:le|the))?[ :#°]{0,3}(\\d{3,4})(?![\\d.,]?\\d)(?! (?:caracteres|characters|chiffres|digits))");

    private static final Pattern CODE = Pattern.compile("(?i)\\b(?:0x[0-9a-f]{4,16}|kb\\d{6,8})\\b");

    private static final Pattern TIME =
            Pattern.compile("\\b([01]?\\d|2[0-3])[ \\u00A0\\u202F]?(?:h|heures?|:)[ \\u00A0\\u202F]?([0-5]\\d)\\b"
                    + "|\\b(?:a|at|des|vers|entre|from|until|jusqu'a|avant|before|apres|after)[ \\u00A0\\u202F]([01]?\\d|2[0-3])[ \\u00A0\\u202F]?(?:h|heures?)\\b"
                    + "|\\b(1[0-2]|0?[1-9])[ \\u00A0\\u202F]?(am|pm)\\b");

    private static final Pattern DAY = Pattern.compile(
            "\\b(\\d{1,2})(?:er|st|nd|rd|th)? (janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
                    + "|january|february|march|april|may|june|july|august|september|october|november|december)\\b"
                    + "|\\b(\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?)\\b|\\b(\\d{4}-\\d{2}-\\d{2})\\b"
                    + "|\\b(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|apres-demain|aujourd'hui"
                    + "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|tonight|ce soir|cet apres-midi)\\b");

    private Figures() {}

    static Set<String> references(String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = REFERENCE.matcher(text);
        while (matcher.find()) {
            String plain = matcher.group().replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
            // Error codes (0x…, KB…) are no references; they are digits.
            if (!plain.startsWith("KB")) {
                found.add(plain);
            }
        }
        return found;
    }

    static Set<String> digits(String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = DIGITS.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group().replaceAll("\\D", ""));
        }
        return found;
    }

    /** Numbers of three or four digits. */
    static Set<String> small(String text) {
        return SHORT.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** Such numbers where a text says that they number a ticket, an order, a locker, or open something. */
    static Set<String> named(String folded) {
        return NAMED.matcher(folded).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** Digits of error codes and updates (0x80070005, KB5031455), which are no phone numbers. */
    static Set<String> codes(String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = CODE.matcher(text);
        while (matcher.find()) {
            found.addAll(digits(matcher.group()));
        }
        return found;
    }

    static boolean isPhone(String digits) {
        return digits.length() >= 9 && digits.length() <= 15;
    }

    static Set<String> times(String folded) {
        Set<String> found = new HashSet<>();
        Matcher matcher = TIME.matcher(folded);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                found.add("%02d:%s".formatted(Integer.parseInt(matcher.group(1)), matcher.group(2)));
            } else if (matcher.group(3) != null) {
                found.add("%02d:00".formatted(Integer.parseInt(matcher.group(3))));
            } else {
                int hour = Integer.parseInt(matcher.group(4)) % 12
                        + (matcher.group(5).equals("pm") ? 12 : 0);
                found.add("%02d:00".formatted(hour));
            }
        }
        return found;
    }

    static Set<String> days(String folded) {
        Set<String> found = new HashSet<>();
        Matcher matcher = DAY.matcher(folded);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
