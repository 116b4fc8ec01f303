package org.mainforte.handover;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Start;
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
                    .choice(appointment(language, waiting.ticket())));
            callback.prepare(turn, sink);
        });
        return true;
    }

    /** A slot instead of a call; its technician knows the ticket, if there is one. */
    static Choice appointment(Language language, @Nullable String ticket) {
        Start slot = Start.request("appointment", ticket == null ? Map.of() : Map.of("ticket", ticket));
        return Choice.plain(slot.toString(), slot.name(language));
    }
}
