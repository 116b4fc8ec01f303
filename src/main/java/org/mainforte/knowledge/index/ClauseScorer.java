package org.mainforte.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.util.Bits;

/**
 * Scores the documents of one segment, term at a time within windows of documents. Questions have many words, each with many ways to
 * match and, the inverse document frequency being damped, with much the same weight: nothing can be skipped, and adding up in arrays is
 * several times faster than walking a tree of scorers a document at a time (Turtle and Flood, “Query evaluation”, 1995, compare the
 * two).
 */
final class ClauseScorer {
    private static final int WINDOW = 1 << 12;

    private final LeafReaderContext leaf;
    private final List<List<Cursor>> clauses = new ArrayList<>();

    private final float[] totals = new float[WINDOW];
    private final float[] best = new float[WINDOW];
    private final float[] sums = new float[WINDOW];
    private final int[] touched = new int[WINDOW];
    private final DocAndFloatFeatureBuffer block = new DocAndFloatFeatureBuffer();

    ClauseScorer(LeafReaderContext leaf) {
        this.leaf = leaf;
    }

    /**
     * The postings of one way, and what an occurrence is worth.
     *
     * @param weight boosts and inverse document frequency
     * @param lengths of each document, encoded; a document without the field is not in the postings
     * @param saturation by encoded length, what a frequency is multiplied with
     */
    record Cursor(PostingsEnum postings, float weight, byte[] lengths, float[] saturation) {
        /** BM25 in the form that Lucene computes. */
        float score(int document, float frequency) {
            int length = Byte.toUnsignedInt(lengths[document]);
            return weight - weight / (1 + frequency * saturation[length]);
        }
    }

    void add(List<Cursor> ways) {
        if (!ways.isEmpty()) {
            clauses.add(ways);
        }
    }

    /** Gives every document that matches to {@code hits}. */
    void collect(Bits excluded, TopDocuments hits) throws IOException {
        Bits live = leaf.reader().getLiveDocs();
        for (List<Cursor> clause : clauses) {
            for (Cursor way : clause) {
                way.postings.nextDoc();
            }
        }
        int documents = leaf.reader().maxDoc();
        for (int base = 0; base < documents; base += WINDOW) {
            int end = Math.min(documents, base + WINDOW);
            for (List<Cursor> clause : clauses) {
                add(clause, base, end);
            }
            for (int i = 0; i < end - base; i++) {
                float total = totals[i];
                if (total > hits.least()
                        && (live == null || live.get(base + i))
                        && !excluded.get(leaf.docBase + base + i)) {
                    hits.add(leaf.docBase + base + i, total);
                }
                totals[i] = 0;
            }
        }
    }

    /**
     * Scores only some documents.
     *
     * @param documents ascending
     * @return for each of them its score, 0 when it does not match
     */
    float[] scores(int[] documents) throws IOException {
        float[] scores = new float[documents.length];
        for (List<Cursor> clause : clauses) {
            float[] most = new float[documents.length];
            float[] all = new float[documents.length];
            for (Cursor way : clause) {
                for (int d = 0; d < documents.length; d++) {
                    int at = way.postings.docID();
                    if (at < documents[d]) {
                        at = way.postings.advance(documents[d]);
                    }
                    if (at == documents[d]) {
                        float score = way.score(at, way.postings.freq());
                        most[d] = Math.max(most[d], score);
                        all[d] += score;
                    }
                }
            }
            for (int d = 0; d < documents.length; d++) {
                scores[d] += most[d] + Weights.TIE_BREAK * (all[d] - most[d]);
            }
        }
        return scores;
    }

    /** Adds what a clause is worth to the documents of a window. */
    private void add(List<Cursor> clause, int base, int end) throws IOException {
        int count = 0;
        for (Cursor way : clause) {
            for (way.postings.nextPostings(end, block); block.size > 0; way.postings.nextPostings(end, block)) {
                for (int d = 0; d < block.size; d++) {
                    int i = block.docs[d] - base;
                    float score = way.score(block.docs[d], block.features[d]);
                    if (sums[i] == 0) {
                        touched[count++] = i;
                    }
                    sums[i] += score;
                    best[i] = Math.max(best[i], score);
                }
            }
        }
        for (int t = 0; t < count; t++) {
            int i = touched[t];
            totals[i] += best[i] + Weights.TIE_BREAK * (sums[i] - best[i]);
            best[i] = 0;
            sums[i] = 0;
        }
    }
}
