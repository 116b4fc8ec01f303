package org.mainforte.guide;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A button of a guide's message, in one line of text:
 *
 * <pre>
 * choice = "step:" action "?run=" uuid "&amp;at=" anchor [ "&amp;try=" number ]
 * action = "done" | "failed" | "explain" | "stop" | "skip" | "show" | "restart"
 * </pre>
 *
 * It names the step it was shown with, so that an old button never acts on a newer step, and for {@code failed} which failure
 * of that step it tells, so that the same button on two devices counts once.
 */
record StepChoice(Action action, String run, String at, int failure) {
    private static final Pattern FORM = Pattern.compile(
            "step:(done|failed|explain|stop|skip|show|restart)\\?run=([0-9a-f-]{36})&at=([a-z0-9-]{1,80})(?:&try=(\\d{1,3}))?");

    enum Action {
        DONE,
        FAILED,
        EXPLAIN,
        STOP,
        SKIP,
        SHOW,
        RESTART
    }

    static StepChoice of(Action action, GuideRun run) {
        return new StepChoice(action, run.id(), run.step(), action == Action.FAILED ? run.tries() + 1 : 0);
    }

    static Optional<StepChoice> parse(@Nullable String choice) {
        var form = FORM.matcher(choice == null ? "" : choice);
        return form.matches()
                ? Optional.of(new StepChoice(
                        Action.valueOf(form.group(1).toUpperCase(Locale.ROOT)),
                        form.group(2),
                        form.group(3),
                        form.group(4) == null ? 0 : Integer.parseInt(form.group(4))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "step:" + action.name().toLowerCase(Locale.ROOT) + "?run=" + run + "&at=" + at
                + (failure == 0 ? "" : "&try=" + failure);
    }
}
