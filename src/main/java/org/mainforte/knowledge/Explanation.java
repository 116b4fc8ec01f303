package org.mainforte.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainforte.knowledge.index.Ranked;
import org.mainforte.knowledge.index.Why;

/**
 * Why a hit ranks where it does, for whoever tends the search.
 *
 * @param inWords the same in a few English sentences
 * @param words everything that was asked, and how the article has it
 * @param nearestQuestion of those a writer foresaw for it
 * @param likeness from 0 to 1, how alike that question and the one asked are (weighed Dice coefficient)
 * @param coverage from 0 to 1, how much of what was asked, weighed by importance, the article speaks of
 * @param evidence what coverage, likeness and the number of telling words come to
 * @param evidenceNeeded from which on a question is answered at all
 * @param plainWish whether somebody plainly asks for it, which puts it first
 * @param ownSite whether it is written for the asker's own site, which counts a little more
 * @param trouble whether it is about what goes wrong and a trouble was told, which counts a little more
 * @param rankByWords only with embeddings: its place by words alone
 * @param rankByMeaning only with embeddings: its place by meaning alone
 * @param likenessOfMeaning only with embeddings: cosine of question and article
 * @param decision what the chat makes of the question as a whole: {@code answer}, {@code choice}, {@code unknown} or
 *     {@code another-subject}
 * @param offered whether this article is the answer, or among the choices
 */
public record Explanation(
        List<String> inWords,
        List<Why.WordMatch> words,
        @Nullable String nearestQuestion,
        double likeness,
        double coverage,
        double evidence,
        double evidenceNeeded,
        boolean plainWish,
        boolean ownSite,
        boolean trouble,
        @Nullable Integer rankByWords,
        @Nullable Integer rankByMeaning,
        @Nullable Double likenessOfMeaning,
        String decision,
        boolean offered) {
    public Explanation {
        inWords = List.copyOf(inWords);
        words = List.copyOf(words);
    }

    /** @param offered whether the decision offers it */
    static Explanation of(Found found, Why why, String decision, boolean offered) {
        Ranked ranked = found.ranked();
        Found.Signals signals = found.signals();
        Double likeness = signals.likeness();
        return new Explanation(
                new ExplanationText(found, why, decision, offered).sentences(),
                why.words().stream().map(Explanation::rounded).toList(),
                why.nearestQuestion(),
                rounded(ranked.question()),
                rounded(ranked.coverage()),
                rounded(Confidence.evidence(ranked)),
                Confidence.LEAST,
                signals.plainWish(),
                signals.ownSite(),
                signals.trouble(),
                signals.rankByWords(),
                signals.rankByMeaning(),
                likeness == null ? null : rounded(likeness),
                decision,
                offered);
    }

    private static Why.WordMatch rounded(Why.WordMatch word) {
        return new Why.WordMatch(
                word.word(),
                rounded(word.importance()),
                rounded(word.strength()),
                word.anotherSubject(),
                word.found().stream()
                        .map(way -> new Why.Way(way.kind(), way.text(), rounded(way.weight()), way.fields()))
                        .toList());
    }

    static double rounded(double value) {
        return Math.round(1_000 * value) / 1_000.0;
    }
}
