package org.mainforte.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mainforte.journey.Chat;
import org.mainforte.journey.Events;
import org.mainforte.journey.Person;
import tools.jackson.databind.JsonNode;

/** Whatever a model or its provider does wrong, at whatever point: the plain answer comes in the same turn, soon, and says so. */
class ChaosTest extends ModelTestBase {
    private static final String QUESTION = "Comment connecter mon nouveau PC au wifi de la maison ?";
    private static final String HONEST = "La rédaction automatique ne répond pas pour l'instant";
    /** How long the plain answer may take after the failure; the silent ones fail after 1.5 s. */
    private static final long SOON = 3_000;

    private static final long SILENCE = 1_500;

    /** A failure, and the points at which it can happen. */
    private static final Map<String, ModelDouble.Behaviour> FAILURES = Map.ofEntries(
            Map.entry("401", (asked, pen) -> pen.refuses(401, "{\"error\":{\"message\":\"key sk-secret is wrong\"}}")),
            Map.entry("429", (asked, pen) -> pen.refuses(429, "{\"error\":\"slow down\"}")),
            Map.entry("500", (asked, pen) -> pen.refuses(500, "<html>boom</html>")),
            Map.entry("503", (asked, pen) -> pen.refuses(503, "")),
            Map.entry("redirect", (asked, pen) -> pen.refuses(302, "")),
            Map.entry("200 but JSON", (asked, pen) -> pen.refuses(200, "{\"choices\":[]}")),
            Map.entry("cut", (asked, pen) -> pen.cuts()),
            Map.entry("silence", (asked, pen) -> pen.waits(SILENCE + 4_000)),
            Map.entry("end without a reason", (asked, pen) -> pen.raw("data: [DONE]\n\n")),
            Map.entry(
                    "no JSON",
                    (asked, pen) -> pen.raw("data: {\"choices\":[{\"delta\":{\"content\":\n\n")
                            .done()),
            Map.entry("no events", (asked, pen) -> pen.raw("garbage garbage garbage\n\n")),
            Map.entry("an error event", (asked, pen) -> pen.raw("event: error\ndata: {\"error\":\"overloaded\"}\n\n")),
            Map.entry(
                    "200 kB at once",
                    (asked, pen) -> pen.blurts("bla ".repeat(50_000)).done()),
            Map.entry("200 kB in pieces", (asked, pen) -> {
                for (int i = 0; i < 2_000; i++) {
                    pen.blurts(
                            "Encore une phrase pour remplir la page, et puis une autre encore, sans jamais finir. [s1] ");
                }
                pen.done();
            }),
            Map.entry(
                    "one event of 300 kB",
                    (asked, pen) ->
                            pen.raw("data: " + "x".repeat(300_000) + "\n\n").done()),
            Map.entry(
                    "unknown tool",
                    (asked, pen) -> pen.calls("delete-everything", "{}").done()),
            Map.entry(
                    "malformed arguments",
                    (asked, pen) ->
                            pen.calls("request-ticket", "{\"description\":").done()),
            Map.entry(
                    "unknown arguments",
                    (asked, pen) -> pen.calls("lookup-my-tickets", "{\"person\":\"oliver\"}")
                            .done()),
            Map.entry(
                    "arguments that are a list",
                    (asked, pen) -> pen.calls("search-knowledge", "[1,2]").done()),
            Map.entry(
                    "endless tools",
                    (asked, pen) -> pen.calls(
                                    "search-knowledge",
                                    "{\"query\":\"wifi " + asked.messages().size() + "\"}")
                            .done()),
            Map.entry(
                    "the same tool for ever",
                    (asked, pen) -> pen.calls("lookup-my-tickets", "{}").done()),
            Map.entry("empty", (asked, pen) -> pen.done()),
            Map.entry("blank", (asked, pen) -> pen.says("   \n \n ").done()));

