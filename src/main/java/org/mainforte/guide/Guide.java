package org.mainforte.guide;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mainforte.catalogue.Start;
import org.mainforte.kernel.Language;

/**
 * A procedure in one language; its twin in the other has the same steps in the same order.
 *
 * @param id the guide's name, the same in both languages
 * @param questions ways in which people ask for it
 * @param next what may be started when it is finished
 * @param steps at least one
 */
public record Guide(
        String id,
        Language language,
        String title,
        String summary,
        List<String> questions,
        List<Start> next,
        List<GuideStep> steps) {
    public Guide {
        questions = List.copyOf(questions);
        next = List.copyOf(next);
        steps = List.copyOf(steps);
    }

    public GuideStep first() {
        return steps.getFirst();
    }

    public Optional<GuideStep> step(String anchor) {
        return steps.stream().filter(step -> step.anchor().equals(anchor)).findFirst();
    }

    /** The place of a step, counted from 1; 0 when it is not in this guide. */
    public int number(String anchor) {
        return IntStream.rangeClosed(1, steps.size())
                .filter(number -> steps.get(number - 1).anchor().equals(anchor))
                .findFirst()
                .orElse(0);
    }

    /** The step after this one; empty after the last. */
    Optional<GuideStep> after(String anchor) {
        int number = number(anchor);
        return number < steps.size() ? Optional.of(steps.get(number)) : Optional.empty();
    }

    /** The step before this one; empty before the first. */
    Optional<GuideStep> before(String anchor) {
        int number = number(anchor);
        return number > 1 ? Optional.of(steps.get(number - 2)) : Optional.empty();
    }

    /** How long the whole usually takes. */
    public int minutes() {
        return steps.stream().mapToInt(GuideStep::minutes).sum();
    }
}
