package org.mainforte.writing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mainforte.catalogue.Words;

/**
 * Puts wordings together that ask for the same. Each is the set of its telling words, cut to their stems' first letters and weighed by
 * how rare they are among all (inverse document frequency); two are alike when what they share weighs nearly half of what they say (Ochiai's
 * coefficient), and a wording joins the group that holds the one it is most like.
 */
final class Likeness {
    private static final double ALIKE = 0.45;
    private static final int STEM = 6;
    private static final Set<String> STOPS = stops();

    private final List<Set<String>> wordings = new ArrayList<>();
    private final Map<String, Double> weights = new HashMap<>();

    private Likeness(List<String> texts) {
        texts.forEach(text -> wordings.add(words(text)));
        Map<String, Integer> frequency = new HashMap<>();
        wordings.forEach(words -> words.forEach(word -> frequency.merge(word, 1, Integer::sum)));
        frequency.forEach((word, count) -> weights.put(word, Math.log(1 + (double) texts.size() / count)));
    }

    /** Groups of indexes into the texts, each in the order of the texts; a text without a telling word is in none. */
    static List<List<Integer>> groups(List<String> texts) {
        var likeness = new Likeness(texts);
        List<List<Integer>> groups = new ArrayList<>();
        for (int at = 0; at < texts.size(); at++) {
            if (!likeness.wordings.get(at).isEmpty()) {
                likeness.join(at, groups);
            }
        }
        return groups;
    }

    private void join(int at, List<List<Integer>> groups) {
        List<Integer> nearest = null;
        double best = ALIKE;
        for (List<Integer> group : groups) {
            for (int member : group) {
                double alike = alike(wordings.get(at), wordings.get(member));
                if (alike >= best) {
                    best = alike;
                    nearest = group;
                }
            }
        }
        if (nearest == null) {
            groups.add(new ArrayList<>(List.of(at)));
        } else {
            nearest.add(at);
        }
    }

    private double alike(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        return length(common) / Math.sqrt(length(one) * length(other));
    }

    private double length(Set<String> words) {
        return words.stream()
                .mapToDouble(word -> weights.getOrDefault(word, 0.0))
                .sum();
    }

    static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : Words.fold(text.replaceAll("\\[[^\\[\\]]*]", " ")).split("[^a-z0-9]+")) {
            if (word.length() > 1 && !STOPS.contains(word)) {
                words.add(word.substring(
                        0, Math.min(STEM, word.replaceFirst("[sx]$", "").length())));
            }
        }
        words.remove("");
        return words;
    }

    /** The words that say nothing, as the search leaves them out. */
    private static Set<String> stops() {
        Set<String> stops = new HashSet<>();
        for (String language : List.of("fr", "en")) {
            String name = "/knowledge/stop-words." + language + ".txt";
            try (InputStream file = Likeness.class.getResourceAsStream(name)) {
                if (file == null) {
                    throw new IllegalStateException("The resource " + name + " is missing");
                }
                new String(file.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(line -> stops.addAll(List.of(Words.fold(line).split("[^a-z0-9]+"))));
            } catch (IOException unreadable) {
                throw new UncheckedIOException("Cannot read " + name, unreadable);
            }
        }
        return stops;
    }
}
