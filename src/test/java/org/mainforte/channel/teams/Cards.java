package org.mainforte.channel.teams;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads cards as a person does: words, buttons, inputs. */
final class Cards {
    private Cards() {}

    /** Every object of the card, from the top. */
    static List<JsonNode> all(JsonNode card) {
        List<JsonNode> all = new ArrayList<>();
        collect(card, all);
        return all;
    }

    private static void collect(JsonNode node, List<JsonNode> all) {
        if (node.isObject()) {
            all.add(node);
        }
        node.forEach(child -> collect(child, all));
    }

    static String words(JsonNode card) {
        List<String> words = new ArrayList<>();
        for (JsonNode one : all(card)) {
            for (String name : List.of("text", "label", "title")) {
                if (one.path(name).isString()) {
                    words.add(one.path(name).asString());
                }
            }
        }
        return String.join("\n", words);
    }

    /** The buttons that say something to the bot. */
    static List<JsonNode> buttons(JsonNode card) {
        return all(card).stream()
                .filter(one -> one.path("type").asString("").equals("Action.Execute"))
                .toList();
    }

    static Optional<JsonNode> button(JsonNode card, String label) {
        return buttons(card).stream()
                .filter(one -> org.mainforte.journey.Chat.plain(
                                one.path("title").asString(""))
                        .contains(label))
                .findFirst();
    }
}
