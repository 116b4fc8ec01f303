package org.mainforte.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Words;

/** A short question that only makes sense after the answer before it: “et sur le téléphone ?”. */
final class FollowUp {
    private static final Pattern OPENING = Pattern.compile(
            "(?:et|mais|ou|sinon|meme chose|pareil|and|but|or|what about|how about|same|what if)\\b.{0,80}");
    /** What is spoken of is only called “it”. */
    private static final Pattern IT = Pattern.compile(
            "((oui|non|ok|yes|no|et|mais|sinon|and|but|so|also)[ ,]+)*(il|elle|ils|elles|celui|celle|it|they|that"
                    + " one|this one)\\b(?! (y a|me faut|faut)).*");

    /** Adds to what was said: “le son non plus”, “my phone as well”. */
    private static final Pattern CLOSING =
            Pattern.compile(".{0,60}\\b(?:non plus|aussi|egalement|pareil|either|neither|too|as" + " well)[ ?!.]*");

    /** Stands for what was spoken of: “et pour en installer une autre”, “what if it does”. */
    private static final Pattern PRONOUN =
            Pattern.compile("\\b(?:(?:en|le|la|les) \\p{L}+(?:er|ir|re)|l'\\p{L}+(?:er|ir|re)|it|them|one|that)\\b");

    private static final int FEW_WORDS = 5;
    /** From this share of a follow-up on in its title, an article is about nothing but what it added. */
    private static final double NAMES_IT = 0.5;

    private FollowUp() {}

    /** Whether it begins as only a follow-up does and is short. */
    static boolean opens(String question) {
        return OPENING.matcher(Words.fold(question)).matches() && words(question) <= 2 * FEW_WORDS;
    }

    /** Whether it is so short, and so begun or ended, that it adds to what was spoken of before. */
    static boolean adds(String question) {
        String folded = Words.fold(question);
        if (PRONOUN.matcher(folded).find()) {
            return false;
        }
        return (OPENING.matcher(folded).matches() && words(question) <= FEW_WORDS + 1)
                || (CLOSING.matcher(folded).matches() && words(question) <= FEW_WORDS);
    }

    /** Whether it begins as only a follow-up does and names what was spoken of by a pronoun. */
    static boolean refers(String question) {
        return opens(question) && PRONOUN.matcher(Words.fold(question)).find();
    }

    static boolean isAboutIt(String question) {
        return IT.matcher(Words.fold(question)).matches() && words(question) <= 2 * FEW_WORDS;
    }

    static boolean isShort(String question) {
        return words(question) <= FEW_WORDS;
    }

    /** The question with what it leans on. */
    static String of(String question, Article last) {
        return question + " " + last.title();
    }

    /**
     * Of the articles whose title names what a follow-up adds, the one that fits best what it says and what it leans on; what is
     * written for the site it asks about comes first.
     *
     * @param speaking what the follow-up finds by itself, best first
     * @param leaning what it finds together with what it leans on, best first
     */
    static Optional<Found> named(List<Found> speaking, List<Found> leaning) {
        @Nullable Found best = null;
        double most = 0;
        for (Found alone : speaking) {
            for (Found both : leaning) {
                if (alone.ranked().titled() >= NAMES_IT
                        && both.article().id().equals(alone.article().id())) {
                    double fit = (both.signals().ownSite() ? 1 : 0)
                            + alone.ranked().titled()
                            + alone.ranked().score()
                                    / speaking.getFirst().ranked().score()
                            + both.ranked().score()
                                    / leaning.getFirst().ranked().score();
                    if (fit > most) {
                        most = fit;
                        best = both;
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static int words(String question) {
        return Words.fold(question).split("[^\\p{L}\\p{N}]+").length;
    }
}
