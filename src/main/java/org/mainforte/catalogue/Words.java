package org.mainforte.catalogue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words as rules compare them: lower case, no accents, straight apostrophes, single spaces, nothing invisible. */
public final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\t]]+");
    private static final Pattern APOSTROPHES = Pattern.compile("[’‘ʼ`´′]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F]+");

    /** What becomes of single characters, up to general punctuation; null where the whole text has to be looked at. */
    private static final @Nullable String[] SINGLE = new String[0x2070];

    static {
        for (char c = 0; c < SINGLE.length; c++) {
            String folded = wholly(String.valueOf(c));
            boolean plain = !folded.isEmpty() && folded.indexOf(' ') < 0;
            SINGLE[c] =
                    c == ' ' || c == '\n' || c == '\t' || c == '\u00A0' || c == '\u202F' ? " " : plain ? folded : null;
        }
    }

    private Words() {}

    public static String fold(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String single = c < SINGLE.length ? SINGLE[c] : null;
            if (single == null) {
                return wholly(text);
            }
            if (!single.equals(" ") || (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ')) {
                folded.append(single);
            }
        }
        return folded.toString().strip();
    }

    private static String wholly(String text) {
        String plain = INVISIBLE.matcher(text).replaceAll("");
        plain = APOSTROPHES.matcher(plain).replaceAll("'");
        plain = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
        plain = plain.toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss");
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }
}
