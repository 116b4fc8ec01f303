package org.mainforte.advisor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mainforte.catalogue.Start;
import org.mainforte.catalogue.Wishes;
import org.mainforte.conversation.ReplySink;
import org.mainforte.conversation.Responder;
import org.mainforte.conversation.SpeakingOrder;
import org.mainforte.conversation.Starters;
import org.mainforte.conversation.Turn;
import org.mainforte.knowledge.KnowledgeSearch;
import org.springframework.stereotype.Component;

/** A danger, distress or the wish for a person, told in words that no rule knows: heard by its likeness to how others told it. */
@Component
class PressingResponder implements Responder {
    private static final String PERSON = "person";
    private static final Start A_PERSON = new Start(PERSON, "now", Map.of());
    /** What is said to the assistant itself. */
    private static final List<String> SMALL_TALK = List.of(
            "yes",
            "no",
            "help",
            "robot",
            "can-do",
            "anger",
            "insult",
            "greeting",
            "thanks",
            "goodbye",
            "still-broken",
            "what-if");

    /** “Somebody overwrote it” tells what somebody did, and wishes for nobody. */
    private static final Pattern SOMEBODY_DID = Pattern.compile(
            "^.{0,40}\\b(?:(?:quelqu'un|une? collegue)(?: d'autre)? (?:me |nous )?(?:l'|m'|les )(?:a|avait)"
                    + "|(?:someone|somebody|a colleague)(?: else)? (?:has |had )?(?:overwrote|overwritten|took|taken|deleted|changed|renamed|moved|edited|removed|replaced|unplugged|wrote over|saved over))\\b.{0,25}$");

    private final KnowledgeSearch knowledge;
    private final Starters starters;

    PressingResponder(KnowledgeSearch knowledge, Starters starters) {
        this.knowledge = knowledge;
        this.starters = starters;
    }

    @Override
    public SpeakingOrder place() {
        return SpeakingOrder.PRESSING;
    }

    @Override
    public boolean respond(Turn turn, ReplySink sink) {
        if (turn.input().text() == null || SMALL_TALK.stream().anyMatch(kind -> Wishes.is(kind, turn.text()))) {
            return false;
        }
        Optional<Start> start = knowledge
                .pressing(turn.text(), turn.language(), turn.employee().site())
                .filter(what -> isNew(what, turn))
                .map(what -> what.equals(PERSON) ? A_PERSON : new Start("emergency", what, Map.of("alike", "yes")));
        return start.isPresent() && starters.begin(start.get(), turn, sink);
    }

    /** Who tells more of what was answered already is not answered the same again; who wants a technician to come gets that. */
    private static boolean isNew(String what, Turn turn) {
        boolean nobody = !Wishes.in(turn.text()).isEmpty() || tellsWhatSomebodyDid(turn.words());
        return !what.equals(turn.dialogue().article()) && !(what.equals(PERSON) && nobody);
    }

    static boolean tellsWhatSomebodyDid(String folded) {
        return SOMEBODY_DID.matcher(folded).matches();
    }
}
