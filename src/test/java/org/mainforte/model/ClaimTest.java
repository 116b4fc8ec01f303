package org.mainforte.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.mainforte.journey.Agent;
import org.mainforte.journey.Chat;
import org.mainforte.journey.Events;
import org.mainforte.journey.Person;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** An agent takes a conversation over while the model is writing in it. */
class ClaimTest extends ModelTestBase {
    private static final String QUESTION = "Comment connecter mon nouveau PC au wifi de la maison ?";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private static void endless() {
        MODEL.does((asked, pen) -> {
            for (int i = 0; i < 200; i++) {
                pen.says("Ouvrez les paramètres. [s1] ").waits(200);
            }
            pen.done();
        });
    }

    private static int say(Person person, Chat chat, String text) {
        return person.post(
                        "/api/conversations/" + chat.id() + "/messages",
                        Map.of("clientId", UUID.randomUUID().toString(), "text", text))
                .json()
                .path("seq")
                .asInt();
    }

    @Test
    void theAgentsWordsComeAndNothingOfTheModels() throws Exception {
        Agent agathe = new Agent(on("agathe"));
        agathe.isThere();
        endless();
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        chat.presses("personne");
        try (Events events = camille.events(chat.id(), 0)) {
            say(camille, chat, QUESTION);
            events.until(event -> event.name().equals("delta"));
            assertThat(agathe.claims(chat.id()).status()).isEqualTo(200);
            assertThat(agathe.says(chat.id(), "Bonjour, c'est Agathe.").status())
                    .isBetween(200, 202);
            Await.until("the provider's stream ends", () -> MODEL.streaming() == 0);
        } finally {
            agathe.isAway();
        }
        List<JsonNode> messages = chat.all();
        assertThat(messages.getLast().path("author").path("kind").asString()).isEqualTo("agent");
        assertThat(messages.toString()).doesNotContain("Ouvrez les paramètres.");
    }

    /** The leases cannot be renewed meanwhile, so nothing but the claim itself can end the stream. */
    @Test
    void aClaimEndsTheProvidersStreamWithoutTheSweep() throws Exception {
        Agent agathe = new Agent(on("agathe"));
        agathe.isThere();
        endless();
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        chat.presses("personne");
        try (Events events = camille.events(chat.id(), 0)) {
            say(camille, chat, QUESTION);
            events.until(event -> event.name().equals("delta"));
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                assertThat(lockedLeases(chat)).isEqualTo(1);
                assertThat(agathe.claims(chat.id()).status()).isEqualTo(200);
                await("the provider's stream ends", () -> MODEL.streaming() == 0);
            });
        } finally {
            agathe.isAway();
        }
    }

    private static void await(String what, BooleanSupplier comesTrue) {
        try {
            Await.until(what, comesTrue);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(what, stopped);
        }
    }

    private long lockedLeases(Chat chat) {
        return jdbc.sql("select seq from turn_lease where conversation = :id for update")
                .param("id", chat.id())
                .query((row, number) -> row.getInt("seq"))
                .list()
                .size();
    }
}
