package org.mainforte.advisor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.Secrets;
import org.mainforte.people.Employee;

/**
 * Keeps what is personal out of what is sent to a language model: each such piece becomes a placeholder such as <code>{MAIL_1}</code>,
 * and {@link #restored} puts it back into the answer. One masking serves one turn; the same piece gets the same placeholder.
 * Passwords and keys never come back.
 */
public final class Masking {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Z]{2,12}_\\d{1,3})}");

    private static final String STREET =
            "(?:rue|avenue|av\\.|boulevard|bd|bld|place|pl\\.|impasse|allée|allee|chemin|quai|route|cours|square|faubourg|street|road|lane|drive)";

    /** What is masked by its form alone, in this order: what contains others comes first. */
    private enum Kind {
        MAIL("[\\p{L}0-9._%+-]+@[\\p{L}0-9.-]+\\.\\p{L}{2,}"),
        IBAN("\\b[A-Z]{2}\\d{2}(?:[ \\u00A0]?[A-Z0-9]){11,30}\\b", Masking::isIban),
        NIR(
                "\\b[12378][ .]?\\d{2}[ .]?(?:0[1-9]|1[0-2]|[2-9]\\d)[ .]?(?:\\d{2}|2[AB])[ .]?\\d{3}[ .]?\\d{3}(?:[ .]?\\d{2})?\\b",
                Masking::isNir),
        CARD("\\b(?:\\d[ -]?){12,18}\\d\\b", Masking::isCard),
        PHONE(
                "(?<![\\d+])(?:\\+\\d{2,3}[ .-]?(?:\\(0\\))?[ .-]?\\d(?:[ .\\u00A0-]?\\d){7,10}|0[1-9](?:[ .\\u00A0-]?\\d{2}){4})(?!\\d)"),
        IP(
                "\\b(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\b"
                        + "|(?<![0-9A-Fa-f:])(?:[0-9A-Fa-f]{1,4}:){4,7}[0-9A-Fa-f]{1,4}\\b|\\b(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}\\b"),
        ADDRESS("(?iu)\\b\\d{1,4}(?:[ ]?(?:bis|ter))?,?[ ]+(?:de la[ ]+)?" + STREET
                + "(?=[ ])(?:[ ]+(?!et\\b|mais\\b|car\\b)[\\p{L}'’.-]+){1,6}(?:,?[ ]*\\d{5}(?:[ ]+[\\p{L}'’-]+){0,3})?"
                + "|\\b\\d{1,4}[ ]+(?:\\p{L}+[ ]+){1,3}(?:street|road|avenue|lane|drive)\\b"),
        SERIAL(
                "\\b(?!0X|KB\\d)(?=[A-Z0-9-]{7,20}\\b)(?=(?:[A-Z-]*\\d){3})(?=(?:[0-9-]*[A-Z]){2})[A-Z0-9]+(?:-[A-Z0-9]+)*\\b");

        private final Pattern pattern;
        private final Predicate<String> check;

        Kind(String pattern) {
            this(pattern, found -> true);
        }

        Kind(String pattern, Predicate<String> check) {
            this.pattern = Pattern.compile(pattern);
            this.check = check;
        }
    }

    private final Map<String, String> placeholders = new LinkedHashMap<>();
    private final Map<String, String> originals = new LinkedHashMap<>();
    private final List<Map.Entry<String, Pattern>> own = new ArrayList<>();

    /** @param employee whose name and address are known, so that they are found in any spelling of case */
    public Masking(Employee employee) {
        literal("ADDRESS", employee.address());
        name(employee.name());
    }

    /** @param names of whoever speaks, when no more is known of them */
    public Masking(List<String> names) {
        names.forEach(this::name);
    }

    private void name(String name) {
        literal("NAME", name);
        for (String part : name.split("[\\s-]+")) {
            literal("NAME", part.length() < 3 ? null : part);
        }
    }

    private void literal(String kind, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            own.add(Map.entry(
                    kind,
                    Pattern.compile(
                            "(?<![\\p{L}\\d])" + Pattern.quote(text.strip()) + "(?![\\p{L}\\d])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)));
        }
    }

    /** The text as it may leave the house. */
    public String masked(String text) {
        String now = Secrets.masked(text);
        for (Kind kind : Kind.values()) {
            now = replaced(kind.name(), kind.pattern, kind.check, now);
        }
        for (var literal : own) {
            now = replaced(literal.getKey(), literal.getValue(), found -> true, now);
        }
        return now;
    }

    private String replaced(String kind, Pattern pattern, Predicate<String> check, String text) {
        return pattern.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        check.test(found.group()) ? placeholder(kind, found.group()) : found.group()));
    }

    private String placeholder(String kind, String original) {
        return "{"
                + placeholders.computeIfAbsent(original, fresh -> {
                    long number = placeholders.values().stream()
                                    .filter(other -> other.startsWith(kind + "_"))
                                    .count()
                            + 1;
                    String name = kind + "_" + number;
                    originals.put(name, fresh);
                    return name;
                })
                + "}";
    }

    /** Puts back what was masked; empty when there is a placeholder that was never given out. */
    public Optional<String> restored(String text) {
        return restored(text, (kind, original) -> true);
    }

    /** @param may whether a piece of this kind may come back; empty as well when one may not */
    public Optional<String> restored(String text, BiPredicate<String, String> may) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        var restored = new StringBuilder();
        while (matcher.find()) {
            String original = originals.get(matcher.group(1));
            String kind = matcher.group(1).replaceFirst("_\\d+$", "");
            if (original == null || !may.test(kind, original)) {
                return Optional.empty();
            }
            matcher.appendReplacement(restored, Matcher.quoteReplacement(original));
        }
        matcher.appendTail(restored);
        return Optional.of(restored.toString());
    }

    /** ISO 13616: the number moved round and written in digits leaves 1 when divided by 97. */
    private static boolean isIban(String found) {
        String plain = found.replaceAll("[^A-Z0-9]", "");
        if (plain.length() < 15 || plain.length() > 34) {
            return false;
        }
        var digits = new StringBuilder();
        (plain.substring(4) + plain.substring(0, 4)).chars().forEach(c -> digits.append(Character.getNumericValue(c)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /** The French social security number: its key is 97 less the number modulo 97; Corsica counts as 19 and 18. Without its key too. */
    private static boolean isNir(String found) {
        String plain = found.replaceAll("[ .]", "").replace("2A", "19").replace("2B", "18");
        if (plain.length() == 13) {
            return true;
        }
        long number = Long.parseLong(plain.substring(0, 13));
        return 97 - number % 97 == Integer.parseInt(plain.substring(13));
    }

    /** Luhn's sum (ISO/IEC 7812-1, annex B). */
    private static boolean isCard(String found) {
        String digits = found.replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = i % 2 == 0 ? digit : 2 * digit;
            sum += twice > 9 ? twice - 9 : twice;
        }
        return sum % 10 == 0;
    }
}
