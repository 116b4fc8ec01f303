package org.mainforte.knowledge.index;

import java.util.Arrays;
import org.apache.lucene.search.ScoreDoc;

/**
 * The best documents of a search, so many at most; of two that are as good the one that stands first. Each is one number, the bits of
 * its score above those of its place, so that the greater number is the better document; twice as many as wanted are gathered, then the
 * lesser half is dropped.
 */
final class TopDocuments {
    private final int most;
    private final long[] hits;
    private int count;
    private float least;

    TopDocuments(int most) {
        this.most = most;
        this.hits = new long[2 * most];
    }

    /** A document must be better than this to count. */
    float least() {
        return least;
    }

    /** Takes a document that is better than {@link #least}; documents come in their order. */
    void add(int document, float score) {
        hits[count++] = ((long) Float.floatToIntBits(score) << Integer.SIZE) | (Integer.MAX_VALUE - document);
        if (count == hits.length) {
            Arrays.sort(hits);
            System.arraycopy(hits, most, hits, 0, most);
            count = most;
            least = score(hits[0]);
        }
    }

    private static float score(long hit) {
        return Float.intBitsToFloat((int) (hit >> Integer.SIZE));
    }

    /** Best first. */
    ScoreDoc[] sorted() {
        Arrays.sort(hits, 0, count);
        var sorted = new ScoreDoc[Math.min(most, count)];
        for (int i = 0; i < sorted.length; i++) {
            long hit = hits[count - 1 - i];
            sorted[i] = new ScoreDoc(Integer.MAX_VALUE - (int) hit, score(hit));
        }
        return sorted;
    }
}
