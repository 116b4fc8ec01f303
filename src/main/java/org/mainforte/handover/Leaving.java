package org.mainforte.handover;

import java.util.Optional;
import org.mainforte.conversation.Aside;
import org.mainforte.conversation.Conversation;
import org.mainforte.conversation.ConversationState;
import org.mainforte.conversation.Floor;
import org.mainforte.conversation.MessageKind;
import org.mainforte.conversation.Reply;
import org.mainforte.conversation.ReplySink;
import org.mainforte.conversation.Turn;
import org.springframework.stereotype.Component;

/** The person may leave at any time: the queue, or the agent. What was recorded stays recorded. */
@Component
class Leaving implements Aside {
    private final HandoverRows rows;
    private final Floor floor;
    private final Bell bell;

    Leaving(HandoverRows rows, Floor floor, Bell bell) {
        this.rows = rows;
        this.floor = floor;
        this.bell = bell;
    }

    /** Out of the queue, in a turn of the assistant. */
    void queue(Turn turn, ReplySink sink) {
        Optional<Handover> waiting = rows.find(turn.conversation())
                .filter(known -> known.state() == HandoverState.OFFERED)
                .filter(known -> rows.end(known, "left"));
        if (waiting.isEmpty()) {
            sink.say(Reply.say(MessageKind.NOTICE, turn.language(), "choice.gone"));
            return;
        }
        floor.pass(turn.conversation(), ConversationState.BOT);
        bell.changed();
        String ticket = waiting.get().ticket();
        sink.say(
                ticket == null
                        ? Told.notice(turn.language(), "handover.left-queue")
                        : Told.notice(turn.language(), "handover.left-queue-ticket", ticket));
    }

    /** Back from the agent to the assistant; the agent notes how it ended. */
    @Override
    public boolean hears(Conversation conversation, Turn turn, ReplySink sink) {
        if (conversation.state() != ConversationState.HELD
                || !Told.LEAVE.equals(turn.input().choice())) {
            return false;
        }
        Optional<Handover> held = rows.find(conversation.id())
                .filter(known -> known.state() == HandoverState.HELD)
                .filter(rows::wrap);
        if (held.isEmpty()) {
            return false;
        }
        floor.giveBack(conversation.id());
        bell.changed();
        sink.say(Told.notice(turn.language(), "handover.left-agent"));
        return true;
    }
}
