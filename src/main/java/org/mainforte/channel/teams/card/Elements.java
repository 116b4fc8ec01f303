package org.mainforte.channel.teams.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The elements of Adaptive Cards 1.5 that we use. What people or systems wrote goes into text runs, in which Markdown has no
 * meaning; only the product's own sentences go into text blocks.
 */
final class Elements {
    private Elements() {}

    static Map<String, Object> object(String type, Object... more) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        for (int i = 0; i < more.length; i += 2) {
            object.put((String) more[i], more[i + 1]);
        }
        return object;
    }

    /** A sentence of ours, in the Markdown that cards know. */
    static Map<String, Object> sentence(String markdown) {
        return object("TextBlock", "text", literal(markdown), "wrap", true);
    }

    /** Cards replace {@code {{DATE(…)}}} and {@code {{TIME(…)}}} in any text; a mark of no width between the braces prevents it. */
    private static String literal(String text) {
        return text.replace("{{DATE(", "{\u200B{DATE(").replace("{{TIME(", "{\u200B{TIME(");
    }

    static Map<String, Object> run(String text, boolean bold, boolean subtle) {
        Map<String, Object> run = object("TextRun", "text", literal(text));
        if (bold) {
            run.put("weight", "Bolder");
        }
        if (subtle) {
            run.put("isSubtle", true);
        }
        return run;
    }

    @SafeVarargs
    static Map<String, Object> plain(Map<String, Object>... runs) {
        return object("RichTextBlock", "inlines", new ArrayList<>(Arrays.asList(runs)));
    }

    static Map<String, Object> heading(String text) {
        return plain(run(text, true, false));
    }

    static Map<String, Object> small(String text) {
        return plain(run(text, false, true));
    }

    static Map<String, Object> row(String label, String value, boolean french) {
        return plain(run(label + (french ? "\u202F: " : ": "), true, false), run(value, false, false));
    }

    static List<Map<String, Object>> list() {
        return new ArrayList<>();
    }
}
