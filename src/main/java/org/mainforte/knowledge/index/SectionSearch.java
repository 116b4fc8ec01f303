package org.mainforte.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.ScoreDoc;
import org.mainforte.knowledge.index.Labels.Labelled;

/** Finds the sections inside topics that are already found, in both languages: twins have the same anchors. */
final class SectionSearch {
    private final ClauseSearcher searcher;

    SectionSearch(ClauseSearcher searcher) {
        this.searcher = searcher;
    }

    /** For each topic the anchors that fit, best first; an anchor counts by the twin that fits better. */
    Map<String, List<RankedSection>> best(List<Unit> units, Collection<String> topics) throws IOException {
        List<Clause> clauses = Clause.of(units, EntryDocuments::section);
        ScoreDoc[] hits = searcher.scored(clauses, searcher.having(EntryDocuments.TOPIC, topics))
                .toArray(ScoreDoc[]::new);
        List<Labelled> anchors = Labels.read(searcher, hits, EntryDocuments.TEXT);
        List<Labelled> names = Labels.read(searcher, hits, EntryDocuments.NAME);
        Map<String, Map<String, Double>> scores = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            scores.computeIfAbsent(names.get(i).label(), topic -> new HashMap<>())
                    .merge(anchors.get(i).label(), (double) anchors.get(i).score(), Math::max);
        }
        Map<String, List<RankedSection>> best = new HashMap<>();
        scores.forEach((topic, sections) -> best.put(topic, ranked(sections)));
        return best;
    }

    private static List<RankedSection> ranked(Map<String, Double> scores) {
        List<RankedSection> ranked = new ArrayList<>();
        scores.forEach((anchor, score) -> ranked.add(new RankedSection(anchor, score)));
        ranked.sort(Comparator.comparingDouble(RankedSection::score).reversed().thenComparing(RankedSection::anchor));
        return ranked;
    }
}
