package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class MessageContractTest extends JourneyTestBase {
    @Test
    void theSameClientIdIsStoredOnce() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        Map<String, String> body = Map.of("clientId", UUID.randomUUID().toString(), "text", "bonjour");
        Mainforte.Answer first = camille.post(messages(chat), body);
        chat.waitsForTheAnswer();
        Mainforte.Answer again = camille.post(messages(chat), body);
        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.json().path("seq")).isEqualTo(first.json().path("seq"));
        assertThat(chat.all()).filteredOn(MessageContractTest::byEmployee).hasSize(1);
    }

    @Test
    void theSameClientIdFromManyThreadsIsOneMessage() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        Map<String, String> body = Map.of("clientId", UUID.randomUUID().toString(), "text", "ma souris est morte");
        Callable<Integer> send =
                () -> camille.post(messages(chat), body).json().path("seq").asInt();
        assertThat(Together.all(8, send)).containsOnly(2);
        chat.waitsForTheAnswer();
        assertThat(chat.all()).filteredOn(MessageContractTest::byEmployee).hasSize(1);
    }

    @Test
    void theSameClientIdWithAnotherBodyIsRefused() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        String id = UUID.randomUUID().toString();
        camille.post(messages(chat), Map.of("clientId", id, "text", "bonjour"));
        chat.waitsForTheAnswer();
        Mainforte.Answer other = camille.post(messages(chat), Map.of("clientId", id, "text", "au revoir"));
        assertProblem(other, 422, "client-id-reused");
        Mainforte.Answer choice = camille.post(messages(chat), Map.of("clientId", id, "choice", "person"));
        assertProblem(choice, 422, "client-id-reused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t ", "\u200B", "\u200B\u200D\uFEFF", "\u00A0\u202F", "\u2060", "\u0000"})
    void nothingToReadIsRefused(String nothing) {
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        assertProblem(say(camille, chat, nothing), 422, "message-empty");
        assertThat(chat.all()).hasSize(1);
    }

    @Test
    void neitherTextNorChoiceNorFormIsRefused() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        String id = UUID.randomUUID().toString();
        assertProblem(camille.post(messages(chat), Map.of("clientId", id)), 422, "message-empty");
        assertProblem(
                camille.post(messages(chat), Map.of("clientId", id, "text", "oui", "choice", "person")),
                422,
                "message-empty");
        assertProblem(camille.post(messages(chat), Map.of("text", "oui")), 422, "client-id-invalid");
        assertProblem(
                camille.post(messages(chat), Map.of("clientId", "' or 1=1", "text", "oui")), 422, "client-id-invalid");
    }

    @Test
    void fourThousandCharactersAreTheMost() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        chat.says("mon pc rame. ".repeat(400).substring(0, 4_000));
        assertThat(chat.answer()).isNotEmpty();
        assertProblem(say(camille, chat, "a".repeat(4_001)), 413, "text-too-long");
        // Characters as people count them: an emoji is one.
        chat.says("\uD83D\uDE21".repeat(4_000));
        assertProblem(say(camille, chat, "\uD83D\uDE21".repeat(4_001)), 413, "text-too-long");
    }

    @Test
    void problemsSpeakTheCallersLanguage() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr");
        Map<String, String> empty = Map.of("clientId", UUID.randomUUID().toString(), "text", "");
        Mainforte.Answer french = mainforte.send("POST", messages(chat), empty, camille.token(), null, "fr-FR");
        Mainforte.Answer english = mainforte.send("POST", messages(chat), empty, camille.token(), null, "en-GB");
        assertThat(french.json().path("detail").asString()).startsWith("Écrivez un message");
        assertThat(english.json().path("detail").asString()).startsWith("Please write a message");
    }

    @Test
    void greetsAsAMachineInBothLanguages() {
        JsonNode french = greeting("camille", "fr");
        JsonNode english = greeting("oliver", "en");
        assertThat(french.path("text").asString()).contains("intelligence artificielle");
        assertThat(english.path("text").asString()).contains("artificial intelligence");
    }

    private JsonNode greeting(String person, String language) {
        Mainforte.Answer open = on(person).post("/api/conversations", Map.of("language", language));
        assertThat(open.status()).isEqualTo(201);
        assertThat(open.json().path("state").asString()).isEqualTo("bot");
        assertThat(open.json().path("language").asString()).isEqualTo(language);
        return open.json().path("greeting").path(0);
    }

    @Test
    void listsReadsAndErasesOnesConversations() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr").says("comment changer mon mot de passe svp");
        List<JsonNode> mine = Chat.list(camille.get("/api/conversations").json());
        assertThat(mine).extracting(one -> one.path("id").asString()).containsExactly(chat.id());
        int last = chat.answer().getLast().path("seq").asInt();
        Map<String, Object> helped = Map.of("seq", last, "helpful", true);
        String path = "/api/conversations/" + chat.id();
        assertThat(camille.post(path + "/feedback", helped).status()).isEqualTo(204);
        assertProblem(camille.post(path + "/feedback", Map.of("seq", 999, "helpful", true)), 404, "not-found");
        assertThat(camille.send("DELETE", path, null).status()).isEqualTo(200);
        assertProblem(camille.get(path), 404, "not-found");
        assertThat(camille.get("/api/conversations").json()).isEmpty();
    }

    private static Mainforte.Answer say(Person person, Chat chat, String text) {
        return person.post(messages(chat), Map.of("clientId", UUID.randomUUID().toString(), "text", text));
    }

    private static String messages(Chat chat) {
        return "/api/conversations/" + chat.id() + "/messages";
    }

    private static boolean byEmployee(JsonNode message) {
        return message.path("author").path("kind").asString().equals("employee");
    }
}
