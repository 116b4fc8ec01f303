package org.mainforte.knowledge;

import java.util.List;
import java.util.Map;
import org.mainforte.kernel.DemoPart;
import org.springframework.stereotype.Component;

/** Forgets what readers answered when the demo world is replaced; the articles are files and stay. */
@Component
class KnowledgeDemo implements DemoPart {
    private final Helpfulness helpfulness;

    KnowledgeDemo(Helpfulness helpfulness) {
        this.helpfulness = helpfulness;
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public void clear() {
        helpfulness.clear();
    }

    @Override
    public void take(Map<String, Object> parts) {
        // what readers answered is never in a world file
    }
}
