package org.mainforte.handover;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.Choice;
import org.mainforte.conversation.Message;
import org.mainforte.conversation.MessageKind;
import org.mainforte.conversation.Reply;
import org.mainforte.conversation.Standing;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;

/** What the employee is told on the way to a person: who speaks, how long it takes, how to leave. */
final class Told {
    /** Leaves the queue, or the agent. */
    static final String LEAVE = "handover:leave";

    private Told() {}

    static Message.Author system(Language language) {
        return new Message.Author(Message.Kind.SYSTEM, Texts.get(language, "conversation.system"));
    }

    static Message.Author agent(String name) {
        return new Message.Author(Message.Kind.AGENT, name);
    }

    /** The ticket, the place, the time, and that both may be done: wait, or go on with the assistant. */
    static Reply waiting(Language language, @Nullable String ticket, Standing standing) {
        String first = ticket == null ? "" : Texts.get(language, "handover.ticket", ticket) + " ";
        return Reply.of(
                        MessageKind.HANDOVER,
                        first + place(language, standing) + " " + Texts.get(language, "handover.meanwhile"))
                .choice(stopWaiting(language));
    }

    /** Whether a message is one of {@link #waiting}. */
    static boolean tellsPlace(Message message) {
        return message.kind() == MessageKind.HANDOVER
                && message.text().endsWith(Texts.get(message.language(), "handover.meanwhile"));
    }

    static Choice stopWaiting(Language language) {
        return Choice.plain(LEAVE, Texts.get(language, "handover.stop-waiting"));
    }

    private static String place(Language language, Standing standing) {
        int position = Optional.ofNullable(standing.queuePosition()).orElse(1);
        String place = position == 1
                ? Texts.get(language, "handover.next")
                : Texts.get(language, "handover.position", position);
        Integer minutes = standing.waitMinutes();
        return minutes == null ? place : place + " " + Texts.get(language, "handover.wait", minutes);
    }

    static Reply notice(Language language, String key, Object... arguments) {
        return Reply.say(MessageKind.HANDOVER, language, key, arguments);
    }

    static Reply joined(Language language, String agent) {
        return notice(language, "handover.joined", agent)
                .choice(Choice.plain(LEAVE, Texts.get(language, "handover.leave")));
    }
}
