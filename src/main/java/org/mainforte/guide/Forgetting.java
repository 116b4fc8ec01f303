package org.mainforte.guide;

import org.mainforte.conversation.ConversationErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets the runs of a conversation in the transaction that erases it. */
@Component
class Forgetting {
    private final GuideRuns runs;

    Forgetting(GuideRuns runs) {
        this.runs = runs;
    }

    @EventListener
    void erased(ConversationErased event) {
        runs.forget(event.conversation());
    }
}
