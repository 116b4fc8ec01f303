package org.mainforte.channel.teams.card;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a card must be: valid by the {@linkplain OfficialRules official rules}, and within the limits of Teams: 28 kB, words for
 * clients that cannot draw it, a language, a label on every input, a fallback under every Execute, not more buttons in a row than
 * a phone shows.
 */
public final class CardRules {
    private static final int LARGEST = 28 * 1024;
    private static final int MOST_IN_A_ROW = 6;
    /** In characters, with four for the edges of each button. */
    private static final int WIDEST_ON_A_PHONE = 36;
    /** What a client would replace by a date in its own words. */
    private static final Pattern MACRO = Pattern.compile("\\{\\{(DATE|TIME)\\(");

    private CardRules() {}

    /** What is wrong with a card; nothing when all is right. */
    public static List<String> faults(JsonNode card) {
        List<String> faults = new ArrayList<>(OfficialRules.card(card));
        if (!card.path("version").asString("").equals("1.5")) {
            faults.add("version " + card.path("version"));
        }
        if (card.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            faults.add("larger than 28 kB");
        }
        walk(card, faults);
        return faults;
    }

    private static void walk(JsonNode node, List<String> faults) {
        if (node.isObject() && node.has("type")) {
            check(node, node.path("type").asString(""), faults);
        }
        node.properties().stream()
                .filter(entry -> !entry.getKey().equals("data"))
                .forEach(entry -> walk(entry.getValue(), faults));
        if (node.isArray()) {
            node.forEach(child -> walk(child, faults));
        }
    }

    private static void check(JsonNode node, String type, List<String> faults) {
        switch (type) {
            case "AdaptiveCard" -> needs(node, faults, "body", "fallbackText", "lang");
            case "TextBlock", "TextRun" -> {
                needs(node, faults, "text");
                if (MACRO.matcher(node.path("text").asString("")).find()) {
                    faults.add("a date macro in " + node.path("text"));
                }
            }
            case "RichTextBlock" -> needs(node, faults, "inlines");
            case "ActionSet" -> {
                int buttons = node.path("actions").size();
                int wide = node.path("actions")
                        .valueStream()
                        .mapToInt(button -> button.path("title").asString("").length() + 4)
                        .sum();
                if (buttons == 0 || buttons > MOST_IN_A_ROW || buttons > 1 && wide > WIDEST_ON_A_PHONE) {
                    faults.add("a row of " + buttons + " buttons: " + node.path("actions"));
                }
            }
            case "Action.Execute" -> {
                needs(node, faults, "title", "verb", "data", "fallback");
                if (!node.path("fallback").path("data").equals(node.path("data"))) {
                    faults.add("a fallback with other data");
                }
            }
            case "Action.Submit" -> needs(node, faults, "title");
            case "Action.OpenUrl" -> {
                needs(node, faults, "title");
                if (!node.path("url").asString("").matches("https?://.+")) {
                    faults.add("opens " + node.path("url"));
                }
            }
            default -> {
                if (type.startsWith("Input.")) {
                    needs(node, faults, "id", "label");
                } else {
                    faults.add("type " + type + ", which no card of ours has had");
                }
            }
        }
    }

    private static void needs(JsonNode node, List<String> faults, String... names) {
        for (String name : names) {
            JsonNode value = node.path(name);
            if (value.isMissingNode()
                    || value.isString() && value.asString().isEmpty()
                    || value.isArray() && value.isEmpty()) {
                faults.add(node.path("type").asString() + " without " + name);
            }
        }
    }
}
