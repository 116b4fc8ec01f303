package org.mainforte.guide;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mainforte.catalogue.Start;
import org.mainforte.conversation.Card;
import org.mainforte.conversation.Choice;
import org.mainforte.conversation.MessageKind;
import org.mainforte.conversation.Reply;
import org.mainforte.guide.StepChoice.Action;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;

/** What a guide says, in the language of its text. Every message leads on, and to a person. */
final class StepMessages {
    /** The most characters of a text written into a form beforehand. */
    private static final int LONGEST = 480;

    private final Checklist checklist;
    private final GuideStep step;
    private final Language language;

    StepMessages(Checklist checklist) {
        this.checklist = checklist;
        this.step = checklist.current();
        this.language = checklist.guide().language();
    }

    /**
     * The step to do now.
     *
     * @param notes sentences that stand before it
     * @param filled its instruction for this person
     * @param begun the buttons for what the step begins
     */
    Reply step(List<String> notes, StepInserts.Filled filled, List<Choice> begun) {
        return card(MessageKind.STEP, paragraphs(notes.stream(), filled.text()))
                .choice(primary(Action.DONE, "guide.choice.done"))
                .choices(begun)
                .choice(plain(Action.FAILED, "guide.choice.failed"))
                .choice(plain(Action.EXPLAIN, "guide.choice.explain"))
                .choices(filled.offers().stream().map(Choice::of).toList())
                .choice(plain(Action.STOP, "guide.choice.stop"))
                .choice(Choice.person(language));
    }

    Reply explained() {
        return card(MessageKind.STEP, step.explain())
                .choice(primary(Action.DONE, "guide.choice.done"))
                .choice(plain(Action.FAILED, "guide.choice.failed"))
                .choice(article())
                .choice(plain(Action.STOP, "guide.choice.stop"))
                .choice(Choice.person(language));
    }

    Reply firstAid() {
        String text = paragraphs(Stream.of(text("guide.first-aid"), step.trouble()), text("guide.first-aid.then"));
        return card(MessageKind.STEP, text)
                .choice(primary(Action.DONE, "guide.choice.solved"))
                .choice(plain(Action.FAILED, "guide.choice.still"))
                .choice(article())
                .choice(plain(Action.STOP, "guide.choice.stop"))
                .choice(Choice.person(language));
    }

    /** Help by others, with everything that is known in the form already. */
    Reply stuck() {
        String where = checklist.where();
        String tried = text("guide.context.failed", String.join(", ", step.troubles()));
        Reply reply = card(MessageKind.NOTICE, text("guide.stuck"))
                .choice(start("ticket", Map.of("description", where + " " + tried, "context", checklist.words())))
                .choice(start("appointment", Map.of("reason", where, "context", checklist.words())))
                .choice(plain(Action.DONE, "guide.choice.solved"));
        Reply skippable = step.skippable() ? reply.choice(plain(Action.SKIP, "guide.choice.skip")) : reply;
        return skippable.choice(plain(Action.STOP, "guide.choice.stop")).choice(Choice.person(language));
    }

    Reply stopped() {
        return Reply.of(MessageKind.TEXT, text("guide.stopped", checklist.number(), checklist.of()))
                .choice(comeBack())
                .choice(Choice.person(language));
    }

    /** @param next what may follow */
    Reply finished(List<Choice> next) {
        String skipped = checklist.passed(StepOutcome.SKIPPED).stream()
                .map(number -> checklist.guide().steps().get(number - 1).title())
                .collect(Collectors.joining(", "));
        String praise = text("guide.finished", checklist.guide().title());
        Reply reply = Reply.of(
                MessageKind.TEXT,
                skipped.isEmpty() ? praise : paragraphs(Stream.of(praise), text("guide.finished.skipped", skipped)));
        return reply.choices(next).choice(Choice.person(language));
    }

    /** Asks whether to go on where the person was, or to begin anew. */
    Reply unfinished() {
        String text =
                text("guide.unfinished", checklist.guide().title(), checklist.number(), checklist.of(), step.title());
        return Reply.of(MessageKind.CLARIFICATION, text)
                .choice(primary(Action.SHOW, "guide.choice.come-back", checklist.number(), checklist.of()))
                .choice(plain(Action.RESTART, "guide.choice.restart"))
                .choice(Choice.person(language));
    }

    /** The button that leads back: “Reprendre : étape 4 sur 12”. */
    Choice comeBack() {
        return plain(Action.SHOW, "guide.choice.come-back", checklist.number(), checklist.of());
    }

    /** The same where the guide must be named. */
    Choice comeBackTo() {
        return plain(
                Action.SHOW,
                "guide.choice.come-back-to",
                checklist.guide().title(),
                checklist.number(),
                checklist.of());
    }

    /** What the person sees first: how long, and that they may stop. */
    String introduction() {
        return text(
                "guide.intro",
                checklist.guide().title(),
                checklist.of(),
                duration(checklist.guide().minutes()));
    }

    private String duration(int minutes) {
        if (minutes < 60) {
            return text("guide.minutes", minutes);
        }
        // Nobody can promise the minute of something that takes hours.
        int rounded = Math.round(minutes / 5f) * 5;
        return rounded % 60 == 0
                ? text("guide.hours", rounded / 60)
                : text("guide.hours-minutes", rounded / 60, "%02d".formatted(rounded % 60));
    }

    private Reply card(MessageKind kind, String text) {
        var card =
                new Card.Step(checklist.guide().id(), checklist.number(), checklist.of(), step.title(), step.minutes());
        return Reply.of(kind, text).step(card);
    }

    private Choice primary(Action action, String key, Object... arguments) {
        return Choice.primary(choice(action), text(key, arguments));
    }

    private Choice plain(Action action, String key, Object... arguments) {
        return Choice.plain(choice(action), text(key, arguments));
    }

    private String choice(Action action) {
        return StepChoice.of(action, checklist.run()).toString();
    }

    private Choice article() {
        return Choice.plain(new Start("article", step.help(), Map.of()).toString(), text("guide.choice.article"));
    }

    private Choice start(String request, Map<String, String> values) {
        Start start = Start.request(request, values);
        // Percent-encoding makes long texts longer than a start may be; the beginning says most.
        for (int longest = LONGEST; longest > 10 && !readable(start); longest /= 2) {
            start = Start.request(request, shortened(values, longest));
        }
        return Choice.plain(start.toString(), text("guide.choice." + request));
    }

    private static boolean readable(Start start) {
        return start.values().values().stream().allMatch(value -> value.length() <= LONGEST)
                && Start.parse(start.toString()).isPresent();
    }

    private static Map<String, String> shortened(Map<String, String> values, int longest) {
        return values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> {
            String value = entry.getValue();
            return value.length() <= longest ? value : value.substring(0, longest - 1) + "…";
        }));
    }

    private static String paragraphs(Stream<String> before, String last) {
        return Stream.concat(before, Stream.of(last))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private String text(String key, Object... arguments) {
        return Texts.get(language, key, arguments);
    }
}
