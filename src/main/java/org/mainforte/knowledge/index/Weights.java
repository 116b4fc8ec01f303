package org.mainforte.knowledge.index;

/**
 * Every number the ranking rests on, in one place. They were set by trying on the “tune” half of the evaluation questions only.
 *
 * <p>A topic is one document with all its words, counted by where they stand (BM25F: Robertson, Zaragoza, Taylor, “Simple BM25
 * extension to multiple weighted fields”, 2004). Each question a writer gave is a document too; the best one counts.
 */
final class Weights {
    /** How often a word counts, by where it stands. */
    static final int TITLE = 2;

    static final int QUESTION = 2;
    static final int KEYWORD = 8;
    static final int SUMMARY = 5;
    static final int HEADING = 3;
    static final int BODY = 1;

    /** BM25's saturation and length normalisation over a whole topic: long articles are not punished much. */
    static final float TOPIC_K1 = 2.7f;

    static final float TOPIC_B = 0.15f;

    /** The same for one question: a word stands once, and a question that says only this is better than a long one. */
    static final float QUESTION_K1 = 0.6f;

    static final float QUESTION_B = 0.8f;

    /** What the best single question counts beside the whole topic. */
    static final double BEST_QUESTION = 1.0;

    /** A word as written, a concept it stands for, its family, a correction of it, and the same in the other language. */
    static final float AS_WRITTEN = 1.0f;

    static final float CONCEPT = 0.2f;
    static final float FAMILY = 0.15f;
    static final float CORRECTED = 0.8f;
    static final float PART_OF_EXPRESSION = 0.4f;
    static final float OTHER_LANGUAGE = 0.5f;

    /** Two words that follow each other in the query and in a question. */
    static final float PAIR = 1.2f;

    /** How many topics are looked at more closely, and what their closeness adds, in units of inverse document frequency. */
    static final int LOOKED_AT = 12;

    static final double COVERED = 2.4;
    static final double ALIKE = 1.1;

    /** What the closeness of a title adds: an article is about what its title names. */
    static final double TITLED = 0.5;

    /** The exponent that damps the inverse document frequency. */
    static final double IDF_POWER = 0.48;

    /** What a word counts that stands in the title or the keywords of some article. */
    static final float SUBJECT = 1.4f;

    /** What a lesser way to match adds to the best one. */
    static final float TIE_BREAK = 0.5f;

    private Weights() {}
}
