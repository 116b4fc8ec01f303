package org.mainforte.advisor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mainforte.catalogue.Start;
import org.mainforte.catalogue.Wishes;
import org.mainforte.conversation.Choice;
import org.mainforte.conversation.MessageKind;
import org.mainforte.conversation.Reply;
import org.mainforte.conversation.ReplySink;
import org.mainforte.conversation.Responder;
import org.mainforte.conversation.SpeakingOrder;
import org.mainforte.conversation.Starters;
import org.mainforte.conversation.Turn;
import org.mainforte.kernel.Texts;
import org.mainforte.knowledge.Context;
import org.mainforte.knowledge.Decision;
import org.mainforte.knowledge.KnowledgeSearch;
import org.mainforte.knowledge.Passage;
import org.springframework.stereotype.Component;

/** The last to speak: answers from the knowledge base, asks one question back, or says that it does not know. */
@Component
class SearchResponder implements Responder {
    /** After so many turns in a row that did not help, a person is offered first. */
    private static final int PATIENCE = 2;
    /** The article about the people of the service desk. */
    private static final String A_PERSON = "talk-to-human";

    private final KnowledgeSearch knowledge;
    private final ArticleStarter articles;
    private final Starters starters;

    SearchResponder(KnowledgeSearch knowledge, ArticleStarter articles, Starters starters) {
        this.starters = starters;
        this.knowledge = knowledge;
        this.articles = articles;
    }

    @Override
    public SpeakingOrder place() {
        return SpeakingOrder.SEARCH;
    }

    @Override
    public boolean respond(Turn turn, ReplySink sink) {
        if (turn.input().text() == null) {
            sink.say(Reply.say(MessageKind.NOTICE, turn.language(), "choice.gone"));
            return true;
        }
        if (!accepted(turn, sink) && !smallTalk(turn, sink) && !whatIf(turn, sink) && !stillBroken(turn, sink)) {
            search(turn, sink);
        }
        return true;
    }

    /** “Oui”, “guidez-moi” after an answer: what the answer offered first. */
    private boolean accepted(Turn turn, ReplySink sink) {
        String article = turn.dialogue().article();
        boolean guided = Wishes.is("guide-me", turn.text());
        if (!guided && !Wishes.is("yes", turn.text())) {
            return false;
        }
        Optional<Start> offered = article == null ? Optional.empty() : articles.offered(article, guided, turn);
        if (offered.filter(start -> starters.begin(start, turn, sink)).isEmpty() && !askedAgain(turn, sink)) {
            sink.say(Reply.say(MessageKind.TEXT, turn.language(), "small-talk.yes"));
        }
        return true;
    }

    /** A yes to “which of these?” says nothing: the choices are shown again, as the old ones are buttons no more. */
    private boolean askedAgain(Turn turn, ReplySink sink) {
        String question = turn.dialogue().question();
        var context = new Context(turn.employee().site(), null);
        if (turn.dialogue().article() == null
                && question != null
                && knowledge.decide(question, turn.language(), context) instanceof Decision.Near near) {
            which(near, turn, sink);
            return true;
        }
        return false;
    }

    private static void which(Decision.Near near, Turn turn, ReplySink sink) {
        sink.say(Reply.say(MessageKind.CLARIFICATION, turn.language(), "search.which")
                .choices(near.passages().stream().map(ArticleStarter::choice).toList()));
    }

    private boolean smallTalk(Turn turn, ReplySink sink) {
        if (!Wishes.is("anger", turn.text()) && Wishes.is("insult", turn.text())) {
            sink.say(wayOut(turn, MessageKind.OUT_OF_SCOPE, "small-talk.anger"));
            return true;
        }
        for (String kind : List.of("help", "robot", "can-do", "anger")) {
            if (Wishes.is(kind, turn.text())) {
                sink.say(wayOut(turn, MessageKind.TEXT, "small-talk." + kind));
                return true;
            }
        }
        for (String kind : List.of("greeting", "thanks", "goodbye")) {
            if (Wishes.is(kind, turn.text())) {
                turn.dialogue(turn.dialogue().misses(0));
                sink.say(Reply.say(MessageKind.TEXT, turn.language(), "small-talk." + kind));
                return true;
            }
        }
        return false;
    }

    /** “Et si ça ne marche pas ?”: asked ahead, so that nothing has failed yet. */
    private boolean whatIf(Turn turn, ReplySink sink) {
        String article = turn.dialogue().article();
        if (article == null || !Wishes.is("what-if", turn.text())) {
            return false;
        }
        if (!articles.show(article, ArticleStarter.NEXT_HELP, "", turn, sink)) {
            sink.say(wayOut(turn, MessageKind.HANDOVER, "search.what-if"));
        }
        return true;
    }

