package org.mainforte.masking;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells numbers that belong to somebody from versions, error codes, dates and models. */
final class Numbers {
    /** Error codes, updates, names of products with their version: what an article is found by. */
    private static final Pattern KNOWN = Pattern.compile(
            "(?i)0x[0-9a-f]{3,16}|aadsts\\d+|kb-?\\d{6,8}|windows-?\\d+|(?:error|erreur|code|err)-?\\d+|\\d{1,2}h\\d{0,2}(?:-\\d{1,2}h\\d{0,2})?"
                    + "|[a-z]{1,5}-\\d{4,10}|\\p{L}{4,}-?\\d{1,4}[a-z]?|\\d+(?:mo|go|ko|mb|gb|kb|ghz|mhz|hz|px|p|ms|mbps|cm|mm|euros?)|\\d{4}-\\d{2}-\\d{2}t?\\d*");

    private static final Pattern LONG_WORD = Pattern.compile("\\p{Ll}{4,}|\\p{L}{7,}");
    private static final Pattern DATE = Pattern.compile("\\d{2}[ ./-]\\d{2}[ ./-](?:19|20)\\d{2}\\b.*");
    /** Lengths of ISO 13616, for numbers whose check digits were mistyped. */
    private static final Map<String, Integer> IBAN_LENGTHS =
            Map.of("FR", 27, "DE", 22, "GB", 22, "BE", 16, "ES", 24, "IT", 27, "LU", 20, "CH", 21, "NL", 18, "PT", 25);

    private Numbers() {}

    /** ISO 13616: the number moved round and written in digits leaves 1 when divided by 97; or it has its country's length. */
    static boolean isIban(String found) {
        String plain = found.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
        if (plain.length() < 15 || plain.length() > 34) {
            return false;
        }
        var digits = new StringBuilder();
        (plain.substring(4) + plain.substring(0, 4)).chars().forEach(c -> digits.append(Character.getNumericValue(c)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1
                || IBAN_LENGTHS.getOrDefault(plain.substring(0, 2), 0) == plain.length();
    }

    /** Luhn's sum (ISO/IEC 7812-1, annex B), or sixteen digits in groups of four. */
    static boolean isCard(String found) {
        if (found.matches("\\d{4}([ \\u00A0-])\\d{4}\\1\\d{4}\\1\\d{4}")) {
            return true;
        }
        String digits = found.replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = i % 2 == 0 ? digit : 2 * digit;
            sum += twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }

    static boolean isPhone(String found) {
        return !DATE.matcher(found).matches();
    }

    /** Seven letters and digits or more, mixed, that are no word. */
    static boolean isSerial(String found) {
        String plain = found.replace("-", "");
        long digits = plain.chars().filter(Character::isDigit).count();
        long letters = plain.length() - digits;
        return plain.length() >= 7
                && plain.length() <= 24
                && digits >= 2
                && letters >= 1
                && !KNOWN.matcher(found).matches()
                && !LONG_WORD.matcher(found).find();
    }
}
