package org.mainforte.knowledge.index;

import static org.apache.lucene.search.BooleanClause.Occur.MUST_NOT;
import static org.apache.lucene.search.BooleanClause.Occur.SHOULD;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.mainforte.kernel.Language;
import org.mainforte.knowledge.index.Labels.Labelled;

/**
 * One search: the topics by all their words and the questions one by one, added up; then the first few are looked at more
 * closely, to tell how much of the query they really answer.
 */
final class TopicSearch {
    private static final int TOPICS = 60;
    private static final int QUESTIONS = 100;

    private final Searchers searchers;
    private final QueryReader reader;
    private final Language asked;
    private final Scope scope;

    TopicSearch(Searchers searchers, Map<Language, TermReader> readers, Language asked, Scope scope) {
        this.searchers = searchers;
        IndexReader topics = searchers.topics().getIndexReader();
        this.reader = new QueryReader(topics, readers, asked, topics.numDocs());
        this.asked = asked;
        this.scope = scope;
    }

    List<Ranked> best(String query, int k) throws IOException {
        List<Unit> units = reader.read(query);
        Map<String, Candidate> candidates = new HashMap<>();
        for (Labelled hit : search(searchers.topics(), Clause.of(units, EntryDocuments::pool), TOPICS)) {
            candidates.computeIfAbsent(hit.label(), Candidate::new).ofTopic(hit);
        }
        for (Labelled hit : search(searchers.questions(), questions(units), QUESTIONS)) {
            candidates.computeIfAbsent(hit.label(), Candidate::new).ofQuestion(hit);
        }
        List<Candidate> best = candidates.values().stream()
                .sorted(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::topic))
                .limit(Math.max(k, Weights.LOOKED_AT))
                .toList();
        List<Ranked> ranked = looked(best, new Closeness(searchers.topics().getIndexReader(), reader, units));
        return withSections(ranked.subList(0, Math.min(k, ranked.size())), units);
    }

    private List<Ranked> withSections(List<Ranked> ranked, List<Unit> units) throws IOException {
        List<String> topics = ranked.stream().map(Ranked::topic).toList();
        Map<String, List<RankedSection>> sections = new SectionSearch(searchers.sections()).best(units, topics);
        return ranked.stream()
                .map(each -> each.with(sections.getOrDefault(each.topic(), List.of())))
                .toList();
    }

    /** The candidates looked at more closely, best first. */
    private List<Ranked> looked(List<Candidate> candidates, Closeness closeness) throws IOException {
        for (Candidate each : candidates) {
            each.findDocument(searchers.topics());
        }
        List<Candidate> forward = candidates.stream()
                .sorted(Comparator.comparingInt(Candidate::document))
                .toList();
        int[] documents = forward.stream().mapToInt(Candidate::document).toArray();
        double[][] strengths = closeness.strengths(documents);
        double[] titled = closeness.titled(documents);
        int[] foreign = closeness.foreign(documents);
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < strengths.length; i++) {
            ranked.add(forward.get(i).ranked(searchers.questions(), closeness, strengths[i], titled[i], foreign[i]));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::topic));
        return ranked;
    }

    /** Questions that have units in common, better when two follow each other in both. */
    private List<Clause> questions(List<Unit> units) {
        List<Clause> clauses = new ArrayList<>(Clause.of(units, EntryDocuments::question));
        List<String> meanings =
                units.stream().flatMap(unit -> unit.meaning(asked).stream()).toList();
        for (String pair : TermReader.pairs(meanings)) {
            Term both = new Term(EntryDocuments.question(asked), pair);
            clauses.add(new Clause(List.of(new Clause.Way(both, 1)), Weights.PAIR));
        }
        return clauses;
    }

    private List<Labelled> search(ClauseSearcher searcher, List<Clause> clauses, int most) throws IOException {
        return Labels.read(searcher, searcher.best(clauses, hidden(), most), EntryDocuments.NAME);
    }

    /** What must not be found: out of its time, or for other sites only. */
    private Query hidden() {
        var hidden = new BooleanQuery.Builder()
                .add(LongPoint.newRangeQuery(EntryDocuments.FROM, day() + 1, Long.MAX_VALUE), SHOULD)
                .add(LongPoint.newRangeQuery(EntryDocuments.UNTIL, Long.MIN_VALUE, day()), SHOULD);
        return scope.site() == null
                ? hidden.build()
                : hidden.add(elsewhere(scope.site()), SHOULD).build();
    }

    private long day() {
        return scope.today().toEpochDay();
    }

    /** What is for other sites only: little, so that leaving it out costs less than asking for all the rest. */
    private static Query elsewhere(String site) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(EntryDocuments.SITE, EntryDocuments.LIMITED)), BooleanClause.Occur.MUST)
                .add(new TermQuery(new Term(EntryDocuments.SITE, site)), MUST_NOT)
                .build();
    }
}
