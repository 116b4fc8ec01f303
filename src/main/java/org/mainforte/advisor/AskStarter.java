package org.mainforte.advisor;

import org.mainforte.catalogue.Start;
import org.mainforte.conversation.ReplySink;
import org.mainforte.conversation.Starter;
import org.mainforte.conversation.Turn;
import org.mainforte.knowledge.Context;
import org.mainforte.knowledge.Decision;
import org.mainforte.knowledge.KnowledgeSearch;
import org.springframework.stereotype.Component;

/** Answers something that was told beside a wish, when the knowledge base clearly can. */
@Component
class AskStarter implements Starter {
    private final KnowledgeSearch knowledge;
    private final ArticleStarter articles;

    AskStarter(KnowledgeSearch knowledge, ArticleStarter articles) {
        this.knowledge = knowledge;
        this.articles = articles;
    }

    @Override
    public String kind() {
        return "ask";
    }

    @Override
    public boolean start(Start start, Turn turn, ReplySink sink) {
        String question = start.values().getOrDefault("question", "");
        var context = new Context(turn.employee().site(), null);
        if (knowledge.decide(question, turn.language(), context) instanceof Decision.Found found) {
            turn.dialogue(turn.dialogue().shown(found.passage().article(), turn.text()));
            articles.tell(found.passage(), turn, sink);
            return true;
        }
        return false;
    }
}