    /** “Ça ne marche toujours pas”: first the article's own next help, then people. */
    private boolean stillBroken(Turn turn, ReplySink sink) {
        String article = turn.dialogue().article();
        boolean begun = article != null || turn.dialogue().question() != null;
        if (!begun || !isStillBroken(turn.text())) {
            return false;
        }
        if (article != null) {
            goOn(article, "", turn, sink);
        } else if (turn.dialogue().misses() > 0 || !askedAgain(turn, sink)) {
            sink.say(wayOut(turn, MessageKind.HANDOVER, "search.still-broken"));
        } else {
            // “Which of these?” was not answered: once more, then people.
            turn.dialogue(turn.dialogue().misses(1));
        }
        return true;
    }

    /** Said alone, or beside words that name nothing else of ours. */
    private static boolean isStillBroken(String text) {
        return Wishes.is("still-broken", text)
                || (Wishes.isInAClause("still-broken", text) && !Wishes.mentions("it-subject", text));
    }

    /** What was shown of an article did not help: what comes next in it, then people. */
    private void goOn(String article, String before, Turn turn, ReplySink sink) {
        int misses = turn.dialogue().misses() + 1;
        turn.dialogue(turn.dialogue().misses(misses));
        boolean more = misses < PATIENCE && articles.show(article, ArticleStarter.NEXT_HELP, before, turn, sink);
        if (!more) {
            sink.say(wayOut(turn, MessageKind.HANDOVER, "search.still-broken"));
        }
    }

    private void search(Turn turn, ReplySink sink) {
        var context = new Context(turn.employee().site(), turn.dialogue().article());
        Decision decision = knowledge.decide(turn.text(), turn.language(), context);
        switch (decision) {
            case Decision.Found found -> found(found.passage(), turn, sink);
            case Decision.Near near -> {
                // A yes to this question is no yes to what an earlier article offered.
                turn.dialogue(turn.dialogue().shown(null, turn.text()));
                which(near, turn, sink);
            }
            case Decision.Nothing nothing -> unknown(turn, sink);
            case Decision.Unread unread -> sink.say(wayOut(turn, MessageKind.NOTICE, "search.reading-again"));
            case Decision.Elsewhere elsewhere ->
                sink.say(Reply.say(MessageKind.OUT_OF_SCOPE, turn.language(), "search.out-of-scope"));
        }
    }

    /** An answer; a danger or a wish for a person found by its article, however it was worded, is treated as what it is. */
    private void found(Passage passage, Turn turn, ReplySink sink) {
        if (isSameAgain(passage, turn)) {
            goOn(passage.article(), Texts.get(turn.language(), "search.same-again") + "\n\n", turn, sink);
            return;
        }
        turn.dialogue(turn.dialogue().misses(0).shown(passage.article(), turn.text()));
        if (!pressing(passage, turn, sink)) {
            articles.tell(passage, turn, sink);
        }
    }

    /** What is better begun than read about: a danger, and the way to a person. */
    private boolean pressing(Passage passage, Turn turn, ReplySink sink) {
        if (passage.article().equals(A_PERSON)) {
            return starters.begin(new Start("person", "now", Map.of()), turn, sink);
        }
        return passage.urgent() != null
                && starters.begin(new Start("emergency", passage.article(), Map.of()), turn, sink);
    }

    /** Who tells more of what they see and would read the same words again is helped by what comes next. */
    private static boolean isSameAgain(Passage passage, Turn turn) {
        return passage.article().equals(turn.dialogue().article())
                && passage.section().equals(ArticleStarter.FIRST_HELP)
                && passage.urgent() == null;
    }

    private static void unknown(Turn turn, ReplySink sink) {
        int misses = turn.dialogue().misses() + 1;
        turn.dialogue(turn.dialogue().misses(misses).shown(turn.dialogue().article(), turn.text()));
        sink.say(wayOut(turn, MessageKind.UNKNOWN, misses < PATIENCE ? "search.unknown" : "search.unknown-again"));
    }

    /** A message that leads to people: a ticket, a technician, somebody to talk to. */
    static Reply wayOut(Turn turn, MessageKind kind, String key) {
        return Reply.say(kind, turn.language(), key)
                .choice(Choice.person(turn.language()))
                .choice(Choice.plain("request:ticket", Texts.get(turn.language(), "start.request.ticket")))
                .choice(Choice.plain("request:appointment", Texts.get(turn.language(), "start.request.appointment")));
    }
}
