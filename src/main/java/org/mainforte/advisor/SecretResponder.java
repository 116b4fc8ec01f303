package org.mainforte.advisor;

import org.mainforte.catalogue.Start;
import org.mainforte.catalogue.Words;
import org.mainforte.conversation.Choice;
import org.mainforte.conversation.MessageKind;
import org.mainforte.conversation.Reply;
import org.mainforte.conversation.ReplySink;
import org.mainforte.conversation.Responder;
import org.mainforte.conversation.SpeakingOrder;
import org.mainforte.conversation.Turn;
import org.mainforte.kernel.Texts;
import org.mainforte.masking.Secrets;
import org.springframework.stereotype.Component;

/** Somebody pasted a password: it was masked before it was stored, and they are told to change it. What else they said is answered. */
@Component
class SecretResponder implements Responder {
    private static final int NOTHING_ELSE = 5;

    @Override
    public SpeakingOrder place() {
        return SpeakingOrder.SECRET;
    }

    @Override
    public boolean respond(Turn turn, ReplySink sink) {
        boolean inForm = turn.input().values().values().stream().anyMatch(Secrets::isMasked);
        if (!inForm && !Secrets.isMasked(turn.text())) {
            return false;
        }
        String article = Start.parse("article:password-change").orElseThrow().toString();
        sink.say(Reply.say(MessageKind.NOTICE, turn.language(), "secret.masked")
                .choice(Choice.plain(article, Texts.get(turn.language(), "secret.change"))));
        return turn.input().form() == null && says(turn) < NOTHING_ELSE;
    }

    /** How many words there are beside the masked ones. */
    private static int says(Turn turn) {
        return Words.fold(turn.text().replace(Secrets.MASK, " ")).split("[^\\p{L}]+").length;
    }
}
