package org.mainforte.conversation;

import java.util.List;
import java.util.Map;
import org.mainforte.kernel.DemoPart;
import org.springframework.stereotype.Component;

/** Forgets all conversations when the demo world is replaced. */
@Component
class ConversationDemo implements DemoPart {
    private final ConversationRows rows;

    ConversationDemo(ConversationRows rows) {
        this.rows = rows;
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public void clear() {
        rows.clear();
    }

    @Override
    public void take(Map<String, Object> parts) {
        // conversations are held by people, never by the world file
    }
}
