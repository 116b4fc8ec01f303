package org.mainforte.guide;

import java.util.Optional;
import org.mainforte.catalogue.Start;
import org.mainforte.conversation.ReplySink;
import org.mainforte.conversation.Starter;
import org.mainforte.conversation.Turn;
import org.springframework.stereotype.Component;

/** Begins {@code guide:<id>}, at {@code step=<anchor>} if given; a guide begun before is offered where it was left. */
@Component
class GuideStarter implements Starter {
    private final GuideWalks walks;
    private final Guides guides;
    private final GuideRuns runs;

    GuideStarter(GuideWalks walks) {
        this.walks = walks;
        this.guides = walks.guides();
        this.runs = walks.runs();
    }

    @Override
    public String kind() {
        return "guide";
    }

    @Override
    public boolean start(Start start, Turn turn, ReplySink sink) {
        Optional<Guide> known = guides.find(start.id(), turn.language());
        known.ifPresent(guide -> begin(guide, wanted(start, guide), turn, sink));
        return known.isPresent();
    }

    private static Optional<GuideStep> wanted(Start start, Guide guide) {
        return Optional.ofNullable(start.values().get("step")).flatMap(guide::step);
    }

    private void begin(Guide guide, Optional<GuideStep> wanted, Turn turn, ReplySink sink) {
        Optional<GuideRun> before = runs.unfinished(turn.employee().id()).stream()
                .filter(run -> run.guide().equals(guide.id()))
                .findFirst();
        if (before.isEmpty()) {
            String step = wanted.orElse(guide.first()).anchor();
            GuideRun fresh = runs.begin(turn, guide.id(), step);
            walks.walk(guide, fresh, turn, sink).entered().introduced().show();
            return;
        }
        GuideRun run = before.get();
        Checklist checklist = walks.checklist(guide, run);
        if (wanted.isPresent()) {
            walks.walk(guide, run, turn, sink).entered().goTo(wanted.get()).show();
        } else if (checklist.begun()) {
            runs.touch(run, turn.now());
            if (turn.dialogue().guide() == null) {
                // So that a typed “fait” or “stop” is heard as the answer.
                turn.dialogue(turn.dialogue().guide(run.id()));
            }
            sink.say(new StepMessages(checklist).unfinished());
        } else {
            walks.walk(guide, run, turn, sink).entered().introduced().show();
        }
    }
}
