package org.mainforte.masking;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is personal out of what is sent to a language model: each such piece becomes a placeholder such as <code>{MAIL_1}</code>,
 * and {@link #restored} puts it back into the answer. One masking serves one turn; the same piece gets the same placeholder.
 * Passwords and keys never come back.
 */
public final class Masking {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Z]{2,12}_\\d{1,3})}");

    private final Map<String, String> placeholders = new LinkedHashMap<>();
    private final Map<String, String> originals = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Names names;
    private final @Nullable Pattern address;

    /**
     * @param names whom to look for
     * @param address where the person lives, in their own words, so that it is found whatever its form; null when unknown
     */
    public Masking(Names names, @Nullable String address) {
        this.names = names;
        this.address = Names.literal(address);
    }

    /** The text as it may leave the house. */
    public String masked(String text) {
        String now = Secrets.masked(text);
        if (address != null) {
            now = address.matcher(now)
                    .replaceAll(found -> Matcher.quoteReplacement(placeholder("ADDRESS", found.group())));
        }
        for (Kind kind : Kind.values()) {
            now = kind.pattern()
                    .matcher(now)
                    .replaceAll(found -> Matcher.quoteReplacement(
                            kind.is(found.group()) ? placeholder(kind.name(), found.group()) : found.group()));
        }
        return names.replaced(now, name -> placeholder("NAME", name));
    }

    private String placeholder(String kind, String original) {
        return "{"
                + placeholders.computeIfAbsent(original, fresh -> {
                    String name = kind + "_" + counts.merge(kind, 1, Integer::sum);
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
}
