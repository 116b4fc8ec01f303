package org.mainforte.equipment;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Serial numbers as people copy them from a label:
 *
 * <pre>
 * typed   = *( "S/N" / "SN" / ":" / " " ) serial
 * serial  = 5*20( letter / digit )    with at least one digit; hyphens and spaces in between do not count
 * </pre>
 */
final class Serial {
    private static final Pattern LABEL = Pattern.compile("^(?:S/N|SN(?=[ :])|N°|NO)[ :]*");
    private static final Pattern FORM = Pattern.compile("(?=.*[0-9])[A-Z0-9]{5,20}");

    private Serial() {}

    /** As it is kept: upper case, nothing but letters and digits. */
    static String plain(String typed) {
        String upper = typed.strip().toUpperCase(Locale.ROOT);
        return LABEL.matcher(upper).replaceFirst("").replaceAll("[\\s\\-_.\\u2010-\\u2015]", "");
    }

    static boolean fits(String plain) {
        return FORM.matcher(plain).matches();
    }

    static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }
}
