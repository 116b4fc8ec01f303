package org.mainforte.advisor.model;

import java.util.List;
import org.mainforte.advisor.ArticleStarter;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.Message;
import org.mainforte.conversation.Responder;
import org.mainforte.conversation.Starters;
import org.mainforte.conversation.Turn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Everything a turn of the model needs, in one place. */
@Component
record ModelRoom(
        ModelSettings settings,
        ModelCalls calls,
        ModelMetrics metrics,
        ModelBreaker breaker,
        ModelBudget budget,
        CatalogueTools tools,
        Retrieval retrieval,
        PromiseLikeness promises,
        ArticleStarter articles,
        Starters starters,
        ObjectProvider<Responder> responders,
        Conversations conversations) {
    private static final int REMEMBERED = 8;

    /** The last messages before the one being answered. */
    List<Message> before(Turn turn) {
        return conversations.messages(turn.conversation(), Math.max(0, turn.seq() - 1 - REMEMBERED)).stream()
                .filter(message -> message.seq() < turn.seq())
                .toList();
    }
}
