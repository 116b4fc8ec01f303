package org.mainforte.handover;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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
import org.springframework.stereotype.Component;

/** Hears the wish for a person in every state, says honestly when one answers, and prepares the call-back. */
@Component
class PersonResponder implements Responder {
    /** After one of these, who calls back must not find the case among the ordinary ones. */
    private static final Set<String> DANGERS =
            Set.of("lost-stolen-pc", "mobile-lost-stolen", "phishing-clicked", "battery-swollen-safety");

    private final Starters starters;
    private final WhoAnswers whoAnswers;

    PersonResponder(Starters starters, WhoAnswers whoAnswers) {
        this.starters = starters;
        this.whoAnswers = whoAnswers;
    }

    @Override
    public SpeakingOrder place() {
        return SpeakingOrder.PERSON;
    }

    @Override
    public boolean respond(Turn turn, ReplySink sink) {
        boolean pressed = Choice.PERSON.equals(turn.input().choice());
        boolean wished = Wishes.mentions("person", turn.text()) && !Wishes.is("robot", turn.text());
        if (!pressed && !wished) {
            return false;
        }
        sink.say(Reply.of(MessageKind.HANDOVER, whoAnswers.now(turn.language(), turn.now())));
        callBack(turn, sink);
        return true;
    }

    /** Puts the call-back on a card; what the person was in the middle of goes with it. */
    void callBack(Turn turn, ReplySink sink) {
        Map<String, String> values = new LinkedHashMap<>();
        String question = turn.dialogue().question();
        if (question != null) {
            values.put("reason", question.length() > 500 ? question.substring(0, 500) : question);
        }
        String article = turn.dialogue().article();
        // Having read about a danger is not being in one.
        boolean lived = question != null && EmergencyResponder.tellsOfDanger(question);
        if (article != null && DANGERS.contains(article) && lived) {
            values.put("urgency", "urgent");
        }
        starters.begin(Start.request("callback", values), turn, sink);
    }
}
