package org.mainforte.knowledge;

import java.util.List;
import java.util.Set;
import org.mainforte.knowledge.index.RankedSection;
import org.mainforte.markdown.Section;

/**
 * Which section of an article is shown: what to do, unless another one is clearly what was asked for: it fits much better, and the
 * question has a word of its heading. Words in its text alone are mostly those of the whole article.
 */
final class SectionChoice {
    private static final String WHAT_TO_DO = "what-to-do";
    /** They describe or give up; nobody asks for them by their words. */
    private static final Set<String> NEVER_CHOSEN = Set.of("what-you-see", "call-a-person", "if-it-does-not-work");
    /** How much better another section must fit than what to do. */
    private static final double CLEARLY = 1.6;

    private SectionChoice() {}

    /** @param ranked the sections that fit the query, best first */
    static Section of(Article article, List<RankedSection> ranked) {
        Section usual = article.section(WHAT_TO_DO).orElse(article.sections().getFirst());
        double score = ranked.stream()
                .filter(section -> section.anchor().equals(usual.anchor()))
                .mapToDouble(RankedSection::score)
                .findFirst()
                .orElse(0);
        return ranked.stream()
                .filter(section -> !NEVER_CHOSEN.contains(section.anchor()))
                .filter(RankedSection::named)
                .filter(section -> section.score() > CLEARLY * score && section.score() > 1)
                .findFirst()
                .flatMap(section -> article.section(section.anchor()))
                .orElse(usual);
    }
}
