package org.mainforte.handover;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.Conversation;
import org.mainforte.conversation.ConversationState;
import org.mainforte.conversation.Message;
import org.mainforte.conversation.Standing;
import org.mainforte.conversation.Standings;
import org.mainforte.kernel.ConversationId;
import org.springframework.stereotype.Component;

/** Who waits, at which place, and for about how long. */
@Component
class Queue implements Standings {
    private final HandoverRows rows;
    private final Agents agents;
    private final Survey survey;
    private final HandoverSettings settings;

    Queue(HandoverRows rows, Agents agents, Survey survey, HandoverSettings settings) {
        this.rows = rows;
        this.agents = agents;
        this.survey = survey;
        this.settings = settings;
    }

    @Override
    public Standing of(Conversation conversation) {
        return switch (conversation.state()) {
            case OFFERED -> waiting(conversation.id());
            case HELD ->
                new Standing(
                        conversation.state(),
                        null,
                        null,
                        rows.find(conversation.id()).map(Handover::agentName).orElse(null),
                        null);
            case CLOSED ->
                new Standing(conversation.state(), null, null, null, survey.waits(conversation.id()) ? true : null);
            case BOT -> Standing.of(conversation.state());
        };
    }

    @Override
    public @Nullable String retold(Conversation conversation, Message message) {
        if (conversation.state() != ConversationState.OFFERED || !Told.tellsPlace(message)) {
            return null;
        }
        Standing now = waiting(conversation.id());
        String ticket = rows.find(conversation.id()).map(Handover::ticket).orElse(null);
        return now.queuePosition() == null
                ? null
                : Told.waiting(message.language(), ticket, now).text();
    }

    private Standing waiting(ConversationId id) {
        List<Handover> all = rows.waiting();
        Integer position = IntStream.range(0, all.size())
                .filter(at -> all.get(at).conversation().equals(id))
                .mapToObj(at -> at + 1)
                .findFirst()
                .orElse(null);
        return new Standing(
                ConversationState.OFFERED, position, position == null ? null : minutes(position), null, null);
    }

    /** In minutes, at least one: an idle agent comes at once, the others when they have finished. Null when nobody is there. */
    @Nullable
    Integer minutes(int position) {
        List<Agents.Present> present = agents.present();
        if (present.isEmpty()) {
            return null;
        }
        long idle = present.stream().filter(agent -> agent.busy() == 0).count();
        long rounds = Math.max(0, position - idle);
        double minutes = rounds * (settings.handlingTime().toSeconds() / 60.0) / present.size();
        return (int) Math.max(1, Math.ceil(minutes));
    }
}
