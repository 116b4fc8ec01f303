package org.mainforte.knowledge.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;
import org.mainforte.kernel.Language;

/** How much of a query single topics answer, on a scale that can be compared between queries. */
final class Closeness {
    /** A word that stands this often in a topic counts half; title and keywords count several times. */
    private static final double HALF = 1.5;

    private final IndexReader index;
    private final QueryReader reader;
    private final List<Unit> units;
    private final Set<String> asked = new HashSet<>();
    private final double total;
    private final Map<String, Double> importances = new HashMap<>();

    Closeness(IndexReader index, QueryReader reader, List<Unit> units) {
        this.index = index;
        this.reader = reader;
        this.units = units;
        this.total = units.stream().mapToDouble(Unit::importance).sum();
        units.forEach(unit -> asked.addAll(unit.terms()));
    }

    /** How many things were asked. */
    int units() {
        return units.size();
    }

    /** The importance of all that was asked. */
    double total() {
        return total;
    }

    /**
     * How strongly each topic speaks of each unit, from 0 to 1.
     *
     * @param documents of the topics, ascending
     * @return for each document one number a unit
     */
    double[][] strengths(int[] documents) throws IOException {
        double[][] strengths = new double[documents.length][units.size()];
        for (int u = 0; u < units.size(); u++) {
            for (Unit.Alternative way : units.get(u).alternatives()) {
                PostingsEnum postings = MultiTerms.getTermPostingsEnum(
                        index, EntryDocuments.pool(way.language()), new BytesRef(way.term()), PostingsEnum.FREQS);
                for (int d = 0; postings != null && d < documents.length; d++) {
                    if (reaches(postings, documents[d])) {
                        double strength = way.weight() * postings.freq() / (postings.freq() + HALF);
                        strengths[d][u] = Math.max(strengths[d][u], strength);
                    }
                }
            }
        }
        return strengths;
    }

    private static boolean reaches(PostingsEnum postings, int document) throws IOException {
        return (postings.docID() < document ? postings.advance(document) : postings.docID()) == document;
    }

    /**
     * The importance of what each topic has in its title: what it is about, and not only mentions.
     *
     * @param documents of the topics, ascending
     */
    double[] titled(int[] documents) throws IOException {
        double[] titled = new double[documents.length];
        for (Unit unit : units) {
            boolean[] has = having(unit, EntryDocuments::title, documents);
            for (int d = 0; d < documents.length; d++) {
                titled[d] += has[d] ? unit.importance() : 0;
            }
        }
        return titled;
    }

    /**
     * How many words of other subjects each topic does not speak of.
     *
     * @param documents of the topics, ascending
     */
    int[] foreign(int[] documents) throws IOException {
        int[] foreign = new int[documents.length];
        for (Unit unit : units) {
            if (unit.elsewhere()) {
                boolean[] has = having(unit, EntryDocuments::written, documents);
                for (int d = 0; d < documents.length; d++) {
                    foreign[d] += has[d] ? 0 : 1;
                }
            }
        }
        return foreign;
    }

    private boolean[] having(Unit unit, Function<Language, String> field, int[] documents) throws IOException {
        boolean[] has = new boolean[documents.length];
        for (Unit.Alternative way : unit.alternatives()) {
            PostingsEnum postings = MultiTerms.getTermPostingsEnum(
                    index, field.apply(way.language()), new BytesRef(way.term()), PostingsEnum.NONE);
            for (int d = 0; postings != null && d < documents.length; d++) {
                has[d] |= reaches(postings, documents[d]);
            }
        }
        return has;
    }

    /** What a topic speaks of, weighed by importance. */
    double mass(double[] strengths) {
        double mass = 0;
        for (int u = 0; u < strengths.length; u++) {
            mass += units.get(u).importance() * strengths[u];
        }
        return mass;
    }

    /**
     * How alike the query and a question are, from 0 to 1: weighed Dice coefficient, twice what both have over what each has.
     *
     * @param meanings the question's language and meanings as the index keeps them
     */
    double alike(String meanings) throws IOException {
        String[] words = meanings.split(" ");
        Language language = Language.of(words[0]);
        Set<String> offered = new HashSet<>(Arrays.asList(words).subList(1, words.length));
        double theirs = 0;
        double common = 0;
        for (String meaning : offered) {
            double importance = importance(language, meaning);
            theirs += importance;
            common += asked.contains(meaning) ? importance : 0;
        }
        for (Unit unit : units) {
            common += unit.terms().stream().anyMatch(offered::contains) ? unit.importance() : 0;
        }
        return total + theirs == 0 ? 0 : common / (total + theirs);
    }

    private double importance(Language language, String meaning) throws IOException {
        String key = language.code() + meaning;
        Double known = importances.get(key);
        if (known == null) {
            known = reader.importance(language, meaning);
            importances.put(key, known);
        }
        return known;
    }
}
