package org.mainforte.knowledge.index;

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
import org.jspecify.annotations.Nullable;
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
                .sorted(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(each -> each.topic))
                .limit(Math.max(k, Weights.LOOKED_AT))
                .toList();
        var closeness = new Closeness(searcher.getIndexReader(), reader, units);
        List<Ranked> ranked = new ArrayList<>();
        for (Candidate each : best) {
            ranked.add(closeness.of(each.topic, each.document(searcher), each.score(), each.question(searcher)));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::topic));
        return ranked.subList(0, Math.min(k, ranked.size()));
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
                .add(LongPoint.newRangeQuery(EntryDocuments.FROM, Long.MIN_VALUE, day()), BooleanClause.Occur.FILTER)
                .add(
                        LongPoint.newRangeQuery(EntryDocuments.UNTIL, day() + 1, Long.MAX_VALUE),
                        BooleanClause.Occur.FILTER)
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

    private static final class Candidate {
        private final String topic;
        private int document = -1;
        private double topicScore;
        private double questionScore;
        private int question = -1;

        Candidate(String topic) {
            this.topic = topic;
        }

        void ofTopic(Labelled hit) {
            document = hit.document();
            topicScore = hit.score();
        }

        void ofQuestion(Labelled hit) {
            if (hit.score() > questionScore) {
                questionScore = hit.score();
                question = hit.document();
            }
        }

        @Nullable
        String question(IndexSearcher searcher) throws IOException {
            return question < 0 ? null : Labels.one(searcher, question, EntryDocuments.TEXT);
        }

        double score() {
            return topicScore + Weights.BEST_QUESTION * questionScore;
        }

        /** The topic's document, also when only one of its questions was among the best. */
        int document(IndexSearcher searcher) throws IOException {
            if (document < 0) {
                Query self = new BooleanQuery.Builder()
                        .add(new TermQuery(new Term(EntryDocuments.TOPIC, topic)), BooleanClause.Occur.FILTER)
                        .add(new TermQuery(new Term(EntryDocuments.KIND, "topic")), BooleanClause.Occur.FILTER)
                        .build();
                document = searcher.search(self, 1).scoreDocs[0].doc;
            }
            return document;
        }
    }
}
