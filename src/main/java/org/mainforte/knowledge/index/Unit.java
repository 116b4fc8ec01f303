package org.mainforte.knowledge.index;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mainforte.kernel.Language;

/**
 * A piece of a query that means one thing: a word, a compound or an expression, with every term it may be found by.
 *
 * @param text as the person wrote it
 * @param boost more than 1 when it is what some article is about, and not only a word in it
 * @param importance how much it tells topics apart: inverse document frequency, damped and boosted
 * @param known whether the index has it, perhaps after a correction
 * @param elsewhere whether it belongs to a subject the assistant knows nothing about
 */
record Unit(
        String text, List<Alternative> alternatives, float boost, double importance, boolean known, boolean elsewhere) {
    Unit {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * One term that stands for the unit.
     *
     * @param weight from 0 to 1, how surely it means the same
     */
    record Alternative(Language language, String term, float weight) {}

    /** What two texts that mean the same have in common: the concept in this language if there is one, or else the word. */
    Optional<String> meaning(Language language) {
        List<Alternative> ways =
                alternatives.stream().filter(way -> way.language() == language).toList();
        return ways.stream()
                .filter(way -> way.term().startsWith(Vocabulary.CONCEPT_MARK))
                .findFirst()
                .or(() -> ways.stream().findFirst())
                .map(Alternative::term);
    }

    Set<String> terms() {
        return alternatives.stream().map(Alternative::term).collect(Collectors.toSet());
    }
}
