package org.mainforte.knowledge.index;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.mainforte.kernel.Language;

/**
 * What a document may contain, and the ways in which it may. It counts once, by the way that matches best; each of the others adds
 * {@link Weights#TIE_BREAK} of its score.
 */
record Clause(List<Way> ways, float boost) {
    Clause {
        ways = List.copyOf(ways);
    }

    record Way(Term term, float weight) {}

    /** @param field where units of a language are looked for */
    static List<Clause> of(List<Unit> units, Function<Language, String> field) {
        List<Clause> clauses = new ArrayList<>();
        for (Unit unit : units) {
            clauses.add(new Clause(
                    unit.alternatives().stream()
                            .map(way -> new Way(new Term(field.apply(way.language()), way.term()), way.weight()))
                            .toList(),
                    unit.boost()));
        }
        return clauses;
    }
}
