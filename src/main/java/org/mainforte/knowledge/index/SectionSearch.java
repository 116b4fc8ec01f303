package org.mainforte.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.mainforte.kernel.Language;
import org.mainforte.knowledge.index.Labels.Labelled;

/** Finds the sections inside topics that are already found. */
final class SectionSearch {
    private static final int SECTIONS_A_TOPIC = 12;

    private final IndexSearcher searcher;
    private final Map<Language, TermReader> readers;
    private final Language language;

    SectionSearch(IndexSearcher searcher, Map<Language, TermReader> readers, Language language) {
        this.searcher = searcher;
        this.readers = readers;
        this.language = language;
    }

    Map<String, List<RankedSection>> best(String query, Collection<String> topics) throws IOException {
        int size = TopicSearch.topics(searcher);
        List<Unit> units = new QueryReader(searcher.getIndexReader(), readers, language, size).read(query);
        var wanted = topics.stream().map(topic -> new BytesRef(topic)).toList();
        var all = new BooleanQuery.Builder()
                .add(TopicSearch.anyOf(units, EntryDocuments::section).build(), BooleanClause.Occur.MUST)
                .add(new TermInSetQuery(EntryDocuments.TOPIC, wanted), BooleanClause.Occur.FILTER)
                .add(new TermQuery(new Term(EntryDocuments.LANGUAGE, language.code())), BooleanClause.Occur.FILTER)
                .build();
        Map<String, List<RankedSection>> sections = new HashMap<>();
        int most = Math.max(1, topics.size() * SECTIONS_A_TOPIC);
        ScoreDoc[] hits = searcher.search(all, most).scoreDocs;
        List<Labelled> anchors = Labels.read(searcher, hits, EntryDocuments.TEXT);
        List<Labelled> names = Labels.read(searcher, hits, EntryDocuments.NAME);
        for (int i = 0; i < names.size(); i++) {
            sections.computeIfAbsent(names.get(i).label(), topic -> new ArrayList<>())
                    .add(new RankedSection(
                            anchors.get(i).label(), anchors.get(i).score()));
        }
        sections.values()
                .forEach(each -> each.sort(
                        Comparator.comparingDouble(RankedSection::score).reversed()));
        return sections;
    }
}
