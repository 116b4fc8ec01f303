package org.mainforte.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.Choice;
import org.mainforte.conversation.Dialogue;
import org.mainforte.conversation.Reply;
import org.mainforte.conversation.ReplySink;
import org.mainforte.conversation.Turn;
import org.mainforte.kernel.Texts;

/** One turn of a person in one run: changes the run and says the one message that follows. */
final class GuideWalk {
    private final GuideWalks walks;
    private final GuideRuns runs;
    private final Guide guide;
    private final Turn turn;
    private final ReplySink sink;
    private final List<String> notes = new ArrayList<>();
    private GuideRun run;
    /** What became of the steps so far, read once and kept up with what this turn adds. */
    private @Nullable List<StepOutcome.Entry> log;
    /** Whether the run's row already says that it is shown by this turn. */
    private boolean shown;

    GuideWalk(GuideWalks walks, Guide guide, GuideRun run, Turn turn, ReplySink sink) {
        this.walks = walks;
        this.runs = walks.runs();
        this.guide = guide;
        this.turn = turn;
        this.sink = sink;
        this.run = run;
        GuideStep current = checklist().current();
        if (!run.finished() && !current.anchor().equals(run.step())) {
            goTo(current);
        }
    }

    /** Takes the person into this run, out of any other that is under way in this conversation. */
    GuideWalk entered() {
        String other = turn.dialogue().guide();
        if (other != null && !other.equals(run.id())) {
            runs.find(other, run.person()).filter(GuideRun::running).ifPresent(this::setAside);
        }
        if (run.state() == GuideRun.State.STOPPED) {
            runs.settle(run, GuideRun.State.RUNNING);
            refreshed();
        }
        return this;
    }

    private void setAside(GuideRun other) {
        runs.settle(other, GuideRun.State.STOPPED);
        walks.guides()
                .find(other.guide(), turn.language())
                .ifPresent(left -> notes.add(text("guide.note.set-aside", left.title())));
    }

    /** Whether this is the step that is next to do. */
    boolean isAt(String anchor) {
        return run.step().equals(anchor);
    }

    GuideWalk note(String key) {
        notes.add(text(key));
        return this;
    }

    GuideWalk introduced() {
        notes.add(messages().introduction());
        return this;
    }

    /** Goes to a step whatever was before. */
    GuideWalk goTo(GuideStep step) {
        runs.jump(run, step.anchor());
        return refreshed();
    }

    void show() {
        GuideStep step = checklist().current();
        List<Choice> begun = Optional.ofNullable(step.start())
                .flatMap(start -> NextStart.choice(start, walks.guides(), turn.language()))
                .map(List::of)
                .orElse(List.of());
        say(messages().step(notes, walks.inserts().fill(step.instruction(), turn), begun));
    }

    void done() {
        pass(StepOutcome.DONE);
    }

    void skip() {
        if (checklist().current().skippable()) {
            note("guide.note.skipped").pass(StepOutcome.SKIPPED);
        } else {
            note("guide.note.not-skippable").show();
        }
    }

    private void pass(StepOutcome outcome) {
        var next = guide.after(run.step());
        String to = next.map(GuideStep::anchor).orElse(run.step());
        GuideRun.State state = next.isPresent() ? GuideRun.State.RUNNING : GuideRun.State.DONE;
        if (runs.move(run, to, state, turn)) {
            note(outcome);
            turn.dialogue(turn.dialogue().misses(0));
            run = run.moved(to, state, turn);
            shown = true;
        } else {
            refreshed();
        }
        if (run.finished()) {
            finished();
        } else {
            show();
        }
    }

    /** @param failure which failure of the step is told; the same one twice counts once */
    void failed(int failure) {
        if (failure > run.tries() && runs.fail(run)) {
            note(StepOutcome.FAILED);
        }
        refreshed();
        say(run.tries() > 1 ? messages().stuck() : messages().firstAid());
    }

    /** One more failure than so far. */
    void failedAgain() {
        failed(run.tries() + 1);
    }

    void explain() {
        note(StepOutcome.EXPLAINED);
        say(messages().explained());
    }

    void back() {
        guide.before(run.step())
                .ifPresentOrElse(step -> goTo(step).note("guide.note.back"), () -> note("guide.note.first"));
        show();
    }

    void restart() {
        runs.restart(run, guide.first().anchor(), turn.now());
        log = null;
        refreshed().note("guide.note.restarted").show();
    }

    void stop() {
        runs.settle(run, GuideRun.State.STOPPED);
        refreshed();
        leave(messages().stopped(), checklist().words());
    }

    /** Closing words and what may follow. */
    void finished() {
        List<Choice> next = new ArrayList<>();
        guide.next()
                .forEach(start ->
                        NextStart.choice(start, walks.guides(), turn.language()).ifPresent(next::add));
        runs.unfinished(run.person()).stream()
                .flatMap(other -> walks.guides().find(other.guide(), turn.language()).stream()
                        .map(left -> walks.checklist(left, other)))
                .findFirst()
                .ifPresent(other -> next.add(new StepMessages(other).comeBackTo()));
        leave(messages().finished(next), null);
    }

    private void leave(Reply reply, @Nullable String context) {
        tell(reply);
        if (turn.dialogue().guide() == null || run.id().equals(turn.dialogue().guide())) {
            turn.dialogue(turn.dialogue().guide(null).context(context));
        }
    }

    private void say(Reply reply) {
        tell(reply);
        Dialogue dialogue = turn.dialogue();
        turn.dialogue(dialogue.guide(run.id()).context(checklist().words()));
    }

    private void tell(Reply reply) {
        if (!shown) {
            runs.shown(run, turn);
        }
        sink.say(reply);
    }

    /** Keeps what became of the run's step. */
    private void note(StepOutcome outcome) {
        List<StepOutcome.Entry> all = new ArrayList<>(log());
        runs.log(run, outcome, turn.now());
        all.add(new StepOutcome.Entry(run.step(), outcome, turn.now()));
        log = all;
    }

    private GuideWalk refreshed() {
        run = runs.find(run.id(), run.person()).orElse(run);
        return this;
    }

    private Checklist checklist() {
        return new Checklist(guide, run, log());
    }

    private List<StepOutcome.Entry> log() {
        if (log == null) {
            log = runs.log(run);
        }
        return log;
    }

    private StepMessages messages() {
        return new StepMessages(checklist());
    }

    private String text(String key, Object... arguments) {
        return Texts.get(turn.language(), key, arguments);
    }
}
