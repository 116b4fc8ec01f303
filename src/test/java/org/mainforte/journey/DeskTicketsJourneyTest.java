package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tickets where no other system keeps them: the agent finds, reads and answers one, the employee gets it where they asked. */
class DeskTicketsJourneyTest extends JourneyTestBase {
    private static final String TICKETS = "/api/desk/tickets";

    private Chat withTicket() {
        new Agent(on("agathe")).isThere();
        return on("camille")
                .opens("fr")
                .says("mon écran reste noir au démarrage")
                .says("un humain svp");
    }

    private static String reference(Person person) {
        return person.tickets().getFirst().path("reference").asString();
    }

    private List<JsonNode> found(String query) {
        return Chat.list(on("agathe").get(TICKETS + "?" + query).json());
    }

    @Test
    void theAgentAnswersAndTheEmployeeReadsItInTheConversationAndInTheirTickets() {
        Chat chat = withTicket();
        String reference = reference(on("camille"));
        Person agathe = on("agathe");
        JsonNode whole = agathe.get(TICKETS + "/" + reference).json();
        assertThat(whole.path("description").asString()).contains("écran reste noir");
        assertThat(whole.path("transcript").asString()).contains("écran reste noir");
        assertThat(whole.path("phone").asString()).isEqualTo("06 39 98 01 11");
        Map<String, String> reply =
                Map.of("clientId", UUID.randomUUID().toString(), "text", "Un <b>technicien</b> passe *demain*.");
        assertThat(agathe.post(TICKETS + "/" + reference + "/replies", reply).status())
                .isEqualTo(201);
        assertThat(agathe.post(TICKETS + "/" + reference + "/replies", reply)
                        .json()
                        .path("notes")
                        .size())
                .as("sent twice, said once")
                .isEqualTo(1);
        assertThat(chat.all().getLast().path("text").asString())
                .contains(reference)
                .contains("technicien")
                .contains("demain");
        JsonNode note = on("camille")
                .get("/api/tickets/" + reference)
                .json()
                .path("notes")
                .get(0);
        assertThat(note.path("author").path("name").asString()).isEqualTo("Agathe Morel");
        assertThat(note.path("text").asString()).isEqualTo("Un <b>technicien</b> passe *demain*.");
        assertThat(found("q=" + reference).getFirst().path("answered").asBoolean())
                .isTrue();
    }

    @Test
    void anAnswerAfterTheConversationEndedIsReadWhereThePersonIsNow() {
        Chat chat = withTicket();
        Agent agathe = new Agent(on("agathe"));
        agathe.claims(chat.id());
        agathe.sends(chat.id(), "close", Map.of("outcome", "ticket"));
        String replies = TICKETS + "/" + reference(on("camille")) + "/replies";
        agathe.person().post(replies, Map.of("text", "Le câble est parti."));
        assertThat(chat.whole().path("state").asString()).isEqualTo("bot");
        assertThat(chat.all().getLast().path("text").asString()).contains("câble est parti");
        agathe.isThere();
        chat.says("un humain svp");
        agathe.claims(chat.id());
        agathe.sends(chat.id(), "close", Map.of("outcome", "ticket"));
        Chat next = on("camille").opens("fr");
        agathe.person().post(replies, Map.of("text", "Il arrive demain."));
        assertThat(next.all().getLast().path("text").asString()).contains("arrive demain");
        assertThat(chat.whole().path("state").asString()).isEqualTo("closed");
        assertThat(on("camille").tickets()).hasSize(1);
    }

    @Test
    void whatWasSaidWithAnAgentIsInTheTicketForWhoeverGoesOnAndNotForTheEmployee() {
        Chat chat = withTicket();
        Agent agathe = new Agent(on("agathe"));
        agathe.claims(chat.id());
        agathe.says(chat.id(), "Je vous envoie un câble.");
        chat.says("merci, au bureau 214");
        agathe.sends(chat.id(), "notes", Map.of("text", "SECRET-NOTE"));
        agathe.sends(chat.id(), "close", Map.of("outcome", "ticket"));
        String reference = reference(on("camille"));
        JsonNode notes = on("agathe").get(TICKETS + "/" + reference).json().path("notes");
        assertThat(notes.size()).isEqualTo(1);
        assertThat(notes.get(0).path("author").path("kind").asString()).isEqualTo("agent");
        assertThat(Chat.plain(notes.get(0).path("text").asString()))
                .contains("suite par le ticket", "SECRET-NOTE", "Je vous envoie un câble.", "merci, au bureau 214")
                .doesNotContain("mon écran reste noir");
        assertThat(found("q=" + reference).getFirst().path("answered").asBoolean())
                .isFalse();
        assertThat(on("camille").get("/api/tickets/" + reference).text())
                .contains(reference)
                .doesNotContain("SECRET-NOTE", "suite par le ticket");
        assertThat(on("camille").opens("fr").says("mes tickets").all().toString())
                .contains(reference)
                .doesNotContain("SECRET-NOTE");
    }

    @Test
    void stateAndUrgencyAreSeenByTheEmployee() {
        Chat chat = withTicket();
        String path = TICKETS + "/" + reference(on("camille"));
        Person agathe = on("agathe");
        JsonNode changed = agathe.send("PATCH", path, Map.of("state", "resolved", "urgency", "high"))
                .json();
        assertThat(changed.path("ticket").path("state").asString()).isEqualTo("resolved");
        JsonNode mine = on("camille").tickets().getFirst();
        assertThat(mine.path("state").asString()).isEqualTo("resolved");
        assertThat(mine.path("urgency").asString()).isEqualTo("high");
        assertThat(Chat.plain(chat.all().getLast().path("text").asString())).contains("résolu");
        assertThat(found("q=")).isEmpty();
        assertThat(found("q=&all=true")).hasSize(1);
        assertProblem(agathe.send("PATCH", path, Map.of("state", "recorded")), 422, "malformed");
        assertProblem(agathe.send("PATCH", path, Map.of("state", "lost")), 422, "malformed");
        assertProblem(agathe.send("PATCH", path, Map.of()), 422, "malformed");
    }

    @Test
    void ticketsAreFoundByNumberWordsAndPerson() {
        withTicket();
        String reference = reference(on("camille"));
        for (String query : List.of(reference.toLowerCase(java.util.Locale.ROOT), "ROTH", "noir", "")) {
            assertThat(found("q=" + query)).as(query).hasSize(1);
        }
        for (String query : List.of("imprimante", "%25", "_", "'")) {
            assertThat(found("q=" + query)).as(query).isEmpty();
        }
    }

    @Test
    void forEverybodyElseThereIsNoSuchPage() {
        withTicket();
        String path = TICKETS + "/" + reference(on("camille"));
        for (String who : List.of("camille", "oliver", "julie", "paul")) {
            Person person = on(who);
            assertProblem(person.get(TICKETS), 404, "not-found");
            assertProblem(person.get(path), 404, "not-found");
            assertProblem(person.post(path + "/replies", Map.of("text", "x")), 404, "not-found");
            assertProblem(person.send("PATCH", path, Map.of("state", "closed")), 404, "not-found");
        }
        assertProblem(on("agathe").get(TICKETS + "/T-1"), 404, "not-found");
        assertProblem(on("agathe").post(path + "/replies", Map.of("text", " ")), 422, "message-empty");
    }
}
