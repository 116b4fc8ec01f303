package org.mainforte.knowledge.index;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mainforte.kernel.Language;

/**
 * A piece of a query that means one thing: a word, a compound or an expression, with every term it may be found by.
 *
 * @param text as the person wrote it
 * @param idf how much it tells apart: inverse document frequency over topics
 * @param known whether the index or the vocabulary has it, perhaps after a correction
 */
record Unit(String text, List<Alternative> alternatives, double idf, boolean known) {
    Unit {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * One term that stands for the unit.
     *
     * @param weight from 0 to 1, how surely it means the same
     */
    record Alternative(Language language, String term, float weight) {}

    Set<String> terms() {
        return alternatives.stream().map(Alternative::term).collect(Collectors.toSet());
    }
}
