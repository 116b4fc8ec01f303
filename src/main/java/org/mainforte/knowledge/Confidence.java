package org.mainforte.knowledge;

import java.util.List;
import org.mainforte.knowledge.index.Ranked;

/**
 * When the search may answer, when it has to ask, and when it has to say that it does not know. The weights are a logistic
 * regression over the “tune” half of the questions in {@code src/test/evaluation}: is the question one that some article
 * answers at all? The limit is the lowest that there answers at most 10 % of those about other subjects; 2 % of those that can be
 * answered are not then. The weight of foreign words was set by hand: the lists of such words were written with that
 * half in sight, so that it would overrate them.
 */
final class Confidence {
    /** Per share of what was asked, weighed by how telling each word is, that the best topic speaks of. */
    private static final double COVERAGE = 5.9;
    /** Per likeness to the nearest question a writer foresaw. */
    private static final double LIKENESS = 1.2;
    /** Per logarithm of the telling words it speaks of: a long story may be covered little and match a lot. */
    private static final double MASS = 3.7;
    /** Per word of another subject that the topic does not have; more than two say nothing new. */
    private static final double FOREIGN = -2.5;

    private static final int MOST_FOREIGN = 2;
    /** Who says more than this mentions much that is beside the point: foreign words count in proportion. */
    private static final double FEW = 6;

    static final double LEAST = 6.25;
    /** What it takes more when no thing of ours is named: “how much leave can I carry over” is like what is said of files. */
    private static final double UNNAMED = 0.4;
    /** So much tells that it is ours in spite of a word of another subject; set by hand, the further wordings having raised what all reach. */
    private static final double SURE = 9.0;

    /**
     * A topic within this factor of the best may be meant as well, by the number of things that were said. One or two words leave
     * much open; who said more and still matches two topics alike is better served with the first, which is mostly the right one:
     * of 16 answerable questions that were asked back within 5 %, the first topic was right in 10.
     */
    private static final double[] NEAR_TIE = {1.3, 1.3, 1.22, 1.01, 1.01};
    /** So few words are vague: only a topic that speaks of nearly as much of them as the best one may be meant. */
    private static final int VAGUE = 3;

    private static final double AS_MUCH = 0.9;
    /** A question of more than two things that was asked nearly as foreseen is no tie, whatever comes second. */
    private static final double AS_FORESEEN = 0.80;

    /** Two things or more nearly as one topic foresaw them, and none that may be meant as well, are no tie; a mere name (“vpn”) is. */
    private static final double NEARLY_AS_FORESEEN = 0.85;

    private static final double ITS_NAME = 0.99;

    private static final double FAR_BEHIND = 0.2;

    private static final int MOST_CHOICES = 3;

    private Confidence() {}

    /**
     * Which of the ranked topics are to be offered: none when nothing is known, one that clearly answers, two or three to choose.
     *
     * @param named whether the question names a thing of ours
     */
    static List<Ranked> offered(List<Ranked> ranked, boolean named) {
        double least = named ? LEAST : LEAST + UNNAMED;
        if (ranked.isEmpty() || evidence(ranked.getFirst()) < least) {
            return List.of();
        }
        Ranked best = ranked.getFirst();
        if (best.units() > 2 && best.question() >= AS_FORESEEN) {
            return List.of(best);
        }
        if (best.units() == 1
                && best.titled() >= ITS_NAME
                && ranked.stream().skip(1).allMatch(other -> other.titled() < ITS_NAME)) {
            // one word that only one title has: “mp2o”
            return List.of(best);
        }
        double factor = NEAR_TIE[Math.min(best.units(), NEAR_TIE.length - 1)];
        List<Ranked> near = ranked.stream()
                .takeWhile(other -> best.score() < factor * other.score())
                .filter(other -> best.units() > VAGUE || other.coverage() >= AS_MUCH * best.coverage())
                .limit(MOST_CHOICES)
                .toList();
        boolean foreseen = best.units() > 1
                && best.question() >= NEARLY_AS_FORESEEN
                && near.stream().skip(1).allMatch(other -> other.question() <= best.question() - FAR_BEHIND);
        return foreseen ? List.of(best) : near;
    }

    /** Whether the best topic certainly has to do with what was asked. */
    static boolean isSure(List<Ranked> ranked) {
        return !ranked.isEmpty() && evidence(ranked.getFirst()) >= SURE;
    }

    /** Whether a writer foresaw nearly these words. */
    static boolean isAsForeseen(List<Ranked> ranked) {
        return !ranked.isEmpty() && ranked.getFirst().question() >= AS_FORESEEN;
    }

    static double evidence(Ranked best) {
        return COVERAGE * best.coverage()
                + LIKENESS * best.question()
                + MASS * Math.log1p(best.mass())
                + FOREIGN * Math.min(MOST_FOREIGN, best.foreign()) * Math.min(1, FEW / Math.max(1, best.units()));
    }
}
