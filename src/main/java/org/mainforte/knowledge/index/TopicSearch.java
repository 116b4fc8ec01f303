package org.mainforte.knowledge.index;

import static org.apache.lucene.search.BooleanClause.Occur.MUST_NOT;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.mainforte.kernel.Language;
import org.mainforte.knowledge.index.Labels.Labelled;

/**
 * One search: the topics by all their words and the questions one by one, added up; then the first few are looked at more
 * closely, to tell how much of the query they really answer.
 */
final class TopicSearch {
    private static final int TOPICS = 60;
    private static final int QUESTIONS = 100;

    private final IndexSearcher searcher;
    private final QueryReader reader;
    private final Language asked;
    private final Scope scope;

    TopicSearch(IndexSearcher searcher, Map<Language, TermReader> readers, Language asked, Scope scope)
            throws IOException {
        this.searcher = searcher;
        this.reader = new QueryReader(searcher.getIndexReader(), readers, asked, topics(searcher));
        this.asked = asked;
        this.scope = scope;
    }

    static int topics(IndexSearcher searcher) throws IOException {
        return searcher.getIndexReader().docFreq(new Term(EntryDocuments.KIND, "topic"));
    }

    List<Ranked> best(String query, int k) throws IOException {
        List<Unit> units = reader.read(query);
        Map<String, Candidate> candidates = new HashMap<>();
        for (Labelled hit : search(anyOf(units, EntryDocuments::pool).build(), TOPICS)) {
            candidates.computeIfAbsent(hit.label(), Candidate::new).ofTopic(hit);
        }
        for (Labelled hit : search(questions(units), QUESTIONS)) {
            candidates.computeIfAbsent(hit.label(), Candidate::new).ofQuestion(hit);
        }
        List<Candidate> best = candidates.values().stream()
                .sorted(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::topic))
                .limit(Math.max(k, Weights.LOOKED_AT))
                .toList();
        List<Ranked> ranked = looked(best, new Closeness(searcher.getIndexReader(), reader, units));
        return withSections(ranked.subList(0, Math.min(k, ranked.size())), units);
    }

    private List<Ranked> withSections(List<Ranked> ranked, List<Unit> units) throws IOException {
        List<String> topics = ranked.stream().map(Ranked::topic).toList();
        Map<String, List<RankedSection>> sections = new SectionSearch(searcher).best(units, topics);
        return ranked.stream()
                .map(each -> each.with(sections.getOrDefault(each.topic(), List.of())))
                .toList();
    }

    /** The candidates looked at more closely, best first. */
    private List<Ranked> looked(List<Candidate> candidates, Closeness closeness) throws IOException {
        for (Candidate each : candidates) {
            each.findDocument(searcher);
        }
        List<Candidate> forward = candidates.stream()
                .sorted(Comparator.comparingInt(Candidate::document))
                .toList();
        double[][] strengths = closeness.strengths(
                forward.stream().mapToInt(Candidate::document).toArray());
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < strengths.length; i++) {
            ranked.add(forward.get(i).ranked(searcher, closeness, strengths[i]));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::topic));
        return ranked;
    }

    /** Questions that have units in common, better when two follow each other in both. */
    private Query questions(List<Unit> units) {
        BooleanQuery.Builder any = anyOf(units, EntryDocuments::question);
        List<String> meanings =
                units.stream().flatMap(unit -> unit.meaning(asked).stream()).toList();
        for (String pair : TermReader.pairs(meanings)) {
            Query both = new TermQuery(new Term(EntryDocuments.question(asked), pair));
            any.add(new BoostQuery(both, Weights.PAIR), BooleanClause.Occur.SHOULD);
        }
        return any.build();
    }

    private List<Labelled> search(Query what, int most) throws IOException {
        Query query = new BooleanQuery.Builder()
                .add(what, BooleanClause.Occur.MUST)
                .add(LongPoint.newRangeQuery(EntryDocuments.FROM, day() + 1, Long.MAX_VALUE), MUST_NOT)
                .add(LongPoint.newRangeQuery(EntryDocuments.UNTIL, Long.MIN_VALUE, day()), MUST_NOT)
                .build();
        ScoreDoc[] hits = searcher.search(scope.site() == null ? query : at(scope.site(), query), most).scoreDocs;
        return Labels.read(searcher, hits, EntryDocuments.NAME);
    }

    private long day() {
        return scope.today().toEpochDay();
    }

    private static Query at(String site, Query query) {
        var sites = List.of(new BytesRef(site), new BytesRef(EntryDocuments.EVERYWHERE));
        return new BooleanQuery.Builder()
                .add(query, BooleanClause.Occur.MUST)
                .add(new TermInSetQuery(EntryDocuments.SITE, sites), BooleanClause.Occur.FILTER)
                .build();
    }

    /** Each unit counts once, by the way it matches best. */
    static BooleanQuery.Builder anyOf(List<Unit> units, Function<Language, String> field) {
        var all = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
        for (Unit unit : units) {
            List<Query> ways = new ArrayList<>();
            for (Unit.Alternative way : unit.alternatives()) {
                ways.add(
                        new BoostQuery(new TermQuery(new Term(field.apply(way.language()), way.term())), way.weight()));
            }
            if (!ways.isEmpty()) {
                Query best = new DisjunctionMaxQuery(ways, Weights.TIE_BREAK);
                all.add(new BoostQuery(best, unit.boost()), BooleanClause.Occur.SHOULD);
            }
        }
        return all;
    }
}
