package org.mainforte.channel.teams.card;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Adaptive Cards 1.5 as the published JSON schema has it (each type with its properties, nothing else, and what is required), for
 * the types we may use, and the limits of Teams: 28 kB, a label on every input, a fallback under every Execute. Stricter than the
 * schema: a type that is not listed here is a fault.
 */
public final class CardRules {
    private static final Set<String> ELEMENT = Set.of("type", "id", "spacing", "separator", "height", "isVisible");
    private static final Set<String> ACTION =
            Set.of("type", "title", "id", "style", "tooltip", "isEnabled", "mode", "fallback");
    private static final Set<String> INPUT =
            Set.of("type", "id", "label", "isRequired", "errorMessage", "spacing", "separator");

    private static final Map<String, Set<String>> OWN = Map.ofEntries(
            Map.entry(
                    "AdaptiveCard",
                    Set.of("type", "$schema", "version", "body", "actions", "fallbackText", "lang", "speak")),
            Map.entry("TextBlock", Set.of("text", "wrap", "color", "weight", "size", "isSubtle", "maxLines", "style")),
            Map.entry("RichTextBlock", Set.of("inlines", "horizontalAlignment")),
            Map.entry(
                    "TextRun", Set.of("type", "text", "color", "weight", "size", "isSubtle", "italic", "selectAction")),
            Map.entry("ActionSet", Set.of("actions")),
            Map.entry("Input.Text", Set.of("value", "maxLength", "isMultiline", "placeholder", "style", "regex")),
            Map.entry("Input.Date", Set.of("value", "min", "max", "placeholder")),
            Map.entry("Input.ChoiceSet", Set.of("choices", "style", "value", "wrap", "isMultiSelect", "placeholder")),
            Map.entry("Action.Execute", Set.of("verb", "data", "associatedInputs")),
            Map.entry("Action.Submit", Set.of("data", "associatedInputs")),
            Map.entry("Action.OpenUrl", Set.of("url")));
    private static final Map<String, Set<String>> NEEDED = Map.of(
            "AdaptiveCard", Set.of("version", "body", "fallbackText", "lang"),
            "TextBlock", Set.of("text"),
            "RichTextBlock", Set.of("inlines"),
            "TextRun", Set.of("text"),
            "ActionSet", Set.of("actions"),
            "Input.Text", Set.of("id", "label"),
            "Input.Date", Set.of("id", "label"),
            "Input.ChoiceSet", Set.of("id", "label", "choices"),
            "Action.Execute", Set.of("title", "fallback", "verb", "data"),
            "Action.OpenUrl", Set.of("title", "url"));
    private static final Map<String, Set<String>> VALUES = Map.of(
            "weight", Set.of("Default", "Lighter", "Bolder"),
            "color", Set.of("Default", "Dark", "Light", "Accent", "Good", "Warning", "Attention"),
            "associatedInputs", Set.of("auto", "none"));

    private CardRules() {}

    /** What is wrong with a card; nothing when all is right. */
    public static List<String> faults(JsonNode card) {
        List<String> faults = new ArrayList<>();
        if (!card.path("type").asString("").equals("AdaptiveCard")) {
            faults.add("not an AdaptiveCard");
        }
        if (!card.path("version").asString("").equals("1.5")) {
            faults.add("version " + card.path("version"));
        }
        if (card.toString().getBytes(StandardCharsets.UTF_8).length > 28 * 1024) {
            faults.add("larger than 28 kB");
        }
        walk(card, faults, new HashSet<>());
        return faults;
    }

    private static void walk(JsonNode node, List<String> faults, Set<String> ids) {
        if (node.isObject() && node.has("type")) {
            check(node, faults, ids);
        }
        node.properties().stream()
                .filter(entry -> !entry.getKey().equals("data"))
                .forEach(entry -> walk(entry.getValue(), faults, ids));
        if (node.isArray()) {
            node.forEach(child -> walk(child, faults, ids));
        }
    }

    private static void check(JsonNode node, List<String> faults, Set<String> ids) {
        String type = node.path("type").asString("");
        Set<String> own = OWN.get(type);
        if (own == null) {
            faults.add("type " + type);
            return;
        }
        Set<String> allowed = new HashSet<>(own);
        if (type.startsWith("Action.")) {
            allowed.addAll(ACTION);
        } else if (type.startsWith("Input.")) {
            allowed.addAll(INPUT);
        } else if (!type.equals("AdaptiveCard") && !type.equals("TextRun")) {
            allowed.addAll(ELEMENT);
        }
        node.propertyNames().stream()
                .filter(name -> !allowed.contains(name))
                .forEach(name -> faults.add(type + "." + name));
        NEEDED.getOrDefault(type, Set.of()).stream()
                .filter(name -> !node.has(name))
                .forEach(name -> faults.add(type + " without " + name));
        VALUES.forEach((name, values) -> {
            if (node.has(name) && !values.contains(node.path(name).asString(""))) {
                faults.add(type + "." + name + " = " + node.path(name));
            }
        });
        checkFurther(node, type, faults, ids);
    }

    private static void checkFurther(JsonNode node, String type, List<String> faults, Set<String> ids) {
        if (type.startsWith("Input.") && !ids.add(node.path("id").asString(""))) {
            faults.add("two inputs with the id " + node.path("id"));
        }
        if (type.equals("Action.Execute") && !node.path("fallback").path("data").equals(node.path("data"))) {
            faults.add("a fallback with other data");
        }
        if (type.equals("Action.OpenUrl") && !node.path("url").asString("").matches("https?://.+")) {
            faults.add("opens " + node.path("url"));
        }
        if (type.equals("ActionSet")
                && (node.path("actions").isEmpty() || node.path("actions").size() > 6)) {
            faults.add("a row of " + node.path("actions").size() + " buttons");
        }
        if ((type.equals("TextBlock") || type.equals("TextRun"))
                && node.path("text").asString("").isEmpty()) {
            faults.add("an empty " + type);
        }
        for (JsonNode choice : node.path("choices")) {
            if (!choice.path("title").isString() || !choice.path("value").isString() || choice.size() != 2) {
                faults.add("a choice " + choice);
            }
        }
    }
}
