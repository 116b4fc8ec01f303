package org.mainforte.handover;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.ConversationState;
import org.mainforte.conversation.Floor;
import org.mainforte.kernel.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees that nobody is left waiting: takes conversations back from agents who have vanished, rings the next when one does not
 * answer, and gives the person a call-back when nobody will. Every instance does this; each change is made once, by its version.
 */
@Component
class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final HandoverRows rows;
    private final Agents agents;
    private final Offers offers;
    private final Fallback fallback;
    private final Floor floor;
    private final Bell bell;
    private final HandoverSettings settings;
    private final TransactionTemplate transaction;

    Dispatch(
            HandoverRows rows,
            Agents agents,
            Offers offers,
            Fallback fallback,
            Floor floor,
            Bell bell,
            HandoverSettings settings,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.agents = agents;
        this.offers = offers;
        this.fallback = fallback;
        this.floor = floor;
        this.bell = bell;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = 1_000, initialDelay = 2_000)
    void seeToEverybody() {
        each(rows.abandoned(settings.lease()), this::takeBack);
        boolean nobody = agents.present().isEmpty();
        each(rows.overdue(settings.longestWait(), nobody), this::giveUp);
        each(rows.unheard(settings.offerTimeout()), this::ringNext);
        each(nobody ? rows.silent(settings.nobodyThere()) : List.of(), this::giveUp);
        each(nobody ? List.of() : unrung(), waiting -> offers.ring(waiting, null));
    }

    private List<Handover> unrung() {
        return rows.waiting().stream().filter(one -> one.rings() == null).toList();
    }

    /** Each in a transaction of its own, with its conversation locked and read again: one that fails does not stop the others. */
    private void each(List<Handover> found, Consumer<Handover> what) {
        for (Handover seen : found) {
            try {
                transaction.executeWithoutResult(status -> floor.lock(seen.conversation())
                        .flatMap(conversation -> rows.find(seen.conversation()))
                        .filter(now -> now.version() == seen.version())
                        .ifPresent(what));
            } catch (RuntimeException failure) {
                LOG.error(
                        "The wait of conversation {} could not be seen to; it is tried again",
                        seen.conversation(),
                        failure);
            }
        }
    }

    /** The agent's laptop is closed: back to the place they had, with everything said, and the person is told. */
    private void takeBack(Handover held) {
        if (rows.back(held, null)) {
            floor.pass(held.conversation(), ConversationState.OFFERED);
            String agent = held.agentName() == null ? "" : held.agentName();
            floor.say(
                    held.conversation(),
                    Told.system(held.language()),
                    held.language(),
                    Told.notice(held.language(), "handover.vanished", agent).choice(Told.stopWaiting(held.language())),
                    null);
            bell.changed();
        }
    }

    private void ringNext(Handover waiting) {
        @Nullable PersonId last = waiting.rings();
        if (waiting.rung() >= settings.offers()) {
            giveUp(waiting);
        } else if (rows.hush(waiting)) {
            rows.find(waiting.conversation()).ifPresent(now -> offers.ring(now, last));
            bell.changed();
        }
    }

    private void giveUp(Handover waiting) {
        if (fallback.instead(waiting, "handover.nobody-came")) {
            bell.changed();
        }
    }
}
