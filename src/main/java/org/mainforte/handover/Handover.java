package org.mainforte.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.SiteId;

/**
 * A conversation on its way to a person, or with one.
 *
 * @param version counts the changes; a change is made for the version it saw, or not at all
 * @param topic what it is about, in the person's words, one line
 * @param category of the ticket, the skill that is asked for
 * @param ticket its reference, there before the offer
 * @param waitingSeconds how long the person has waited until now
 * @param rings whose page rings now
 * @param rung how often it has rung somewhere without anybody taking it
 * @param agentRead up to which message the agent has read, and {@code personRead} the person
 */
public record Handover(
        ConversationId conversation,
        PersonId person,
        SiteId site,
        Language language,
        HandoverState state,
        int version,
        String topic,
        String category,
        String urgency,
        @Nullable String request,
        @Nullable String ticket,
        Instant waitingSince,
        long waitingSeconds,
        @Nullable PersonId rings,
        int rung,
        @Nullable PersonId agent,
        @Nullable String agentName,
        int agentRead,
        int personRead) {

    boolean isHeldBy(PersonId someone) {
        return state == HandoverState.HELD && someone.equals(agent);
    }

    /** Whether this agent may look into it: it waits for anybody, or it is theirs. */
    boolean isOpenTo(PersonId someone) {
        return state == HandoverState.OFFERED
                || ((state == HandoverState.HELD || state == HandoverState.WRAP) && someone.equals(agent));
    }
}
