package org.mainforte.handover;

import org.mainforte.conversation.Choice;
import org.mainforte.conversation.Floor;
import org.mainforte.conversation.MessageKind;
import org.mainforte.conversation.Reply;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.springframework.stereotype.Component;

/** Nobody came: the person is told so, with the ticket that stands and a call-back ready to be confirmed. */
@Component
class Fallback {
    private final HandoverRows rows;
    private final Floor floor;
    private final Callback callback;

    Fallback(HandoverRows rows, Floor floor, Callback callback) {
        this.rows = rows;
        this.floor = floor;
        this.callback = callback;
    }

    /** Ends the wait. Call it in a transaction, with the conversation locked. @return false when somebody took it meanwhile */
    boolean instead(Handover waiting, String key) {
        if (!rows.end(waiting, "nobody")) {
            return false;
        }
        floor.giveBack(waiting.conversation());
        floor.speak(waiting.conversation(), (turn, sink) -> {
            Language language = turn.language();
            String ticket = waiting.ticket() == null
                    ? ""
                    : " " + Texts.get(language, "handover.ticket-stays", waiting.ticket());
            sink.say(Reply.of(MessageKind.HANDOVER, Texts.get(language, key) + ticket)
                    .choice(Choice.plain("request:appointment", Texts.get(language, "start.request.appointment"))));
            callback.prepare(turn, sink);
        });
        return true;
    }
}
