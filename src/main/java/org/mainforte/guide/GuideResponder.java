package org.mainforte.guide;

import java.util.Optional;
import org.mainforte.conversation.Choice;
import org.mainforte.conversation.MessageKind;
import org.mainforte.conversation.Reply;
import org.mainforte.conversation.ReplySink;
import org.mainforte.conversation.Responder;
import org.mainforte.conversation.Resumable;
import org.mainforte.conversation.SpeakingOrder;
import org.mainforte.conversation.Turn;
import org.springframework.stereotype.Component;

/**
 * Leads through a guide. Buttons and the few words of {@link StepWord} move it; anything else is left to the others, so that a
 * question in between gets its answer, and the guide waits.
 */
@Component
class GuideResponder implements Responder, Resumable {
    /** An answer in between takes a question and a reply: from then on “ok” may be about that answer. */
    private static final int DIGRESSION = 3;

    private final GuideWalks walks;
    private final Guides guides;
    private final GuideRuns runs;

    GuideResponder(GuideWalks walks) {
        this.walks = walks;
        this.guides = walks.guides();
        this.runs = walks.runs();
    }

    @Override
    public SpeakingOrder place() {
        return SpeakingOrder.GUIDE;
    }

    @Override
    public boolean respond(Turn turn, ReplySink sink) {
        Optional<StepChoice> choice = StepChoice.parse(turn.input().choice());
        if (choice.isPresent()) {
            clicked(choice.get(), turn, sink);
            return true;
        }
        return StepWord.heard(turn.words())
                .filter(word -> meantForGuide(word, turn))
                .map(word -> typed(word, turn, sink))
                .orElse(false);
    }

    @Override
    public Optional<Choice> comeBack(Turn turn) {
        return running(turn)
                .flatMap(run -> guides.find(run.guide(), turn.language()).map(guide -> walks.checklist(guide, run)))
                .map(checklist -> new StepMessages(checklist).comeBack());
    }

    /** A form being filled in takes all words; a card that waits for a yes or no takes those that could be one. */
    private static boolean meantForGuide(StepWord word, Turn turn) {
        boolean decides = word == StepWord.DONE
                || word == StepWord.FINE
                || word == StepWord.NO
                || word == StepWord.STOP
                || word == StepWord.WAIT;
        return turn.dialogue().filling() == null && !(turn.dialogue().proposal() != null && decides);
    }

    private Optional<GuideRun> running(Turn turn) {
        String id = turn.dialogue().guide();
        return id == null
                ? Optional.empty()
                : runs.find(id, turn.employee().id()).filter(GuideRun::running);
    }

    private void clicked(StepChoice choice, Turn turn, ReplySink sink) {
        Optional<GuideRun> found = runs.find(choice.run(), turn.employee().id());
        Optional<Guide> guide = found.flatMap(run -> guides.find(run.guide(), turn.language()));
        if (found.isEmpty() || guide.isEmpty()) {
            gone(turn, sink);
            return;
        }
        GuideRun run = found.get();
        GuideWalk walk = walks.walk(guide.get(), run, turn, sink);
        boolean current = walk.isAt(choice.at());
        if (choice.action() == StepChoice.Action.RESTART && current) {
            walk.entered().restart();
        } else if (run.finished()) {
            walk.finished();
        } else if (choice.action() == StepChoice.Action.STOP) {
            walk.stop();
        } else if (choice.action() == StepChoice.Action.SHOW) {
            walk.entered().show();
        } else if (!current) {
            walk.entered().note("guide.note.stale").show();
        } else {
            act(choice, walk.entered());
        }
    }

    private static void act(StepChoice choice, GuideWalk walk) {
        switch (choice.action()) {
            case DONE -> walk.done();
            case FAILED -> walk.failed(choice.failure());
            case EXPLAIN -> walk.explain();
            case SKIP -> walk.skip();
            case STOP -> walk.stop();
            case SHOW -> walk.show();
            case RESTART -> walk.restart();
        }
    }

    private boolean typed(StepWord word, Turn turn, ReplySink sink) {
        Optional<GuideRun> running = running(turn);
        boolean asked = running.isEmpty() && turn.dialogue().guide() != null;
        if (asked && (word == StepWord.STOP || word == StepWord.NO)) {
            turn.dialogue(turn.dialogue().guide(null));
            sink.say(Reply.say(MessageKind.NOTICE, turn.language(), "guide.left-for-now"));
            return true;
        }
        if (running.isEmpty() && !asked && word != StepWord.RESUME && word != StepWord.WHERE) {
            return false;
        }
        Optional<GuideRun> run =
                running.or(() -> runs.unfinished(turn.employee().id()).stream().findFirst());
        if (run.isEmpty()) {
            return false;
        }
        guides.find(run.get().guide(), turn.language())
                .map(guide -> walks.walk(guide, run.get(), turn, sink))
                .ifPresentOrElse(walk -> act(word, walk, run.get(), turn), () -> gone(turn, sink));
        return true;
    }

    private static void act(StepWord word, GuideWalk walk, GuideRun run, Turn turn) {
        // Said before this step was shown, or where it was not: it cannot be about this step.
        boolean elsewhere = !run.conversation().equals(turn.conversation()) || turn.seq() <= run.shown();
        boolean digressed = turn.seq() - run.shown() >= DIGRESSION;
        boolean vague = word == StepWord.FINE || word == StepWord.NO;
        if (word == StepWord.RESTART) {
            walk.entered().restart();
        } else if (word == StepWord.STOP) {
            walk.stop();
        } else if (word.onlyAsksWhere() || elsewhere || (vague && digressed)) {
            walk.entered().note("guide.note.here").show();
        } else {
            act(word, walk);
        }
    }

    private static void act(StepWord word, GuideWalk walk) {
        switch (word) {
            case DONE, FINE -> walk.done();
            case FAILED, NO -> walk.failedAgain();
            case EXPLAIN -> walk.explain();
            case SKIP -> walk.skip();
            case BACK -> walk.back();
            case STOP -> walk.stop();
            case RESTART -> walk.restart();
            case RESUME, WHERE, WAIT -> walk.show();
        }
    }

    private void gone(Turn turn, ReplySink sink) {
        turn.dialogue(turn.dialogue().guide(null).context(null));
        sink.say(Reply.say(MessageKind.NOTICE, turn.language(), "guide.gone").choice(Choice.person(turn.language())));
    }
}
