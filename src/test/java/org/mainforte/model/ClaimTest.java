package org.mainforte.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mainforte.conversation.Assistant;
import org.mainforte.journey.Agent;
import org.mainforte.journey.Chat;
import org.mainforte.journey.Events;
import org.mainforte.journey.Person;
import org.mainforte.kernel.ConversationId;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An agent takes a conversation over while the model is writing in it. */
class ClaimTest extends ModelTestBase {
    private static final String QUESTION = "Comment connecter mon nouveau PC au wifi de la maison ?";

    @Autowired
    private Assistant assistant;

    private static void endless() {
        MODEL.does((asked, pen) -> {
            for (int i = 0; i < 200; i++) {
                pen.says("Ouvrez les paramètres. [s1] ").waits(100);
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
            long claimed = System.nanoTime();
            assertThat(agathe.says(chat.id(), "Bonjour, c'est Agathe.").status())
                    .isBetween(200, 202);
            Await.until("the provider's stream ends", () -> MODEL.streaming() == 0);
            assertThat((System.nanoTime() - claimed) / 1_000_000).isLessThan(4_000);
        } finally {
            agathe.isAway();
        }
        List<JsonNode> messages = chat.all();
        assertThat(messages.getLast().path("author").path("kind").asString()).isEqualTo("agent");
        assertThat(messages.toString()).doesNotContain("Ouvrez les paramètres.");
    }

    @Test
    void hushEndsTheProvidersStreamAtOnce() throws Exception {
        endless();
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        try (Events events = camille.events(chat.id(), 0)) {
            int seq = say(camille, chat, QUESTION);
            events.until(event -> event.name().equals("delta"));
            long hushed = System.nanoTime();
            assistant.hush(new ConversationId(chat.id()));
            Await.until("the provider's stream ends", () -> MODEL.streaming() == 0);
            assertThat((System.nanoTime() - hushed) / 1_000_000).isLessThan(1_000);
            events.untilIdle(seq);
        }
    }
}
