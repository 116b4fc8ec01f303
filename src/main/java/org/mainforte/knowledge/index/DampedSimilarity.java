package org.mainforte.knowledge.index;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.SmallFloat;

/** BM25 whose inverse document frequency is damped: a word that stands in one article by chance must not outweigh two that matter. */
final class DampedSimilarity extends BM25Similarity {
    private final float k1;
    private final float b;

    DampedSimilarity(float k1, float b) {
        super(k1, b);
        this.k1 = k1;
        this.b = b;
    }

    @Override
    protected float idf(long frequency, long documents) {
        return (float) damped(frequency, documents);
    }

    /** By encoded length of a field, what a frequency is multiplied with: BM25's k1 and b turned over, as Lucene computes it. */
    float[] saturation(CollectionStatistics field) {
        float average = (float) (field.sumTotalTermFreq() / (double) field.docCount());
        float[] saturation = new float[256];
        for (int i = 0; i < saturation.length; i++) {
            saturation[i] = 1f / (k1 * ((1 - b) + b * SmallFloat.byte4ToInt((byte) i) / average));
        }
        return saturation;
    }

    /**
     * The inverse document frequency, damped.
     *
     * @param frequency counts documents that were replaced until segments are merged, so it may be more than {@code documents}
     */
    static double damped(long frequency, long documents) {
        long held = Math.min(frequency, documents);
        return Math.pow(Math.log(1 + (documents - held + 0.5) / (held + 0.5)), Weights.IDF_POWER);
    }
}
