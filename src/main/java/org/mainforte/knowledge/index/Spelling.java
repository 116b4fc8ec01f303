package org.mainforte.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.mainforte.kernel.Language;

/**
 * Which words the index and the vocabulary know, and which of them a strange word may have meant: those that sound the same,
 * then those one or two edits away (Levenshtein automata: Schulz and Mihov, 2002).
 */
final class Spelling {
    private static final int MOST = 3;

    private final IndexReader reader;

    Spelling(IndexReader reader) {
        this.reader = reader;
    }

    boolean knows(String surface, Language language) throws IOException {
        return reader.docFreq(new Term(EntryDocuments.spelling(language), surface)) > 0;
    }

    /** Known words that may be meant, the surest first. */
    List<Guess> guesses(String surface, Language language) throws IOException {
        Map<String, Guess> guesses = new LinkedHashMap<>();
        for (String alike : soundingLike(surface, language)) {
            guesses.put(alike, new Guess(alike, distance(surface, alike), true));
        }
        for (String near : near(surface, language)) {
            guesses.putIfAbsent(near, new Guess(near, distance(surface, near), false));
        }
        return guesses.values().stream()
                .filter(guess -> guess.plausibleFor(surface))
                .sorted(Comparator.comparingDouble(Guess::cost))
                .limit(MOST)
                .toList();
    }

    private List<String> soundingLike(String surface, Language language) throws IOException {
        List<String> alike = new ArrayList<>();
        Terms terms = MultiTerms.getTerms(reader, EntryDocuments.sound(language));
        if (terms != null) {
            String prefix = Sounds.key(surface, language) + " ";
            TermsEnum all = terms.iterator();
            TermsEnum.SeekStatus status = all.seekCeil(new BytesRef(prefix));
            BytesRef term = status == TermsEnum.SeekStatus.END ? null : all.term();
            while (term != null && term.utf8ToString().startsWith(prefix)) {
                alike.add(term.utf8ToString().substring(prefix.length()));
                term = all.next();
            }
        }
        return alike;
    }

    private List<String> near(String surface, Language language) throws IOException {
        List<String> near = new ArrayList<>();
        String field = EntryDocuments.spelling(language);
        Terms terms = MultiTerms.getTerms(reader, field);
        int edits = surface.length() < 4 ? 0 : surface.length() < 8 ? 1 : 2;
        if (terms != null && edits > 0) {
            TermsEnum all = new FuzzyTermsEnum(terms, new Term(field, surface), edits, 1, true);
            for (BytesRef term = all.next(); term != null; term = all.next()) {
                near.add(term.utf8ToString());
            }
        }
        return near;
    }

    /** Edits between two words: insertions, deletions, substitutions and swaps of neighbours. */
    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int best = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
                best = Math.min(best, cost[i - 1][j - 1] + change);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    best = Math.min(best, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = best;
            }
        }
        return cost[one.length()][other.length()];
    }

    /**
     * A word that may have been meant.
     *
     * @param distance edits from what was written
     */
    record Guess(String surface, int distance, boolean soundsAlike) {
        /** Codes are never corrected into other codes, nor very short words into anything that sounds different. */
        private boolean plausibleFor(String written) {
            return written.chars().noneMatch(Character::isDigit) && distance <= Math.max(1, (written.length() + 1) / 2);
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
