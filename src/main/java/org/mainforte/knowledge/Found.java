package org.mainforte.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainforte.knowledge.index.Ranked;
import org.mainforte.markdown.Section;

/**
 * A topic that was found, in the language to show it in, with the section to show.
 *
 * @param signals what moved it beside its words
 */
record Found(Ranked ranked, Article article, Section section, Signals signals) {
    /**
     * What else than its words moved a topic.
     *
     * @param plainWish whether it is what somebody plainly asks for
     * @param ownSite whether it is written for the asker's own site
     * @param trouble whether it is about what goes wrong, and a trouble was told
     * @param rankByWords from 1; null when only its meaning brought it, or meaning was not asked
     * @param rankByMeaning from 1, or null
     * @param likeness cosine of question and topic, or null
     */
    record Signals(
            boolean plainWish,
            boolean ownSite,
            boolean trouble,
            @Nullable Integer rankByWords,
            @Nullable Integer rankByMeaning,
            @Nullable Double likeness) {
        static final Signals NONE = new Signals(false, false, false, null, null, null);
    }

    static Found of(Ranked ranked, Article article) {
        return new Found(ranked, article, SectionChoice.of(article, ranked.sections()), Signals.NONE);
    }

    /** Of a topic that is not found by its words. */
    static Found unranked(Article article) {
        return of(Ranked.unfound(article.id()), article);
    }

    /** Better than others, because it is written for the asker's own site. */
    Found ofOwnSite(double factor) {
        return new Found(
                ranked.times(factor), article, section, new Signals(false, true, signals.trouble, null, null, null));
    }

    /** Better than others, because it is about what goes wrong and a trouble was told. */
    Found ofTrouble(double factor) {
        return new Found(
                ranked.times(factor), article, section, new Signals(false, signals.ownSite, true, null, null, null));
    }

    /** Put before others, because somebody plainly asks for it. */
    Found wished(double score) {
        var now = new Signals(
                true, signals.ownSite, signals.trouble, signals.rankByWords, signals.rankByMeaning, signals.likeness);
        return new Found(ranked.scored(score), article, section, now);
    }

    /** With its score and ranks in a fused list. */
    Found fused(double score, @Nullable Integer byWords, @Nullable Integer byMeaning, @Nullable Double likeness) {
        var now = new Signals(signals.plainWish, signals.ownSite, signals.trouble, byWords, byMeaning, likeness);
        return new Found(ranked.scored(score), article, section, now);
    }

    Passage passage() {
        return Passage.of(article, section);
    }

    static List<Ranked> ranked(List<Found> found) {
        return found.stream().map(Found::ranked).toList();
    }
}
