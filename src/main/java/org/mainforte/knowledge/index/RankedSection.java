package org.mainforte.knowledge.index;

/**
 * A section that fits a query.
 *
 * @param score for ordering only
 * @param named whether the query has a word of the section's heading that the article's title has not
 */
public record RankedSection(String anchor, double score, boolean named) {
    /** What two twins say of the same section. */
    RankedSection and(RankedSection twin) {
        return new RankedSection(anchor, Math.max(score, twin.score), named || twin.named);
    }
}
