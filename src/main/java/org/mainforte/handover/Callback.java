package org.mainforte.handover;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.mainforte.catalogue.Start;
import org.mainforte.conversation.ReplySink;
import org.mainforte.conversation.Starters;
import org.mainforte.conversation.Turn;
import org.springframework.stereotype.Component;

/** Puts a call-back on a card; what the person was in the middle of goes with it. */
@Component
class Callback {
    /** After one of these, who takes over must not find the case among the ordinary ones. */
    private static final Set<String> DANGERS =
            Set.of("lost-stolen-pc", "mobile-lost-stolen", "phishing-clicked", "battery-swollen-safety");

    private final Starters starters;

    Callback(Starters starters) {
        this.starters = starters;
    }

    void prepare(Turn turn, ReplySink sink) {
        Map<String, String> values = new LinkedHashMap<>();
        String question = turn.dialogue().question();
        if (question != null) {
            values.put("reason", question.length() > 500 ? question.substring(0, 500) : question);
        }
        if (isDangerous(turn)) {
            values.put("urgency", "urgent");
        }
        starters.begin(Start.request("callback", values), turn, sink);
    }

    /** Having read about a danger is not being in one. */
    static boolean isDangerous(Turn turn) {
        String article = turn.dialogue().article();
        String question = turn.dialogue().question();
        boolean lived = question != null && EmergencyResponder.tellsOfDanger(question);
        return article != null && DANGERS.contains(article) && lived;
    }
}
