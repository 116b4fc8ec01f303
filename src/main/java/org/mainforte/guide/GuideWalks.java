package org.mainforte.guide;

import org.mainforte.conversation.ReplySink;
import org.mainforte.conversation.Turn;
import org.springframework.stereotype.Component;

/** What every turn in a guide needs. */
@Component
record GuideWalks(Guides guides, GuideRuns runs, StepInserts inserts) {
    GuideWalk walk(Guide guide, GuideRun run, Turn turn, ReplySink sink) {
        return new GuideWalk(this, guide, run, turn, sink);
    }

    Checklist checklist(Guide guide, GuideRun run) {
        return new Checklist(guide, run, runs.log(run));
    }
}
