package org.mainforte.knowledge.index;

import java.util.List;

/**
 * A topic that answers a query, and how well.
 *
 * @param score for ordering only; sums of BM25, without a scale
 * @param coverage from 0 to 1: how much of what was asked, weighed by how telling each word is, the topic speaks of
 * @param mass the weighed words it speaks of, as an absolute number: a long story may be covered little and still match a lot
 * @param question from 0 to 1: how alike the query and the nearest question of the topic are (weighed Dice coefficient)
 * @param titled from 0 to 1: how much of what was asked stands in the topic's title
 * @param units how many things the query speaks of
 * @param foreign how many words of subjects unknown to the assistant were asked that the topic does not have
 * @param sections the sections that fit, best first
 */
public record Ranked(
        String topic,
        double score,
        double coverage,
        double mass,
        double question,
        double titled,
        int units,
        int foreign,
        List<RankedSection> sections) {
    public Ranked {
        sections = List.copyOf(sections);
    }

    /** The same, this many times as good. */
    public Ranked times(double factor) {
        return new Ranked(topic, factor * score, coverage, mass, question, titled, units, foreign, sections);
    }

    /** What was not found by its words. */
    public static Ranked unfound(String topic) {
        return new Ranked(topic, 0, 0, 0, 0, 0, 0, 0, List.of());
    }

    /** The same with another score. */
    public Ranked scored(double score) {
        return new Ranked(topic, score, coverage, mass, question, titled, units, foreign, sections);
    }

    Ranked with(List<RankedSection> fitting) {
        return new Ranked(topic, score, coverage, mass, question, titled, units, foreign, fitting);
    }
}
