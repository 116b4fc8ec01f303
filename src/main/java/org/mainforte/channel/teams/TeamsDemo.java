package org.mainforte.channel.teams;

import java.util.List;
import java.util.Map;
import org.mainforte.kernel.DemoPart;
import org.springframework.stereotype.Component;

/** Forgets all chats when the demo world is replaced. */
@Component
class TeamsDemo implements DemoPart {
    private final Chats chats;

    TeamsDemo(Chats chats) {
        this.chats = chats;
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public void clear() {
        chats.clear();
    }

    @Override
    public void take(Map<String, Object> parts) {
        // chats are held by people, never by the world file
    }
}
