package org.mainforte.knowledge;

import java.util.List;
import org.mainforte.knowledge.index.Ranked;

/**
 * When the search may answer, when it has to ask, and when it has to say that it does not know. The figures come from the
 * questions in {@code src/test/evaluation}; they were chosen so that one question in a hundred that could be answered is not,
 * against half of those about other subjects that no list of words foresaw.
 */
final class Confidence {
    /** Less than this part of what was asked is spoken of, … */
    private static final double HARDLY_COVERED = 0.30;
    /** … in no more words than this, weighed by how telling they are (a long story may be covered little and match a lot), … */
    private static final double FEW_WORDS = 2.5;
    /** … and nobody was expected to ask anything like it: then nothing is known. */
    private static final double UNLIKE_ANY_QUESTION = 0.45;

    /** A topic within this factor of the best may be meant as well. */
    private static final double NEAR_TIE = 1.06;
    /** A question asked nearly as foreseen is no tie, whatever comes second. */
    private static final double AS_FORESEEN = 0.80;

    private static final int MOST_CHOICES = 3;

    private Confidence() {}

    /** How many of the ranked topics are to be offered: 0 nothing is known, 1 a clear answer, 2 or 3 a choice. */
    static int choices(List<Ranked> ranked) {
        if (ranked.isEmpty() || isWeak(ranked.getFirst())) {
            return 0;
        }
        Ranked best = ranked.getFirst();
        if (best.question() >= AS_FORESEEN) {
            return 1;
        }
        long near = ranked.stream()
                .filter(other -> best.score() < NEAR_TIE * other.score())
                .count();
        return (int) Math.min(MOST_CHOICES, near);
    }

    private static boolean isWeak(Ranked best) {
        return best.coverage() < HARDLY_COVERED && best.mass() < FEW_WORDS && best.question() < UNLIKE_ANY_QUESTION;
    }
}