    static Stream<Arguments> failures() {
        List<Arguments> all = new ArrayList<>();
        for (String failure : FAILURES.keySet().stream().sorted().toList()) {
            all.add(Arguments.of(failure, "at once"));
            boolean refusal = failure.matches("\\d+.*|redirect") && !failure.contains("kB");
            if (!refusal) {
                all.add(Arguments.of(failure, "after a sentence"));
            }
            all.add(Arguments.of(failure, "after a tool"));
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("failures")
    void thePlainAnswerComesInTheSameTurn(String failure, String point) {
        ModelDouble.Behaviour fails = Objects.requireNonNull(FAILURES.get(failure));
        MODEL.does((asked, pen) -> {
            boolean tool = asked.lastRole().equals("tool");
            if (point.equals("after a tool") && !tool) {
                pen.calls("lookup-my-equipment", "{}").done();
                return;
            }
            if (point.equals("after a sentence") && !tool) {
                pen.says("Ouvrez les paramètres du réseau. [s1] ");
            }
            fails.answer(asked, pen);
        });
        Chat chat = on("camille").opens("fr");
        long began = System.nanoTime();
        chat.says(QUESTION);
        long took = (System.nanoTime() - began) / 1_000_000;
        JsonNode answer = chat.answered("answer");
        assertThat(answer.path("sources").path(0).path("article").asString())
                .as(chat.transcript())
                .isEqualTo("wifi-connect");
        boolean written = !chat.words().contains(HONEST);
        if (written) {
            // What was written before an empty end is an answer all the same.
            assertThat(failure + " " + point).isIn("empty after a sentence", "blank after a sentence");
        } else {
            assertThat(chat.answer()).as(chat.transcript()).hasSize(2);
        }
        assertThat(took).isLessThan(SOON + (failure.equals("silence") ? SILENCE : 0));
        assertThat(chat.transcript())
                .doesNotContain("sk-secret")
                .doesNotContain("boom")
                .doesNotContain("bla bla");
    }

    @Test
    void nobodyListensAtAll() {
        MODEL.does((asked, pen) -> pen.cuts());
        Chat chat = on("oliver").opens("en").says("How do I connect my new PC to my home wifi?");
        assertThat(chat.kinds()).containsExactly("notice", "answer");
        assertThat(chat.words()).contains("The automatic writer does not answer at the moment");
    }

    @Test
    void aProviderThatKeepsFailingIsLeftAlone() {
        MODEL.does((asked, pen) -> pen.refuses(500, "no"));
        for (int i = 0; i < 12; i++) {
            on("camille").opens("fr").says(QUESTION);
        }
        int asked = MODEL.asked().size();
        assertThat(asked).isBetween(6, 8);
        Chat spared = on("camille").opens("fr").says(QUESTION);
        assertThat(MODEL.asked()).hasSize(asked);
        assertThat(spared.kinds()).containsExactly("answer");
    }

    @Test
    void theSwitchStopsEveryCallWithinTwoSeconds() throws Exception {
        MODEL.does((asked, pen) -> {
            for (int i = 0; i < 300; i++) {
                pen.says("Ouvrez les paramètres. [s1] ").waits(200);
            }
            pen.done();
        });
        Path file = data.resolve("model-off");
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        try (Events events = camille.events(chat.id(), 0)) {
            int seq = say(camille, chat, QUESTION);
            events.until(event -> event.name().equals("delta"));
            Files.createFile(file);
            long off = System.nanoTime();
            events.untilIdle(seq);
            assertThat((System.nanoTime() - off) / 1_000_000).isLessThan(2_000);
        } finally {
            int before = MODEL.asked().size();
            Chat meanwhile = camille.opens("fr").says(QUESTION);
            Files.delete(file);
            assertThat(meanwhile.kinds()).containsExactly("answer");
            assertThat(MODEL.asked()).hasSize(before);
        }
        Await.until("the provider's stream ends", () -> MODEL.streaming() == 0);
        MODEL.does((asked, pen) -> pen.says("Ouvrez les paramètres. [s1]").done());
        int spared = MODEL.asked().size();
        Await.until("the model is asked again", () -> {
            on("camille").opens("fr").says(QUESTION);
            return MODEL.asked().size() > spared;
        });
    }

    @Test
    void stopKeepsWhatWasSaidAndEndsTheProvidersStream() throws Exception {
        MODEL.does((asked, pen) -> {
            pen.says("Ouvrez les paramètres. [s1] Choisissez votre réseau. [s1] Et ensuite ");
            for (int i = 0; i < 600; i++) {
                pen.says("encore ").waits(100);
            }
            pen.done();
        });
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        try (Events events = camille.events(chat.id(), 0)) {
            int seq = say(camille, chat, QUESTION);
            events.until(event -> event.name().equals("delta"));
            assertThat(camille.post("/api/conversations/" + chat.id() + "/stop", Map.of())
                            .status())
                    .isEqualTo(204);
            long stopped = System.nanoTime();
            events.untilIdle(seq);
            assertThat((System.nanoTime() - stopped) / 1_000_000).isLessThan(1_000);
        }
        chat.waitsForTheAnswer();
        assertThat(chat.answered("answer").path("text").asString())
                .isEqualTo("Ouvrez les paramètres. Choisissez votre réseau.\n\n*Réponse arrêtée à votre demande.*");
        Await.until("the provider's stream ends", () -> MODEL.streaming() == 0);
        assertThat(on("oliver")
                        .post("/api/conversations/" + chat.id() + "/stop", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void leavingThePageEndsTheProvidersStream() throws Exception {
        MODEL.does((asked, pen) -> {
            for (int i = 0; i < 600; i++) {
                pen.says("Ouvrez les paramètres. [s1] ").waits(100);
            }
            pen.done();
        });
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        try (Events events = camille.events(chat.id(), 0)) {
            say(camille, chat, QUESTION);
            events.until(event -> event.name().equals("delta"));
        }
        Await.until("the provider's stream ends", () -> MODEL.streaming() == 0);
        chat.waitsForTheAnswer();
        assertThat(chat.answered("answer").path("text").asString()).startsWith("Ouvrez les paramètres.");
    }

    @Test
    void aNewerMessageDoesNotWaitForTheOldAnswer() {
        MODEL.does((asked, pen) -> {
            if (asked.user().equals(QUESTION)) {
                for (int i = 0; i < 150; i++) {
                    pen.says("Ouvrez les paramètres. [s1] ").waits(100);
                }
            }
            pen.says("C'est la même chose au bureau. [s1]").done();
        });
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        try (Events events = camille.events(chat.id(), 0)) {
            say(camille, chat, QUESTION);
            events.until(event -> event.name().equals("delta"));
            int second = say(camille, chat, "on m'a volé mon PC dans le train");
            long began = System.nanoTime();
            events.untilIdle(second);
            assertThat((System.nanoTime() - began) / 1_000_000).isLessThan(3_000);
        }
        chat.waitsForTheAnswer();
        assertThat(chat.kinds()).as(chat.transcript()).contains("answer", "handover");
    }

    private static int say(Person person, Chat chat, String text) {
        return person.post(
                        "/api/conversations/" + chat.id() + "/messages",
                        Map.of("clientId", java.util.UUID.randomUUID().toString(), "text", text))
                .json()
                .path("seq")
                .asInt();
    }
}
