package org.mainforte.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** How much of a query one topic answers, on a scale that can be compared between queries. */
final class Closeness {
    /** A word that stands this often in a topic counts half; title and keywords count several times. */
    private static final double HALF = 1.5;

    private final IndexReader index;
    private final QueryReader reader;
    private final List<Unit> units;
    private final double total;

    Closeness(IndexReader index, QueryReader reader, List<Unit> units) {
        this.index = index;
        this.reader = reader;
        this.units = units;
        this.total = units.stream().mapToDouble(Unit::importance).sum();
    }

    Ranked of(String topic, int document, double score, @Nullable String question) throws IOException {
        double mass = 0;
        List<String> explanation = new ArrayList<>();
        for (Unit unit : units) {
            double strength = strength(unit, document);
            mass += unit.importance() * strength;
            explanation.add("%s: importance %.2f, strength %.2f%s"
                    .formatted(unit.text(), unit.importance(), strength, unit.known() ? "" : ", unknown"));
        }
        double alike = question == null ? 0 : alike(question);
        if (question != null) {
            explanation.add(String.format(Locale.ROOT, "nearest question “%s”: %.2f", question, alike));
        }
        double whole = score + Weights.COVERED * mass + Weights.ALIKE * alike * total;
        return new Ranked(topic, whole, total == 0 ? 0 : mass / total, mass, alike, explanation);
    }

    private double strength(Unit unit, int document) throws IOException {
        double best = 0;
        for (Unit.Alternative way : unit.alternatives()) {
            int count = count(EntryDocuments.pool(way.language()), way.term(), document);
            best = Math.max(best, way.weight() * count / (count + HALF));
        }
        return best;
    }

    private int count(String field, String term, int document) throws IOException {
        PostingsEnum postings = MultiTerms.getTermPostingsEnum(index, field, new BytesRef(term), PostingsEnum.FREQS);
        return postings != null && postings.advance(document) == document ? postings.freq() : 0;
    }

    /** Weighed Dice coefficient: twice what both have, over what each has. */
    private double alike(String question) throws IOException {
        List<Unit> theirs = reader.read(question);
        Set<String> asked = new HashSet<>();
        units.forEach(unit -> asked.addAll(unit.terms()));
        Set<String> offered = new HashSet<>();
        theirs.forEach(unit -> offered.addAll(unit.terms()));
        double common = common(units, offered) + common(theirs, asked);
        double all = total + theirs.stream().mapToDouble(Unit::importance).sum();
        return all == 0 ? 0 : common / all;
    }

    private static double common(List<Unit> units, Set<String> terms) {
        double common = 0;
        for (Unit unit : units) {
            if (unit.terms().stream().anyMatch(terms::contains)) {
                common += unit.importance();
            }
        }
        return common;
    }
}
