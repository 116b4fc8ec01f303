package org.mainforte.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mainforte.journey.Person;
import tools.jackson.databind.JsonNode;

/**
 * Every so many of the evaluation's questions, answered with and without a model that only phrases the given sections: with it no
 * figure may be worse. {@code -Dmainforte.model.every=1} asks them all.
 */
class ModelEvaluationTest extends ModelTestBase {
    private static final Path QUESTIONS = Path.of("src/test/evaluation/questions.tsv");
    private static final int EVERY = Integer.getInteger("mainforte.model.every", 12);

    private record Question(String language, String expected, List<String> topics, String text) {}

    /** Questions answered with the right article first, with it among what is offered, and those about nothing of ours answered. */
    private record Figures(int right, int offered, int answeredOutside) {}

    @Test
    void noFigureIsWorseThanWithoutAModel() throws IOException {
        List<Question> questions = read();
        Path off = data.resolve("model-off");
        MODEL.does(new Phrasing());
        Files.createFile(off);
        untilTheModelIsAsked(false);
        Figures without = figures(questions);
        Files.delete(off);
        untilTheModelIsAsked(true);
        Figures with = figures(questions);
        System.out.println(questions.size() + " questions, without the model " + without + ", with it " + with
                + ", asked " + MODEL.asked().size());
        assertThat(MODEL.asked().size()).isGreaterThan(questions.size() / 3);
        assertThat(with.right()).isGreaterThanOrEqualTo(without.right());
        assertThat(with.offered()).isGreaterThanOrEqualTo(without.offered());
        assertThat(with.answeredOutside()).isLessThanOrEqualTo(without.answeredOutside());
    }

    /** The switch is looked at every second. */
    private void untilTheModelIsAsked(boolean asked) {
        var plain = new Question("fr", "answer", List.of(), "Comment connecter mon nouveau PC au wifi de la maison ?");
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            int before = MODEL.asked().size();
            ask(plain);
            return MODEL.asked().size() > before == asked;
        });
    }

    private Figures figures(List<Question> questions) {
        Map<String, Integer> count = new TreeMap<>();
        for (Question question : questions) {
            List<JsonNode> messages = ask(question);
            List<String> first = articles(messages, false);
            List<String> all = articles(messages, true);
            if (question.topics().isEmpty()) {
                count.merge("outside", first.isEmpty() ? 0 : 1, Integer::sum);
            } else {
                count.merge("right", first.stream().anyMatch(question.topics()::contains) ? 1 : 0, Integer::sum);
                count.merge("offered", all.stream().anyMatch(question.topics()::contains) ? 1 : 0, Integer::sum);
            }
        }
        return new Figures(
                count.getOrDefault("right", 0), count.getOrDefault("offered", 0), count.getOrDefault("outside", 0));
    }

    private List<JsonNode> ask(Question question) {
        Person person = on(question.language().equals("fr") ? "camille" : "oliver");
        String id = person.opens(question.language()).id();
        int seq = person.post(
                        "/api/conversations/" + id + "/messages",
                        Map.of("clientId", UUID.randomUUID().toString(), "text", question.text()))
                .json()
                .path("seq")
                .asInt();
        try (var events = person.events(id, seq)) {
            return events.untilIdle(seq).stream()
                    .filter(event -> event.name().equals("message"))
                    .map(event -> event.json())
                    .toList();
        }
    }

    /** The articles of the sources and, if wanted, of the buttons. */
    private static List<String> articles(List<JsonNode> messages, boolean buttons) {
        List<String> found = new ArrayList<>();
        for (JsonNode message : messages) {
            message.path("sources")
                    .forEach(source -> found.add(source.path("article").asString()));
            if (buttons) {
                message.path("choices").forEach(choice -> {
                    String id = choice.path("id").asString();
                    if (id.startsWith("article:")) {
                        found.add(id.substring(8).replaceFirst("\\?.*", ""));
                    }
                });
            }
        }
        return found;
    }

    private static List<Question> read() throws IOException {
        List<String> lines = Files.readAllLines(QUESTIONS);
        List<Question> questions = new ArrayList<>();
        for (int i = 1; i < lines.size(); i += EVERY) {
            String[] cells = lines.get(i).split("\t", -1);
            questions.add(new Question(
                    cells[1],
                    cells[3],
                    Stream.of(cells[4].split(","))
                            .map(String::strip)
                            .filter(topic -> !topic.isEmpty())
                            .toList(),
                    cells[6]));
        }
        return questions;
    }
}
