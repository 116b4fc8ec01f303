package org.mainforte.advisor;

import java.util.List;
import java.util.Optional;
import org.mainforte.catalogue.Start;
import org.mainforte.conversation.FurtherReading;
import org.mainforte.conversation.Source;
import org.mainforte.conversation.Turn;
import org.mainforte.knowledge.Hit;
import org.mainforte.knowledge.KnowledgeSearch;
import org.mainforte.knowledge.Passage;
import org.mainforte.knowledge.ReadingAgain;
import org.springframework.stereotype.Component;

/** A lookup tells the facts of one person; the article that offers it tells the rules behind them. */
@Component
class ArticlesOfLookups implements FurtherReading {
    /** Deeper down the list an article has little to do with the question. */
    private static final int CLOSE = 3;

    private final KnowledgeSearch knowledge;

    ArticlesOfLookups(KnowledgeSearch knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public List<Source> about(Start lookup, Turn turn) {
        try {
            return knowledge.search(turn.text(), turn.language(), CLOSE).stream()
                    .flatMap(hit -> passage(hit, turn).stream())
                    .filter(passage -> offers(passage, lookup))
                    .limit(1)
                    .map(passage ->
                            new Source(passage.article(), passage.title(), passage.sectionTitle(), passage.url()))
                    .toList();
        } catch (ReadingAgain meanwhile) {
            return List.of();
        }
    }

    private Optional<Passage> passage(Hit hit, Turn turn) {
        return knowledge.section(hit.article(), turn.language(), hit.section());
    }

    private static boolean offers(Passage passage, Start lookup) {
        return passage.starts().stream()
                .anyMatch(start ->
                        start.kind().equals(lookup.kind()) && start.id().equals(lookup.id()));
    }
}
