package org.mainforte.knowledge.index;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.mainforte.kernel.Language;
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
        int most = Math.max(1, topics.size() * SECTIONS_A_TOPIC);
        ScoreDoc[] hits = searcher.search(in(topics, units, EntryDocuments::section), most).scoreDocs;
        Set<Integer> named = documents(searcher.search(in(topics, units, EntryDocuments::heading), most).scoreDocs);
        List<Labelled> anchors = Labels.read(searcher, hits, EntryDocuments.TEXT);
        List<Labelled> names = Labels.read(searcher, hits, EntryDocuments.NAME);
        Map<String, Map<String, RankedSection>> found = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Labelled anchor = anchors.get(i);
            var section = new RankedSection(anchor.label(), anchor.score(), named.contains(anchor.document()));
            found.computeIfAbsent(names.get(i).label(), topic -> new HashMap<>())
                    .merge(anchor.label(), section, RankedSection::and);
        }
        Map<String, List<RankedSection>> best = new HashMap<>();
        found.forEach((topic, sections) -> best.put(topic, ranked(sections.values())));
        return best;
    }

    private static Query in(Collection<String> topics, List<Unit> units, Function<Language, String> field) {
        var wanted = topics.stream().map(topic -> new BytesRef(topic)).toList();
        return new BooleanQuery.Builder()
                .add(TopicSearch.anyOf(units, field).build(), BooleanClause.Occur.MUST)
                .add(new TermInSetQuery(EntryDocuments.TOPIC, wanted), BooleanClause.Occur.FILTER)
                .build();
    }

    private static Set<Integer> documents(ScoreDoc[] hits) {
        return Stream.of(hits).map(hit -> hit.doc).collect(Collectors.toSet());
    }

    private static List<RankedSection> ranked(Collection<RankedSection> sections) {
        return sections.stream()
                .sorted(Comparator.comparingDouble(RankedSection::score)
                        .reversed()
                        .thenComparing(RankedSection::anchor))
                .toList();
    }
}
