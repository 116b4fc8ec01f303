package org.mainforte.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mainforte.journey.Agent;
import org.mainforte.journey.Chat;
import org.mainforte.journey.Events;
import org.mainforte.journey.Person;
import tools.jackson.databind.JsonNode;

/** A person and an agent talk while a language model is there: it keeps silent, and translates when it is asked to. */
class AgentAndModelTest extends ModelTestBase {
    @Test
    void anAnswerBeingWrittenEndsWhenAnAgentComesIn() throws InterruptedException {
        Agent samuel = new Agent(on("samuel"));
        samuel.isThere();
        MODEL.does((asked, pen) -> pen.says("Hello. [s1]").done());
        Chat chat = on("oliver").opens("en").says("I want to talk to a human");
        var writing = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        var cut = new CountDownLatch(1);
        MODEL.does((asked, pen) -> {
            pen.says("Open the settings and ");
            writing.countDown();
            over.await(20, TimeUnit.SECONDS);
            try {
                for (int i = 0; i < 200; i++) {
                    pen.says("then choose the network again and again ");
                }
                pen.done();
            } finally {
                cut.countDown();
            }
        });
        try (Events events = on("oliver").events(chat.id(), chat.all().size())) {
            on("oliver")
                    .post(
                            "/api/conversations/" + chat.id() + "/messages",
                            Map.of(
                                    "clientId",
                                    UUID.randomUUID().toString(),
                                    "text",
                                    "how do I connect my new PC to the wifi at home?"));
            assertThat(writing.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(samuel.claims(chat.id()).status()).isEqualTo(200);
            over.countDown();
            assertThat(cut.await(20, TimeUnit.SECONDS)).isTrue();
            samuel.says(chat.id(), "I am here.");
            String after = events.until(event -> event.data().contains("I am here.")).stream()
                    .filter(event -> event.name().equals("delta"))
                    .toList()
                    .toString();
            assertThat(after).doesNotContain("again and again");
        }
        assertThat(chat.all().getLast().path("text").asString()).isEqualTo("I am here.");
        assertThat(chat.all().toString()).doesNotContain("Open the settings and");
    }

    @Test
    void bothSidesMayAskForATranslationAndTheOriginalStays() {
        Agent agathe = new Agent(on("agathe"));
        agathe.isThere();
        MODEL.does((asked, pen) -> pen.says("Hello. [s1]").done());
        Person oliver = on("oliver");
        Chat chat = oliver.opens("en").says("I want to talk to a human");
        assertThat(agathe.claims(chat.id()).json().path("translates").asBoolean())
                .isTrue();
        chat.says("My phone is 06 39 98 01 22 and ticket T-100042 is not solved, says Oliver Hughes");
        int seq = chat.all().getLast().path("seq").asInt();
        MODEL.does((asked, pen) -> {
            assertThat(asked.last()).doesNotContain("06 39 98", "Oliver").contains("{PHONE_1}");
            pen.says("Mon numéro est {PHONE_1} et le ticket T-100042 n'est pas résolu, dit {NAME_1}")
                    .done();
        });
        JsonNode translated = agathe.person()
                .get("/api/desk/conversations/" + chat.id() + "/messages/" + seq + "/translation?language=fr")
                .json();
        assertThat(translated.path("text").asString()).contains("Mon numéro est 06 39 98 01 22", "Oliver Hughes");
        assertThat(translated.path("by").asString()).isEqualTo("model");
        agathe.says(chat.id(), "Je regarde votre ticket, un instant.");
        JsonNode said = chat.all().getLast();
        assertThat(said.path("language").asString()).isEqualTo("fr");
        String path = "/api/conversations/" + chat.id() + "/messages/"
                + said.path("seq").asInt() + "/translation?language=en";
        MODEL.does((asked, pen) ->
                pen.says("Call 0800123456 or see [this](https://evil.example)").done());
        assertProblem(oliver.get(path), 503, "no-translation");
        MODEL.does((asked, pen) ->
                pen.says("I am looking at your ticket, one moment.").done());
        assertThat(oliver.get(path).json().path("text").asString())
                .isEqualTo("I am looking at your ticket, one moment.");
        assertThat(chat.all().getLast().path("text").asString()).isEqualTo("Je regarde votre ticket, un instant.");
        assertProblem(on("camille").get(path), 404, "not-found");
    }
}
