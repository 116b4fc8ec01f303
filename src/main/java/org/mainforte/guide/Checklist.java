package org.mainforte.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mainforte.kernel.Texts;

/** How far a person got in a guide and what they tried, read off the run and its log. */
record Checklist(Guide guide, GuideRun run, List<StepOutcome.Entry> log) {

    /** The step to do now. When a writer removed it meanwhile: the first that was not passed yet. */
    GuideStep current() {
        return guide.step(run.step())
                .orElseGet(() -> guide.steps().stream()
                        .filter(step -> !passes().containsKey(step.anchor()))
                        .findFirst()
                        .orElse(guide.steps().getLast()));
    }

    int number() {
        return guide.number(current().anchor());
    }

    int of() {
        return guide.steps().size();
    }

    /** Whether the person has done anything yet. */
    boolean begun() {
        return number() > 1 || !log.isEmpty();
    }

    /** The places of the steps that ended so, counted from 1. */
    List<Integer> passed(StepOutcome outcome) {
        Map<String, StepOutcome> passes = passes();
        return IntStream.rangeClosed(1, of())
                .filter(number -> passes.get(guide.steps().get(number - 1).anchor()) == outcome)
                .boxed()
                .toList();
    }

    /** How often a step was said not to work. */
    int failures(String anchor) {
        return (int) log.stream()
                .filter(entry -> entry.step().equals(anchor) && entry.outcome() == StepOutcome.FAILED)
                .count();
    }

    private Map<String, StepOutcome> passes() {
        Map<String, StepOutcome> last = new HashMap<>();
        log.stream()
                .filter(entry -> entry.outcome().passed())
                .forEach(entry -> last.put(entry.step(), entry.outcome()));
        return last;
    }

    /** “Guide « … », étape 4 sur 12 : …” */
    String where() {
        return text("guide.context", guide.title(), number(), of(), current().title());
    }

    /** Where the person is, what is done, what was passed over and what was tried, for whoever takes over. */
    String words() {
        List<String> sentences = new ArrayList<>(List.of(where()));
        if (run.tries() > 0) {
            String key = run.tries() == 1 ? "guide.context.failed-once" : "guide.context.failed";
            sentences.add(text(key, String.join(", ", current().troubles())));
        }
        addSteps(sentences, "guide.context.done", StepOutcome.DONE);
        addSteps(sentences, "guide.context.skipped", StepOutcome.SKIPPED);
        if (run.state() == GuideRun.State.STOPPED) {
            sentences.add(text("guide.context.stopped"));
        }
        return String.join(" ", sentences);
    }

    private void addSteps(List<String> sentences, String key, StepOutcome outcome) {
        String numbers = passed(outcome).stream().map(String::valueOf).collect(Collectors.joining(", "));
        if (!numbers.isEmpty()) {
            sentences.add(text(key, numbers));
        }
    }

    private String text(String key, Object... arguments) {
        return Texts.get(guide.language(), key, arguments);
    }
}
