package org.mainforte.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mainforte.journey.Chat;
import org.mainforte.journey.Events;
import org.mainforte.journey.Person;
import org.mainforte.model.Await;
import org.mainforte.model.ModelDouble;
import tools.jackson.databind.JsonNode;

/** SIGKILL while a model is writing: somebody else takes the turn up, and the person gets one whole answer, or one card. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamKillIT {
    private static final Duration TAKEN_UP = Duration.ofSeconds(15);
    private static final String QUESTION = "Comment connecter mon nouveau PC au wifi de la maison ?";
    private static final String FIRST = "Ouvrez les paramètres du réseau.";
    private static final String LAST = "Entrez la clé de la box.";

    @TempDir
    private Path folder;

    private final ModelDouble model = new ModelDouble();
    private Instance one = Instance.none();
    private Instance other = Instance.none();

    @AfterEach
    void stop() {
        one.kill();
        other.kill();
        model.close();
    }

    private List<String> settings(String... more) {
        List<String> all = new ArrayList<>(
                List.of("--mainforte.model.base-url=" + model.baseUrl(), "--mainforte.model.name=double"));
        all.addAll(List.of(more));
        return all;
    }

    /** Slow enough to be killed in the middle of. */
    private void writesSlowly() {
        model.does((asked, pen) -> {
            pen.says(FIRST + " [s1] ");
            for (int i = 0; i < 20; i++) {
                pen.says("Attendez un peu. [s1] ").waits(100);
            }
            pen.says(LAST + " [s1]").done();
        });
    }

    private static int say(Person person, String id, String text) {
        return person.post(
                        "/api/conversations/" + id + "/messages",
                        Map.of("clientId", UUID.randomUUID().toString(), "text", text))
                .json()
                .path("seq")
                .asInt();
    }

    private static String opens(Person person) {
        return person.post("/api/conversations", Map.of("language", "fr"))
                .json()
                .path("id")
                .asString();
    }

    private static List<JsonNode> answers(Person person, String id, int after) {
        return person.get("/api/conversations/" + id)
                .json()
                .path("messages")
                .valueStream()
                .filter(message -> message.path("seq").asInt() > after)
                .toList();
    }

    /** The model is asked again in time. */
    private void takenUp() throws InterruptedException {
        long killed = System.nanoTime();
        Await.until("the turn is taken up", () -> model.asked().size() == 2);
        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(TAKEN_UP);
    }

    private static void untilIdle(Person person, String id, int seq) {
        try (Events events = person.events(id, seq)) {
            events.untilIdle(seq);
        }
    }

    private static void assertOneWholeAnswer(Person person, String id, int seq) {
        List<JsonNode> answers = answers(person, id, seq);
        assertThat(answers).as(answers.toString()).hasSize(1);
        String text = Chat.plain(answers.getFirst().path("text").asString());
        assertThat(text.split(FIRST, -1)).as(text).hasSize(2);
        assertThat(text).endsWith(LAST);
    }

    @Test
    void theOtherInstanceTakesTheTurnUp() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            List<String> settings = settings(
                    "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                    "--spring.datasource.username=postgres",
                    "--spring.datasource.hikari.maximum-pool-size=10");
            Path data = folder.resolve("data");
            one = Instance.launch(data, settings).ready();
            other = Instance.launch(data, settings).ready();
            anAnswerSurvives();
            one = Instance.launch(data, settings).ready();
            aDraftSurvivesOnce();
        }
    }

    private void anAnswerSurvives() throws Exception {
        writesSlowly();
        Person here = one.mainforte().person("camille").at(Visitor.NOW);
        Person there = new Person(other.mainforte(), here.token(), Visitor.NOW);
        String id = opens(here);
        int seq;
        try (Events events = here.events(id, 0)) {
            seq = say(here, id, QUESTION);
            events.until(event -> event.name().equals("delta"));
            one.kill();
        }
        takenUp();
        untilIdle(there, id, seq);
        assertThat(model.asked()).as("asked anew, once").hasSize(2);
        assertOneWholeAnswer(there, id, seq);
    }

    /** The model has already called for an order when the instance dies before the card is stored. */
    private void aDraftSurvivesOnce() throws Exception {
        model.does((asked, pen) -> pen.calls("request-order", "{\"item\":\"headset\"}")
                .waits(1_500)
                .done());
        Person there = other.mainforte().person("nadia").at(Visitor.NOW);
        String id = opens(there);
        int seq = say(there, id, "le machin que je mets sur les oreilles pour les réunions est passé sous le tram");
        Await.until("the model is asked", () -> model.streaming() == 1);
        other.kill();
        Person rescued = new Person(one.mainforte(), there.token(), Visitor.NOW);
        takenUp();
        untilIdle(rescued, id, seq);
        List<JsonNode> answers = answers(rescued, id, seq);
        assertThat(answers.stream().filter(message -> message.has("proposal") || message.has("form")))
                .as(answers.toString())
                .hasSize(1);
        assertThat(rescued.get("/api/requests").json().toString()).doesNotContain("\"reference\"");
    }

    @Test
    void theSameInstanceGoesOnAfterItsRestart() throws Exception {
        writesSlowly();
        one = Instance.launch(folder.resolve("data"), settings()).ready();
        Person before = one.mainforte().person("camille").at(Visitor.NOW);
        String id = opens(before);
        int seq;
        try (Events events = before.events(id, 0)) {
            seq = say(before, id, QUESTION);
            events.until(event -> event.name().equals("delta"));
            one.kill();
        }
        one = Instance.launch(folder.resolve("data"), settings()).ready();
        Person after = new Person(one.mainforte(), before.token(), Visitor.NOW);
        untilIdle(after, id, seq);
        assertOneWholeAnswer(after, id, seq);
    }
}
