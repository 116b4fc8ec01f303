package org.mainforte.catalogue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as rules compare them: lower case, no accents, straight apostrophes, single spaces, nothing invisible. */
public final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\t]]+");
    private static final Pattern APOSTROPHES = Pattern.compile("[’‘ʼ`´′]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F]+");

    private Words() {}

    public static String fold(String text) {
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
