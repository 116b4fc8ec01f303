package org.mainforte.handover;

import java.util.List;
import java.util.Map;
import org.mainforte.conversation.ConversationErased;
import org.mainforte.kernel.DemoPart;
import org.mainforte.kernel.PersonId;
import org.mainforte.site.DemoFacts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets what belongs to an erased conversation, and everything when the demo world is replaced. */
@Component
class HandoverForgetting implements DemoPart {
    private final HandoverRows rows;
    private final Agents agents;
    private final Visits visits;
    private final Bell bell;

    HandoverForgetting(HandoverRows rows, Agents agents, Visits visits, Bell bell) {
        this.visits = visits;
        this.rows = rows;
        this.agents = agents;
        this.bell = bell;
    }

    @EventListener
    void erased(ConversationErased event) {
        rows.forget(event.conversation());
        visits.forget(event.conversation());
        bell.changed();
    }

    @Override
    public List<String> names() {
        return List.of("agents");
    }

    @Override
    public void clear() {
        rows.clear();
        agents.clear();
        visits.clear();
        bell.changed();
    }

    /** What the demo's agents speak and know: {@code {"id", "languages": ["fr"], "topics": ["hardware"]}}. */
    @Override
    public void take(Map<String, Object> parts) {
        DemoFacts.list(parts, "agents").forEach(fact -> {
            var agent = new PersonId(fact.text("id"));
            fact.texts("languages").forEach(one -> agents.learn(agent, "language", one));
            fact.texts("topics").forEach(one -> agents.learn(agent, "topic", one));
            fact.nothingElse();
        });
    }
}
