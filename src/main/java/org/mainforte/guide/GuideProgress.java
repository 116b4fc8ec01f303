package org.mainforte.guide;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mainforte.conversation.Procedures;
import org.mainforte.conversation.Progress;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.springframework.stereotype.Component;

/** The checklist of a guide for whoever takes over: which steps are done, which were passed over, where it failed. */
@Component
class GuideProgress implements Procedures {
    private final GuideWalks walks;

    GuideProgress(GuideWalks walks) {
        this.walks = walks;
    }

    @Override
    public Optional<Progress> of(ConversationId conversation, Language language) {
        return walks.runs()
                .lastIn(conversation)
                .flatMap(run -> walks.guides().find(run.guide(), language).map(guide -> walks.checklist(guide, run)))
                .map(GuideProgress::progress);
    }

    private static Progress progress(Checklist list) {
        List<Progress.Step> steps = IntStream.rangeClosed(1, list.of())
                .mapToObj(number -> step(list, number))
                .toList();
        return new Progress(list.guide().title(), steps);
    }

    private static Progress.Step step(Checklist list, int number) {
        GuideStep step = list.guide().steps().get(number - 1);
        return new Progress.Step(number, step.title(), state(list, number), list.failures(step.anchor()));
    }

    private static Progress.State state(Checklist list, int number) {
        if (!list.run().finished() && number == list.number()) {
            return Progress.State.CURRENT;
        }
        if (list.passed(StepOutcome.DONE).contains(number)) {
            return Progress.State.DONE;
        }
        return list.passed(StepOutcome.SKIPPED).contains(number) ? Progress.State.SKIPPED : Progress.State.AHEAD;
    }
}
