package org.mainforte.handover;

import java.util.regex.Pattern;
import org.mainforte.catalogue.Start;
import org.mainforte.catalogue.Wishes;
import org.mainforte.catalogue.Words;
import org.mainforte.conversation.Choice;
import org.mainforte.conversation.MessageKind;
import org.mainforte.conversation.Reply;
import org.mainforte.conversation.ReplySink;
import org.mainforte.conversation.Responder;
import org.mainforte.conversation.SpeakingOrder;
import org.mainforte.conversation.Starter;
import org.mainforte.conversation.Turn;
import org.mainforte.kernel.Texts;
import org.springframework.stereotype.Component;

/**
 * Hears the wish for a person in every state: somebody is there and is asked, or says honestly when one is, with a call-back. Heard
 * by its words, or, as the start {@code person}, by whoever found out otherwise that a person is wanted.
 */
@Component
class PersonResponder implements Responder, Starter {
    /** Somebody asks when people are there or how the desk works, and wants nobody yet. */
    private static final Pattern ASKS = Pattern.compile("\\b(horaires?|hours?|heures?|quand|when|until|jusqu'?\\w*|ouvert\\w*|open\\w*"
            + "|ferme\\w*|closed?|week-?ends?|samedi|dimanche|saturday|sunday|combien|how (long|many|much)|delai|temps"
            + " d'attente|waiting time|pourquoi|why|gratuit|free of charge)\\b");

    private final Opening opening;
    private final Leaving leaving;
    private final Callback callback;
    private final WhoAnswers whoAnswers;

    PersonResponder(Opening opening, Leaving leaving, Callback callback, WhoAnswers whoAnswers) {
        this.opening = opening;
        this.leaving = leaving;
        this.callback = callback;
        this.whoAnswers = whoAnswers;
    }

    @Override
    public SpeakingOrder place() {
        return SpeakingOrder.PERSON;
    }

    @Override
    public boolean respond(Turn turn, ReplySink sink) {
        if (Told.LEAVE.equals(turn.input().choice())) {
            leaving.queue(turn, sink);
            return true;
        }
        boolean pressed = Choice.PERSON.equals(turn.input().choice());
        boolean wished = Wishes.mentions("person", turn.text()) && !Wishes.is("robot", turn.text());
        if (!pressed && !wished) {
            return repeated(turn, sink);
        }
        handOver(turn, sink);
        return true;
    }

    @Override
    public String kind() {
        return "person";
    }

    /** @return false when the message only asks about the people */
    @Override
    public boolean start(Start start, Turn turn, ReplySink sink) {
        if (ASKS.matcher(turn.words()).find()) {
            return false;
        }
        handOver(turn, sink);
        return true;
    }

    private void handOver(Turn turn, ReplySink sink) {
        if (!opening.open(turn, Callback.isDangerous(turn), sink)) {
            sink.say(Reply.of(MessageKind.HANDOVER, whoAnswers.now(turn.language(), turn.now()))
                    .choice(Fallback.appointment(turn.language(), null)));
            callback.prepare(turn, sink);
        }
    }

    /** The same question in the same words, right after its answer: the answer was none. Saying it again would be no help. */
    private static boolean repeated(Turn turn, ReplySink sink) {
        String before = turn.dialogue().question();
        String article = turn.dialogue().article();
        boolean same =
                before != null && turn.words().length() > 12 && turn.words().equals(Words.fold(before));
        if (!same || article == null || turn.dialogue().misses() > 0) {
            return false;
        }
        turn.dialogue(turn.dialogue().misses(turn.dialogue().misses() + 1).shown(null, before));
        sink.say(Reply.say(MessageKind.HANDOVER, turn.language(), "handover.repeated")
                .choice(Choice.person(turn.language()))
                .choice(Choice.plain("article:" + article, Texts.get(turn.language(), "handover.again"))));
        return true;
    }
}
