package org.mainforte.handover;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.ConversationState;
import org.mainforte.conversation.Floor;
import org.mainforte.conversation.Reply;
import org.mainforte.conversation.Standing;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.request.RequestSettled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Offers a waiting conversation: to whom, and what the person is told of it. */
@Component
class Offers {
    private final HandoverRows rows;
    private final Agents agents;
    private final Queue queue;
    private final Floor floor;
    private final Bell bell;
    private final Fallback fallback;
    private final HandoverSettings settings;

    Offers(
            HandoverRows rows,
            Agents agents,
            Queue queue,
            Floor floor,
            Bell bell,
            Fallback fallback,
            HandoverSettings settings) {
        this.rows = rows;
        this.agents = agents;
        this.queue = queue;
        this.floor = floor;
        this.bell = bell;
        this.fallback = fallback;
        this.settings = settings;
    }

    /** The ticket that comes first is there: now the queue. After its receipt was told, in the same transaction. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void settled(RequestSettled event) {
        rows.ofRequest(event.request().id())
                .filter(wish -> wish.state() == HandoverState.ASKED)
                .ifPresent(wish -> ActingClock.at(event.request().actingAt(), () -> settled(wish, event)));
    }

    private void settled(Handover wish, RequestSettled event) {
        if (event.receipt() != null) {
            rows.offer(wish, event.receipt().reference());
            floor.pass(wish.conversation(), ConversationState.OFFERED);
            Handover offered = rows.find(wish.conversation()).orElseThrow();
            floor.say(
                    wish.conversation(),
                    Told.system(wish.language()),
                    wish.language(),
                    told(offered, wish.language()),
                    null);
            ring(offered, null);
        } else if (event.refusal() != null) {
            fallback.instead(wish, "handover.no-ticket");
        }
    }

    Reply told(Handover waiting, Language language) {
        List<Handover> all = rows.waiting();
        int position = all.stream().map(Handover::conversation).toList().indexOf(waiting.conversation()) + 1;
        return Told.waiting(
                language,
                waiting.ticket(),
                new Standing(
                        ConversationState.OFFERED,
                        Math.max(1, position),
                        queue.minutes(Math.max(1, position)),
                        null,
                        null));
    }

    /** Rings the best agent who is free; nobody when all are busy. {@code not} had it before and did not take it. */
    void ring(Handover waiting, @Nullable PersonId not) {
        best(waiting, not).ifPresent(agent -> {
            if (rows.ring(waiting, agent.id())) {
                bell.changed();
            }
        });
    }

    private Optional<Agents.Present> best(Handover waiting, @Nullable PersonId not) {
        List<Agents.Present> free = agents.present().stream()
                .filter(agent -> agent.busy() < settings.atOnce())
                .toList();
        return free.stream()
                .filter(agent -> free.size() == 1 || !agent.id().equals(not))
                .min(Comparator.comparing((Agents.Present agent) -> !agent.speaks(waiting.language()))
                        .thenComparing(agent -> !agent.knows(waiting.category()))
                        .thenComparing(Agents.Present::busy)
                        .thenComparing(agent -> agent.id().value()));
    }
}
