package org.mainforte.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.mainforte.knowledge.index.Labels.Labelled;

/** Finds the sections inside topics that are already found, in both languages: twins have the same anchors. */
final class SectionSearch {
    private static final int SECTIONS_A_TOPIC = 16;

    private final IndexSearcher searcher;

    SectionSearch(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** For each topic the anchors that fit, best first; an anchor counts by the twin that fits better. */
    Map<String, List<RankedSection>> best(List<Unit> units, Collection<String> topics) throws IOException {
        var wanted = topics.stream().map(topic -> new BytesRef(topic)).toList();
        var all = new BooleanQuery.Builder()
                .add(TopicSearch.anyOf(units, EntryDocuments::section).build(), BooleanClause.Occur.MUST)
                .add(new TermInSetQuery(EntryDocuments.TOPIC, wanted), BooleanClause.Occur.FILTER)
                .build();
        ScoreDoc[] hits = searcher.search(all, Math.max(1, topics.size() * SECTIONS_A_TOPIC)).scoreDocs;
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
