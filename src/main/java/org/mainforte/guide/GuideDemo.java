package org.mainforte.guide;

import java.util.List;
import java.util.Map;
import org.mainforte.kernel.DemoPart;
import org.springframework.stereotype.Component;

/** Forgets everybody's place in the guides when the demo world is replaced. */
@Component
class GuideDemo implements DemoPart {
    private final GuideRuns runs;

    GuideDemo(GuideRuns runs) {
        this.runs = runs;
    }

    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public void clear() {
        runs.clear();
    }

    @Override
    public void take(Map<String, Object> parts) {
        // a run is begun by its person, never by the world file
    }
}
