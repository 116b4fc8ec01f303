package org.mainforte.catalogue;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;

/**
 * Something that can be started from an article, a choice or a lookup, in one line of text:
 *
 * <pre>
 * start     = kind ":" id [ "?" field "=" value *( "&amp;" field "=" value ) ]
 * kind      = "guide" | "request" | "lookup" | "article"
 * </pre>
 *
 * Values are percent-encoded. Examples: {@code request:order?item=headset}, {@code guide:pc-setup?step=wifi}.
 */
public record Start(String kind, String id, Map<String, String> values) {
    private static final Pattern FORM =
            Pattern.compile("(guide|request|lookup|article):([a-z0-9-]{1,80})(?:\\?(.{1,20000}))?");

    public Start {
        values = Map.copyOf(values);
    }

    public static Start request(String id, Map<String, String> values) {
        return new Start("request", id, values);
    }

    public static Optional<Start> parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        if (matcher.group(3) != null) {
            for (String pair : matcher.group(3).split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals < 1) {
                    return Optional.empty();
                }
                values.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        return Optional.of(new Start(matcher.group(1), matcher.group(2), values));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return value;
        }
    }

    /** What it is called in a sentence or on a button: the text {@code start.<kind>.<id>}. */
    public String name(Language language) {
        String key = "start." + kind + "." + id;
        return Texts.has(key) ? Texts.get(language, key) : id;
    }

    @Override
    public String toString() {
        String query = values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return kind + ":" + id + (query.isEmpty() ? "" : "?" + query);
    }
}
