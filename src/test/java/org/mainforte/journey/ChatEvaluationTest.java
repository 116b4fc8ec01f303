package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mainforte.kernel.Language;
import org.mainforte.knowledge.EvaluationQuestion;
import org.mainforte.knowledge.Figures;
import org.mainforte.knowledge.FollowUpQuestion;
import tools.jackson.databind.JsonNode;

/**
 * The evaluation questions asked in the chat, each in a conversation of its own, over HTTP. Measures: {@code chat}: the first
 * answer is right; {@code chat-known}: it is not “I don't know”; {@code chat-followed}: the answer to a question that leans on
 * the one before is right. All are asked, which takes about a minute on two cores;
 * {@code -Devaluation.keep=true} keeps the figures.
 */
class ChatEvaluationTest extends JourneyTestBase {
    private static final Path FIGURES = Path.of("src/test/evaluation/figures.tsv");
    private static final int AT_A_TIME = 4;

    private record Outcome(EvaluationQuestion question, List<JsonNode> answer) {}

    @Test
    void answersInTheChatAsWellAsBefore() throws Exception {
        var figures = new Figures();
        List<String> misses = new ArrayList<>();
        for (Outcome outcome : answered(EvaluationQuestion.read(EvaluationQuestion.FILE), this::outcome)) {
            EvaluationQuestion question = outcome.question();
            boolean right = right(outcome);
            figures.add(question, "chat", right ? 1 : 0);
            if (question.answerable()) {
                figures.add(question, "chat-known", kinds(outcome).contains("unknown") ? 0 : 1);
            }
            if (!right && shown(question)) {
                misses.add(question.line() + "  got " + said(outcome.answer()));
            }
        }
        for (Outcome outcome : answered(FollowUpQuestion.read(FollowUpQuestion.FILE), this::followed)) {
            boolean right = right(outcome);
            figures.add(outcome.question(), "chat-followed", right ? 1 : 0);
            if (!right && shown(outcome.question())) {
                misses.add(outcome.question().line() + "  got " + said(outcome.answer()));
            }
        }
        Figures kept = Figures.read(FIGURES);
        for (String split : EvaluationQuestion.SPLITS) {
            System.out.println(figures.table(split, List.of("chat", "chat-known", "chat-followed"), kept) + "\n");
        }
        misses.forEach(System.out::println);
        if (Boolean.getBoolean("evaluation.keep")) {
            figures.keep(FIGURES);
        }
        assertThat(figures.fallen(kept)).isEmpty();
    }

    private static boolean shown(EvaluationQuestion question) {
        return question.open() || Boolean.getBoolean("evaluation.show");
    }

    private Outcome outcome(EvaluationQuestion question) {
        return new Outcome(question, asked(question.language(), question.text()).answer());
    }

    private Outcome followed(FollowUpQuestion two) {
        EvaluationQuestion then = two.then();
        return new Outcome(
                then, asked(then.language(), two.first()).says(then.text()).answer());
    }

    private Chat asked(Language language, String text) {
        return on("camille").opens(language.code()).says(text);
    }

    private static <T> List<Outcome> answered(List<T> questions, Function<T, Outcome> ask)
            throws InterruptedException, ExecutionException {
        try (var pool = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<Outcome>> asked = new ArrayList<>();
            for (T question : questions) {
                asked.add(pool.submit(() -> ask.apply(question)));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> each : asked) {
                outcomes.add(each.get());
            }
            return outcomes;
        }
    }

    private static boolean right(Outcome outcome) {
        EvaluationQuestion question = outcome.question();
        List<String> kinds = kinds(outcome);
        return switch (question.expected()) {
            case "out-of-scope" -> kinds.contains("out-of-scope");
            case "human" -> kinds.contains("handover");
            case "urgent" ->
                kinds.contains("handover") && (question.topics().contains("talk-to-human") || answers(outcome));
            case "ambiguous" -> answers(outcome) || offers(outcome);
            default -> answers(outcome) || begins(outcome);
        };
    }

    private static List<String> kinds(Outcome outcome) {
        return outcome.answer().stream()
                .map(message -> message.path("kind").asString())
                .toList();
    }

    /** Whether an answer comes from a right article. */
    private static boolean answers(Outcome outcome) {
        return outcome.answer().stream()
                .flatMap(message -> Chat.list(message.path("sources")).stream())
                .anyMatch(source -> outcome.question()
                        .topics()
                        .contains(source.path("article").asString()));
    }

    /** Whether a clarifying question has a right article among its choices. */
    private static boolean offers(Outcome outcome) {
        return outcome.answer().stream()
                .filter(message -> message.path("kind").asString().equals("clarification"))
                .flatMap(message -> Chat.list(message.path("choices")).stream())
                .map(choice -> choice.path("id").asString())
                .anyMatch(id ->
                        outcome.question().topics().stream().anyMatch(topic -> id.startsWith("article:" + topic)));
    }

    /** Whether something was begun that a right article starts: a guide by its name, a request, a look at what is recorded. */
    private static boolean begins(Outcome outcome) {
        List<String> starts = outcome.question().topics().stream()
                .flatMap(ChatEvaluationTest::starts)
                .toList();
        return outcome.answer().stream().anyMatch(message -> switch (message.path("kind")
                .asString()) {
            case "step" ->
                starts.contains("guide:" + message.path("step").path("guide").asString());
            case "proposal" ->
                starts.stream()
                        .anyMatch(start -> start.startsWith("request:"
                                + message.path("proposal").path("request").asString()));
            case "form" -> starts.stream().anyMatch(start -> start.startsWith("request:"));
            case "text" -> starts.stream().anyMatch(start -> start.startsWith("lookup:"));
            default -> false;
        });
    }

    private static Stream<String> starts(String topic) {
        try {
            return Files.readString(Path.of("knowledge-base/articles/" + topic + ".fr.md"))
                    .lines()
                    .filter(line -> line.startsWith("start:"))
                    .flatMap(line -> Stream.of(line.replaceFirst("start:", "").split("[\\[\\], ]+")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String said(List<JsonNode> answer) {
        return String.join(
                " + ",
                answer.stream()
                        .map(message -> message.path("kind").asString() + " "
                                + message.path("sources")
                                        .path(0)
                                        .path("article")
                                        .asString("")
                                + Chat.list(message.path("choices")).stream()
                                        .map(choice -> choice.path("id").asString())
                                        .filter(id -> id.startsWith("article:")
                                                && message.path("kind")
                                                        .asString()
                                                        .equals("clarification"))
                                        .toList())
                        .toList());
    }
}
