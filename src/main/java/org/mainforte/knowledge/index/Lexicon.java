package org.mainforte.knowledge.index;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mainforte.kernel.Language;

/**
 * The words of one language that articles or the vocabulary contain, as written, how they sound, and what is left of each when
 * one letter is taken away (the symmetric deletion of W. Garbe's SymSpell, 2012): two words one edit apart share such a rest.
 * Only grows: a word that left the articles stays known until the index is built anew, which costs nothing but a correction not
 * made.
 */
final class Lexicon {
    private static final int SHORTEST = 4;
    private static final int LONG = 8;

    private final Language language;
    private final Set<String> words = ConcurrentHashMap.newKeySet();
    private final Map<String, List<String>> bySound = new ConcurrentHashMap<>();
    private final Map<String, List<String>> byRest = new ConcurrentHashMap<>();

    Lexicon(Language language) {
        this.language = language;
    }

    void add(Collection<String> surfaces) {
        for (String word : surfaces) {
            if (words.add(word)) {
                put(bySound, Sounds.key(word, language), word);
                put(byRest, word, word);
                if (word.length() >= SHORTEST) {
                    rests(Set.of(word)).forEach(rest -> put(byRest, rest, word));
                }
            }
        }
    }

    private static void put(Map<String, List<String>> map, String key, String word) {
        map.computeIfAbsent(key, first -> new CopyOnWriteArrayList<>()).add(word);
    }

    boolean knows(String surface) {
        return words.contains(surface);
    }

    List<String> soundingLike(String surface) {
        return bySound.getOrDefault(Sounds.key(surface, language), List.of());
    }

    /** Words about one edit away, for long words up to two letters too many. */
    Set<String> near(String surface) {
        if (surface.length() < SHORTEST) {
            return Set.of();
        }
        Set<String> tried = new HashSet<>(rests(Set.of(surface)));
        if (surface.length() >= LONG) {
            tried.addAll(rests(tried));
        }
        tried.add(surface);
        Set<String> near = new HashSet<>();
        tried.forEach(rest -> near.addAll(byRest.getOrDefault(rest, List.of())));
        return near;
    }

    /** The words without one letter each; the first letter is hardly ever the wrong one and stays. */
    private static Set<String> rests(Set<String> words) {
        Set<String> rests = new HashSet<>();
        for (String word : words) {
            for (int i = 1; i < word.length(); i++) {
                rests.add(word.substring(0, i) + word.substring(i + 1));
            }
        }
        return rests;
    }
}
