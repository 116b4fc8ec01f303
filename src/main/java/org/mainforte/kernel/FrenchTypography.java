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

    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\n]{1,200})\"");
    private static final String WHITE = " \t\n\u000B\f\r";

    private static final char NARROW = '\u202F';

    private FrenchTypography() {}

    static String of(String text) {
        if (!mayHoldUntouched(text)) {
            return prose(text);
        }
        var out = new StringBuilder(text.length() + 16);
        var matcher = UNTOUCHED.matcher(text);
        int from = 0;
        while (matcher.find()) {
            out.append(prose(text.substring(from, matcher.start()))).append(matcher.group());
            from = matcher.end();
        }
        return out.append(prose(text.substring(from))).toString();
    }

    /** Looking for a letter is many times faster than for the pattern, and most texts are plain. */
    private static boolean mayHoldUntouched(String text) {
        return text.indexOf('`') >= 0 || text.indexOf('(') >= 0 || text.indexOf('{') >= 0 || text.contains("://");
    }

    /** Letter by letter where rules allow it: texts are set when they are read, thousands at a start. */
    private static String prose(String text) {
        String set = text.indexOf('\'') < 0 ? text : apostrophes(text);
        if (set.indexOf('"') >= 0) {
            set = QUOTED.matcher(set).replaceAll("«" + NARROW + "$1" + NARROW + "»");
        }
        return spaces(set);
    }

    /** Between a letter and a letter, a digit, a guillemet or a star. */
    private static String apostrophes(String text) {
        var out = new StringBuilder(text);
        for (int i = 1; i < text.length() - 1; i++) {
            if (text.charAt(i) == '\''
                    && Character.isLetter(text.codePointBefore(i))
                    && mayFollow(text.codePointAt(i + 1))) {
                out.setCharAt(i, '’');
            }
        }
        return out.toString();
    }

    private static boolean mayFollow(int character) {
        return Character.isLetter(character) || Character.isDigit(character) || character == '«' || character == '*';
    }

    /** Spaces before ; ! ? » and a colon that ends a word, and after «, become one narrow one that does not break. */
    private static String spaces(String text) {
        var out = new StringBuilder(text.length() + 8);
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && isSpace(text.charAt(end))) {
                end++;
            }
            if (end == i) {
                out.append(text.charAt(i++));
            } else {
                boolean narrow = endsAt(text, i, end) || (i > 0 && text.charAt(i - 1) == '«');
                out.append(narrow ? String.valueOf(NARROW) : text.substring(i, end));
                i = end;
            }
        }
        return out.toString();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\u00A0';
    }

    /** Whether spaces stand here that belong to a mark other than a colon. */
    private static boolean isBeforeMark(String text, int at) {
        int end = at;
        while (end < text.length() && isSpace(text.charAt(end))) {
            end++;
        }
        return end > at && end < text.length() && ";!?»".indexOf(text.charAt(end)) >= 0;
    }

    /** Whether what follows spaces is a mark that belongs to the word before them. */
    private static boolean endsAt(String text, int spaces, int mark) {
        if (mark == text.length()) {
            return false;
        }
        char c = text.charAt(mark);
        return c == ';' || c == '!' || c == '?' || c == '»' || (c == ':' && isColonOfAWord(text, spaces, mark));
    }

    /** At the start: right after a link or a code span. */
    private static boolean isColonOfAWord(String text, int spaces, int colon) {
        boolean last = colon + 1 == text.length()
                || (WHITE.indexOf(text.charAt(colon + 1)) >= 0 && !isBeforeMark(text, colon + 1));
        if (!last || spaces == 0) {
            return last;
        }
        int before = text.codePointBefore(spaces);
        return Character.isLetter(before) || isNumber(before) || ")»*}".indexOf(before) >= 0;
    }

    private static boolean isNumber(int character) {
        int type = Character.getType(character);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }
}
