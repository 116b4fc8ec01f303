package org.mainforte.knowledge.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the terms out of a text of one language: stems of its words, concepts of its expressions, compounds in one piece.
 *
 * @param elsewhere the expressions of subjects that the assistant knows nothing about
 */
record TermReader(Wording wording, Vocabulary.Concepts concepts, Vocabulary.Concepts elsewhere, Lexicon lexicon) {
    /**
     * Adds the terms of a text to what was counted so far.
     *
     * @param weight how often each occurrence counts
     * @param surfaces receives the words as written
     */
    void count(List<Word> words, int weight, Map<String, Integer> counts, Set<String> surfaces) {
        Set<String> found = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (!word.stop()) {
                counts.merge(word.stem(), weight, Integer::sum);
                surfaces.add(word.surface());
                word.family().ifPresent(found::add);
            }
            if (word.glued() && i > 0) {
                String compound = words.get(i - 1).surface() + word.surface();
                counts.merge(wording.stem(compound), weight, Integer::sum);
                surfaces.add(compound);
            }
            concepts.at(words, i).forEach(expression -> found.add(expression.concept()));
        }
        found.forEach(concept -> counts.merge(concept, weight, Integer::sum));
    }

    /** What a text means, in its order: the concepts of its expressions and the stems of other words, stop words left out. */
    List<String> meanings(List<Word> words) {
        List<String> meanings = new ArrayList<>();
        int i = 0;
        while (i < words.size()) {
            Optional<Vocabulary.Expression> longest =
                    concepts.at(words, i).stream().max(Comparator.comparingInt(Vocabulary.Expression::length));
            if (longest.isPresent()) {
                meanings.add(longest.get().concept());
            } else if (!words.get(i).stop()) {
                meanings.add(words.get(i).stem());
            }
            i += longest.map(Vocabulary.Expression::length).orElse(1);
        }
        return meanings;
    }

    /** Every two that follow each other. */
    static Set<String> pairs(List<String> meanings) {
        Set<String> pairs = new HashSet<>();
        for (int i = 1; i < meanings.size(); i++) {
            pairs.add(meanings.get(i - 1) + " " + meanings.get(i));
        }
        return pairs;
    }
}
