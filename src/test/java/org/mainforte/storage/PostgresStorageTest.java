package org.mainforte.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mainforte.journey.Mainforte;
import org.mainforte.journey.Person;
import tools.jackson.databind.JsonNode;

/** Several instances for the whole company: the same contract, and two instances on one PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresStorageTest extends StorageContract {
    private EmbeddedPostgres postgres;
    private RunningInstance one;
    private RunningInstance other;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        postgres = EmbeddedPostgres.start();
        one = instance(data);
        other = instance(data);
    }

    private RunningInstance instance(Path data) {
        return RunningInstance.start(
                "--mainforte.data-dir=" + data,
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.hikari.maximum-pool-size=10");
    }

    @AfterAll
    void stop() throws IOException {
        other.close();
        one.close();
        postgres.close();
    }

    @Override
    RunningInstance instance() {
        return one;
    }

    /** Somebody on both instances: their session holds on either. */
    private record Both(Person here, Person there, String conversation) {
        JsonNode whole() {
            return there.get("/api/conversations/" + conversation).json();
        }

        List<JsonNode> messages() {
            return List.copyOf(whole().path("messages").values());
        }

        String messagesPath() {
            return "/api/conversations/" + conversation + "/messages";
        }

        static Mainforte.Answer say(Person person, String path, Map<String, Object> said) {
            Map<String, Object> body = new java.util.HashMap<>(said);
            body.put("clientId", UUID.randomUUID().toString());
            return person.post(path, body);
        }
    }

    private Both somebody(String name) {
        Person here = one.mainforte().person(name);
        Person there = new Person(other.mainforte(), here.token(), null);
        Mainforte.Answer open = here.post("/api/conversations", Map.of("language", "fr"));
        return new Both(here, there, open.json().path("id").asString());
    }

    @Test
    void aQuestionATicketAndItsReceipt() throws Exception {
        Both camille = somebody("camille");
        Both.say(camille.here(), camille.messagesPath(), Map.of("text", "Comment imprimer en couleur ?"));
        Polling.until(
                "the answer",
                () -> camille.whole().path("idle").asBoolean()
                        && camille.messages().size() > 2);
        String card = card(camille);
        Both.say(camille.there(), camille.messagesPath(), Map.of("choice", card));
        String reference = receipt(camille).path("reference").asString();
        assertThat(camille.here().get("/api/tickets/" + reference).status()).isEqualTo(200);
    }

    private static String card(Both person) throws InterruptedException {
        Both.say(person.here(), person.messagesPath(), Map.of("form", "fill:ticket", "values", TICKET));
        Polling.until("the card", () -> person.messages().getLast().has("proposal"));
        return person.messages().getLast().path("choices").path(0).path("id").asString();
    }

    private static JsonNode receipt(Both person) throws InterruptedException {
        Polling.until("the receipt", () -> person.messages().stream().anyMatch(message -> message.has("receipt")));
        return person.messages().stream()
                .filter(message -> message.has("receipt"))
                .findFirst()
                .orElseThrow()
                .path("receipt");
    }

    @Test
    void whatIsSaidOnOneInstanceIsHeardOnTheOther() throws Exception {
        Both oliver = somebody("oliver");
        try (Listener listener = Listener.on(oliver.there(), oliver.conversation())) {
            Polling.until("the greeting", () -> listener.heard("event:idle") == 1);
            long sent = System.nanoTime();
            Both.say(oliver.here(), oliver.messagesPath(), Map.of("text", "Comment imprimer en couleur ?"));
            Polling.until("the answer", () -> listener.heard("event:idle") == 2);
            assertThat((System.nanoTime() - sent) / 1_000_000)
                    .as("milliseconds")
                    .isLessThan(5_000);
        }
    }

    @Test
    void aYesOnBothInstancesAtOnceHasOneEffect() throws Exception {
        Both nadia = somebody("nadia");
        String card = card(nadia);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Mainforte.Answer>> answers = threads.invokeAll(List.of(
                    () -> Both.say(nadia.here(), nadia.messagesPath(), Map.of("choice", card)),
                    () -> Both.say(nadia.there(), nadia.messagesPath(), Map.of("choice", card))));
            for (Future<Mainforte.Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(202);
            }
        }
        receipt(nadia);
        Polling.until("calm", () -> nadia.whole().path("idle").asBoolean());
        assertThat(nadia.messages().stream().filter(message -> message.has("receipt")))
                .hasSize(1);
        long tickets = nadia.here().get("/api/tickets").json().values().stream()
                .filter(ticket -> ticket.path("conversation").asString("").equals(nadia.conversation()))
                .count();
        assertThat(tickets).isEqualTo(1);
    }
}
