package org.mainforte.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mainforte.catalogue.Start;
import org.mainforte.catalogue.Wishes;

/**
 * What a message plainly asks for, as topics: what the chat would begin at once, the search puts first. The pairs stand in
 * {@code knowledge/wished.txt}.
 */
final class Wished {
    private static final Map<String, List<String>> TOPICS = read();
    /** The wishes that begin nothing: they say what is the matter. */
    private static final List<String> PLAIN =
            TOPICS.keySet().stream().filter(wish -> Start.parse(wish).isEmpty()).toList();

    private Wished() {}

    /** The topics of the wishes in a text, the most pressing first; mostly none. */
    static Set<String> topics(String text) {
        List<String> wishes = Wishes.mentioned(PLAIN, text).map(List::of).orElseGet(() -> Wishes.in(text));
        Set<String> topics = new LinkedHashSet<>();
        wishes.forEach(wish -> topics.addAll(TOPICS.getOrDefault(wish, List.of())));
        return topics;
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> topics = new LinkedHashMap<>();
        try (var file = Wished.class.getResourceAsStream("/knowledge/wished.txt")) {
            if (file == null) {
                throw new IllegalStateException("The resource /knowledge/wished.txt is missing");
            }
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.contains(" = "))
                    .map(line -> line.split(" = "))
                    .forEach(pair -> topics.put(pair[0], List.of(pair[1].split(" "))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read /knowledge/wished.txt", unreadable);
        }
        return topics;
    }
}
