package org.mainforte.knowledge.index;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.apache.lucene.search.ScoreDoc;

/** The best documents of a search, so many at most; of two that are as good the one that stands first. */
final class TopDocuments {
    private static final Comparator<ScoreDoc> WORST_FIRST = (one, other) ->
            one.score == other.score ? Integer.compare(other.doc, one.doc) : Float.compare(one.score, other.score);

    private final int most;
    private final PriorityQueue<ScoreDoc> hits;
    private float least;

    TopDocuments(int most) {
        this.most = most;
        this.hits = new PriorityQueue<>(most + 1, WORST_FIRST);
    }

    /** A document must be better than this to count. */
    float least() {
        return least;
    }

    /** Takes a document that is better than {@link #least}; documents come in their order. */
    void add(int document, float score) {
        hits.add(new ScoreDoc(document, score));
        if (hits.size() > most) {
            hits.poll();
        }
        if (hits.size() == most) {
            least = hits.element().score;
        }
    }

    /** Best first. */
    ScoreDoc[] sorted() {
        ScoreDoc[] sorted = hits.toArray(ScoreDoc[]::new);
        Arrays.sort(sorted, WORST_FIRST.reversed());
        return sorted;
    }
}
