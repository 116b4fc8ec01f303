package org.mainforte.kernel;

import java.util.regex.Pattern;

/**
 * Makes plain typing into correct French typography: the curly apostrophe, a narrow no-break space before {@code ; : ! ?} and
 * inside guillemets (Lexique des règles typographiques en usage à l'Imprimerie nationale). Code spans, link targets and
 * addresses are left alone.
 */
final class FrenchTypography {
    /** What must stay as typed: code spans, link targets, addresses, times such as 10:15. */
    private static final Pattern UNTOUCHED = Pattern.compile("`[^`]*`|\\]\\([^)]*\\)|https?://\\S+|\\{[#{][^}]*\\}+");

    private static final char NARROW = '\u202F';

    private FrenchTypography() {}

    static String of(String text) {
        var out = new StringBuilder(text.length() + 16);
        var matcher = UNTOUCHED.matcher(text);
        int from = 0;
        while (matcher.find()) {
            out.append(prose(text.substring(from, matcher.start()))).append(matcher.group());
            from = matcher.end();
        }
        return out.append(prose(text.substring(from))).toString();
    }

    private static String prose(String text) {
        return text.replaceAll("(?<=\\p{L})'(?=[\\p{L}\\d«*])", "’")
                .replaceAll("\"([^\"\\n]{1,200})\"", "«" + NARROW + "$1" + NARROW + "»")
                .replaceAll("[ \u00A0]+([;!?»])", NARROW + "$1")
                // at the start: right after a link or a code span
                .replaceAll("((?<=[\\p{L}\\p{N})»*}])|^)[ \u00A0]+:(?=\\s|$)", NARROW + ":")
                .replaceAll("«[ \u00A0]+", "«" + NARROW);
    }
}
