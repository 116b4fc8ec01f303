package org.mainforte.knowledge.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.search.ScoreDoc;
import org.mainforte.kernel.Language;
import org.mainforte.knowledge.index.Labels.Labelled;

/** Finds the sections inside topics that are already found, in both languages: twins have the same anchors. */
final class SectionSearch {
    private final ClauseSearcher searcher;

    SectionSearch(ClauseSearcher searcher) {
        this.searcher = searcher;
    }

    /** For each topic the anchors that fit, best first; an anchor counts by the twin that fits better. */
    Map<String, List<RankedSection>> best(List<Unit> units, Collection<String> topics) throws IOException {
        int[] inside = searcher.having(EntryDocuments.TOPIC, topics);
        ScoreDoc[] hits = scored(units, EntryDocuments::section, inside);
        Set<Integer> named = Arrays.stream(scored(units, EntryDocuments::heading, inside))
                .map(hit -> hit.doc)
                .collect(Collectors.toSet());
        List<Labelled> anchors = Labels.read(searcher, hits, EntryDocuments.TEXT);
        List<Labelled> names = Labels.read(searcher, hits, EntryDocuments.NAME);
        Map<String, Map<String, RankedSection>> found = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Labelled anchor = anchors.get(i);
            var section = new RankedSection(anchor.label(), anchor.score(), named.contains(anchor.document()));
            found.computeIfAbsent(names.get(i).label(), topic -> new HashMap<>())
                    .merge(anchor.label(), section, RankedSection::and);
        }
        Map<String, List<RankedSection>> best = new HashMap<>();
        found.forEach((topic, sections) -> best.put(topic, ranked(sections.values())));
        return best;
    }

    private ScoreDoc[] scored(List<Unit> units, Function<Language, String> field, int[] inside) throws IOException {
        return searcher.scored(Clause.of(units, field), inside).toArray(ScoreDoc[]::new);
    }

    private static List<RankedSection> ranked(Collection<RankedSection> sections) {
        return sections.stream()
                .sorted(Comparator.comparingDouble(RankedSection::score)
                        .reversed()
                        .thenComparing(RankedSection::anchor))
                .toList();
    }
}
