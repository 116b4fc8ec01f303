package org.mainforte.knowledge.index;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which known words a strange word may have meant: those that sound the same, then those an edit or two away. */
final class Spelling {
    private static final int MOST = 3;

    private Spelling() {}

    /** Known words that may be meant, the surest first. */
    static List<Guess> guesses(String surface, Lexicon lexicon) {
        Map<String, Guess> guesses = new LinkedHashMap<>();
        for (String alike : lexicon.soundingLike(surface)) {
            guesses.put(alike, new Guess(alike, distance(surface, alike), true));
        }
        for (String near : lexicon.near(surface)) {
            guesses.computeIfAbsent(near, word -> new Guess(word, distance(surface, word), false));
        }
        return guesses.values().stream()
                .filter(guess -> guess.plausibleFor(surface))
                .sorted(Comparator.comparingDouble(Guess::cost).thenComparing(Guess::surface))
                .limit(MOST)
                .toList();
    }

    /** Edits between two words (optimal string alignment): insertions, deletions, substitutions, swaps of neighbours. */
    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, one, other, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int step(int[][] cost, String one, String other, int i, int j) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }

    /**
     * A word that may have been meant.
     *
     * @param distance edits from what was written
     */
    record Guess(String surface, int distance, boolean soundsAlike) {
        /** Codes are never corrected into other codes, and no word into one that is mostly different. */
        private boolean plausibleFor(String written) {
            int most = soundsAlike ? Math.max(1, (written.length() + 1) / 2) : written.length() < 8 ? 1 : 2;
            return distance <= most && written.chars().noneMatch(Character::isDigit);
        }

        private double cost() {
            return soundsAlike ? distance * 0.4 : distance;
        }

        /** How sure it is, from 0 to 1. */
        float confidence() {
            return (float) (1 / (1 + 0.25 * cost()));
        }
    }
}
