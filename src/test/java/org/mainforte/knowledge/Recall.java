package org.mainforte.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ranks at which right answers stood, and the usual figures made of them; a miss is rank 0. */
final class Recall {
    private final List<Integer> ranks = new ArrayList<>();

    void add(int rank) {
        ranks.add(rank);
    }

    /** The share of questions whose right answer stood among the first k. */
    double at(int k) {
        return ranks.stream().filter(rank -> rank > 0 && rank <= k).count() / (double) Math.max(1, ranks.size());
    }

    /** Mean reciprocal rank. */
    double mrr() {
        return ranks.stream()
                .mapToDouble(rank -> rank == 0 ? 0 : 1.0 / rank)
                .average()
                .orElse(0);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "n=%3d  r@1=%.3f  r@3=%.3f  r@10=%.3f  mrr=%.3f",
                ranks.size(),
                at(1),
                at(3),
                at(10),
                mrr());
    }
}
