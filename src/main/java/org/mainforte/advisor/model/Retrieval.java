package org.mainforte.advisor.model;

import java.util.List;
import java.util.Optional;
import org.mainforte.conversation.Turn;
import org.mainforte.knowledge.Context;
import org.mainforte.knowledge.Decision;
import org.mainforte.knowledge.Hit;
import org.mainforte.knowledge.Inserts;
import org.mainforte.knowledge.KnowledgeSearch;
import org.mainforte.knowledge.Passage;
import org.springframework.stereotype.Component;

/** Finds the sections a model may speak from. What the search itself would not dare to answer is not given. */
@Component
class Retrieval {
    private static final int OWN = 4;
    private static final int OTHER = 2;
    /** Of the best score; what is further away only distracts. */
    private static final double NEAR_ENOUGH = 0.45;

    private final KnowledgeSearch knowledge;
    private final Inserts inserts;

    Retrieval(KnowledgeSearch knowledge, Inserts inserts) {
        this.knowledge = knowledge;
        this.inserts = inserts;
    }

    /** Puts down what is found to a question. @return what the search would have said by itself */
    Decision gather(String question, Turn turn, Evidence evidence) {
        var context = new Context(turn.employee().site(), turn.dialogue().article());
        KnowledgeSearch.Gathered gathered = knowledge.gather(question, turn.language(), context, OWN);
        Decision decision = gathered.decision();
        switch (decision) {
            case Decision.Found found -> add(found.passage(), turn, evidence);
            case Decision.Near near -> near.passages().forEach(passage -> add(passage, turn, evidence));
            case Decision.Nothing nothing -> {
                return decision;
            }
            case Decision.Elsewhere elsewhere -> {
                return decision;
            }
            case Decision.Unread unread -> {
                return decision;
            }
        }
        more(gathered.hits(), turn, evidence);
        more(knowledge.search(question, turn.language().other(), OTHER, context.site()), turn, evidence);
        return decision;
    }

    private void more(List<Hit> hits, Turn turn, Evidence evidence) {
        double best = hits.isEmpty() ? 0 : hits.getFirst().score();
        for (Hit hit : hits) {
            Optional<Passage> passage = hit.score() < NEAR_ENOUGH * best
                    ? Optional.empty()
                    : knowledge.section(hit.article(), hit.language(), hit.section());
            passage.filter(one -> evidence.sections().values().stream()
                            .noneMatch(known -> known.article().equals(one.article())))
                    .ifPresent(one -> add(one, turn, evidence));
        }
    }

    private void add(Passage passage, Turn turn, Evidence evidence) {
        Passage filled = inserts.fill(passage, turn.employee(), turn.now());
        evidence.add(filled, !filled.text().equals(passage.text()));
    }
}
