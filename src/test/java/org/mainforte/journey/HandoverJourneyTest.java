package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** From the wish for a person to the last word, over plain HTTP: the employee on one side, agents on the other. */
class HandoverJourneyTest extends JourneyTestBase {
    @Autowired
    private JdbcClient jdbc;

    private Agent agathe = new Agent(on());
    private Agent samuel = new Agent(on());

    private static Person on() {
        return new Person(new Mainforte(""), "", null);
    }

    @BeforeEach
    void agents() {
        agathe = new Agent(on("agathe"));
        samuel = new Agent(on("samuel"));
    }

    private Chat waiting(String words) {
        agathe.isThere();
        Chat chat = on("camille").opens("fr").says("mon vpn marche pas").says(words);
        assertThat(chat.whole().path("state").asString()).as(chat.transcript()).isEqualTo("offered");
        return chat;
    }

    @Test
    void theTicketComesFirstThenThePlaceInTheQueue() {
        Chat chat = waiting("je veux parler à quelqu'un");
        assertThat(on("camille").tickets()).hasSize(1);
        String ticket = on("camille").tickets().getFirst().path("reference").asString();
        assertThat(chat.kinds()).containsExactly("handover", "receipt", "handover");
        assertThat(chat.words())
                .contains(ticket, "prochaine personne", "Attente estimée : 1 min", "continuer avec moi");
        JsonNode whole = chat.whole();
        assertThat(whole.path("queuePosition").asInt()).isEqualTo(1);
        assertThat(whole.path("waitMinutes").asInt()).isEqualTo(1);
        JsonNode line = agathe.line(chat.id());
        assertThat(line.path("ticket").asString()).isEqualTo(ticket);
        assertThat(line.path("topic").asString()).isEqualTo("mon vpn marche pas");
        assertThat(line.path("site").asString()).isEqualTo("strasbourg");
        assertThat(line.path("person").asString()).isEqualTo("Camille Roth");
        assertThat(line.path("position").asInt()).isEqualTo(1);
    }

    @Test
    void whoAsksTwiceIsToldTheirPlaceAndGetsNoSecondTicket() {
        Chat chat = waiting("un humain svp").says("je veux parler à quelqu'un");
        assertThat(chat.words()).contains("prochaine personne");
        assertThat(on("camille").tickets()).hasSize(1);
    }

    /** As it is for a moment, or until another instance goes on when this one dies there. */
    @Test
    void whoAsksAgainWhileTheTicketIsBeingOpenedGetsNoSecondOne() {
        Chat chat = waiting("un humain svp");
        jdbc.sql("update handover set state = 'asked', ticket = null where conversation = :id")
                .param("id", chat.id())
                .update();
        chat.says("je veux parler à quelqu'un");
        assertThat(chat.kinds()).containsExactly("handover");
        assertThat(chat.words()).contains("votre numéro de ticket arrive");
        assertThat(on("camille").tickets()).hasSize(1);
    }

    @Test
    void theAssistantGoesOnHelpingWhileThePersonWaits() {
        Chat chat = waiting("un humain svp").says("comment sauvegarder mes fichiers onedrive");
        assertThat(chat.kinds()).as(chat.transcript()).contains("answer");
        assertThat(chat.whole().path("state").asString()).isEqualTo("offered");
    }

    @Test
    void withNobodyAtTheDeskItIsACallBackInTheSameTurn() {
        agathe.isAway();
        Chat chat = on("camille").opens("fr").says("un humain svp");
        assertThat(chat.answered("proposal").path("proposal").path("request").asString())
                .isEqualTo("callback");
        assertThat(chat.buttons()).as("or a slot, or both later").contains("Prendre rendez-vous");
        assertThat(chat.whole().path("state").asString()).isEqualTo("bot");
    }

    @Test
    void whoeverIsAtTheDeskAtNightIsAskedAndThePersonIsToldThatItIsLate() {
        agathe.isThere();
        Chat chat = on("camille").at(MONDAY_NIGHT).opens("fr").says("un humain svp");
        assertThat(chat.words()).contains("normalement fermé", "encore à son poste", "prochaine personne");
        assertThat(agathe.line(chat.id()).path("rings").asBoolean()).isTrue();
        agathe.isAway();
        Chat other = on("oliver").at(MONDAY_NIGHT).opens("fr").says("un humain svp");
        assertThat(other.words()).contains("rouvre mardi 24 novembre");
        assertThat(on("oliver").tickets()).isEmpty();
    }

    @Test
    void ofTwoClaimsOneWinsAndTheOtherIsToldWho() {
        Chat chat = waiting("un humain svp");
        samuel.isThere();
        List<Mainforte.Answer> answers =
                Together.all(Stream.of(() -> agathe.claims(chat.id()), () -> samuel.claims(chat.id())));
        assertThat(answers).extracting(Mainforte.Answer::status).containsExactlyInAnyOrder(200, 409);
        Mainforte.Answer lost =
                answers.stream().filter(one -> one.status() == 409).findFirst().orElseThrow();
        assertProblem(lost, 409, "desk-taken");
        String winner = answers.getFirst().status() == 200 ? "Agathe Morel" : "Samuel Okafor";
        assertThat(lost.json().path("agent").asString()).isEqualTo(winner);
        assertThat(lost.json().path("detail").asString()).contains(winner);
        assertThat(chat.whole().path("agent").asString()).isEqualTo(winner);
    }

    @Test
    void theAgentReadsTheWholeCase() {
        Chat chat = waiting("un humain svp");
        JsonNode whole = agathe.claims(chat.id()).json();
        assertThat(whole.path("messages").size()).isEqualTo(chat.all().size());
        assertThat(whole.path("person").path("name").asString()).isEqualTo("Camille Roth");
        assertThat(whole.path("ticket").asString()).startsWith("T-");
        assertThat(whole.path("summary").toString()).contains("mon vpn marche pas");
        assertThat(whole.path("equipment").toString()).contains("5CG4471MBX");
        assertThat(whole.path("site").path("rules").asString()).isNotBlank();
        assertThat(whole.path("facts").toString()).contains("my-requests", "my-appointments");
    }

    @Test
    void whoSpeaksIsToldAndTheAssistantIsSilent() {
        Chat chat = waiting("un humain svp");
        assertThat(agathe.claims(chat.id()).status()).isEqualTo(200);
        chat.says("mon écran est noir");
        assertThat(chat.answer())
                .extracting(one -> one.path("author").path("kind").asString())
                .containsExactly("system");
        assertThat(chat.words()).contains("Agathe Morel").contains("L'assistant se tait");
        agathe.says(chat.id(), "Bonjour, j'ai votre dossier.");
        JsonNode last = chat.all().getLast();
        assertThat(last.path("author").path("kind").asString()).isEqualTo("agent");
        assertThat(last.path("author").path("name").asString()).isEqualTo("Agathe Morel");
        assertThat(last.path("text").asString()).isEqualTo("Bonjour, j'ai votre dossier.");
    }

    @Test
    void theFirstWordOfAnAgentTakesTheConversation() {
        Chat chat = waiting("un humain svp");
        assertThat(agathe.says(chat.id(), "Je m'en occupe.").status()).isEqualTo(202);
        assertThat(chat.whole().path("state").asString()).isEqualTo("held");
        samuel.isThere();
        assertProblem(samuel.says(chat.id(), "Moi aussi."), 409, "desk-taken");
    }

    @Test
    void anAgentsMessageSentTwiceIsStoredOnce() {
        Chat chat = waiting("un humain svp");
        Map<String, String> message =
                Map.of("text", "Bonjour", "clientId", UUID.randomUUID().toString());
        int first =
                agathe.sends(chat.id(), "messages", message).json().path("seq").asInt();
        int second =
                agathe.sends(chat.id(), "messages", message).json().path("seq").asInt();
        assertThat(second).isEqualTo(first);
        assertThat(chat.all()).extracting(one -> one.path("text").asString()).containsOnlyOnce("Bonjour");
    }

    @Test
    void releaseMarksTheEndAndTheAssistantDoesNotRepeatItself() {
        Chat chat = waiting("un humain svp");
        agathe.claims(chat.id());
        chat.says("mon écran est noir");
        assertThat(agathe.sends(chat.id(), "release", Map.of()).status()).isEqualTo(204);
        chat.waitsForTheAnswer();
        assertThat(chat.answer()).hasSize(1);
        assertThat(chat.words()).contains("Fin de la conversation avec une personne");
        assertThat(chat.whole().path("state").asString()).isEqualTo("bot");
        chat.says("comment sauvegarder mes fichiers onedrive");
        assertThat(chat.kinds()).contains("answer");
        assertProblem(agathe.says(chat.id(), "Encore un mot"), 404, "not-found");
    }

    @Test
    void aTransferGoesBackToTheQueueWithEverything() {
        Chat chat = waiting("un humain svp");
        samuel.isThere();
        agathe.claims(chat.id());
        agathe.sends(chat.id(), "notes", Map.of("text", "Voir le certificat"));
        assertThat(agathe.sends(chat.id(), "transfer", Map.of("agent", "samuel"))
                        .status())
                .isEqualTo(204);
        assertThat(chat.whole().path("state").asString()).isEqualTo("offered");
        assertThat(samuel.line(chat.id()).path("rings").asBoolean()).isTrue();
        JsonNode whole = samuel.claims(chat.id()).json();
        assertThat(whole.path("notes").toString()).contains("Voir le certificat", "Agathe Morel");
        assertThat(Chat.plain(chat.all().toString())).contains("à **Samuel Okafor**");
        assertProblem(agathe.sends(chat.id(), "transfer", Map.of("agent", "camille")), 409, "desk-taken");
        assertProblem(samuel.sends(chat.id(), "transfer", Map.of("agent", "camille")), 422, "desk-no-such-agent");
    }

    /** With the times as they come; what happens then is in {@link WaitingTimesTest}. */
    @Test
    void aClosedLaptopIsNoticedWithinAMinute() {
        int lease = agathe.person()
                .get("/api/desk/presence")
                .json()
                .path("leaseSeconds")
                .asInt();
        assertThat(lease).isBetween(30, 55);
    }

    @Test
    void whoPassesItOnToTheQueueIsNotTheOneAskedNext() {
        Chat chat = waiting("un humain svp");
        samuel.isThere();
        agathe.claims(chat.id());
        assertThat(agathe.sends(chat.id(), "transfer", Map.of()).status()).isEqualTo(204);
        assertThat(samuel.line(chat.id()).path("rings").asBoolean()).isTrue();
        assertThat(agathe.line(chat.id()).path("rings").asBoolean()).isFalse();
    }

    /** Half an hour with an agent is no half hour of waiting: who is passed on then is not sent away. */
    @Test
    void whoIsPassedOnAfterALongTalkHasTheWholeWaitAgain() {
        Chat chat = waiting("un humain svp");
        samuel.isThere();
        agathe.claims(chat.id());
        halfAnHourAgo(chat);
        agathe.sends(chat.id(), "transfer", Map.of("agent", "samuel"));
        Chat tooLong = on("oliver").opens("en").says("I want to talk to a human");
        halfAnHourAgo(tooLong);
        await().until(() -> tooLong.whole().path("state").asString().equals("bot"));
        assertThat(chat.whole().path("state").asString()).isEqualTo("offered");
        assertThat(samuel.claims(chat.id()).status()).isEqualTo(200);
    }

    private void halfAnHourAgo(Chat chat) {
        jdbc.sql("update handover set waiting_since = waiting_since - interval '30' minute where conversation = :id")
                .param("id", chat.id())
                .update();
    }

    @Test
    void closingAsksTheOneQuestionOnce() {
        Chat chat = waiting("un humain svp");
        agathe.claims(chat.id());
        assertProblem(agathe.sends(chat.id(), "close", Map.of("outcome", "bof")), 422, "desk-no-such-outcome");
        assertThat(agathe.sends(chat.id(), "close", Map.of("outcome", "solved")).status())
                .isEqualTo(204);
        chat.waitsForTheAnswer();
        assertThat(chat.whole().path("state").asString()).isEqualTo("closed");
        assertThat(chat.words()).contains("Une seule question").contains("ne note personne");
        chat.presses("Satisfait");
        assertThat(chat.words()).contains("Merci, c'est noté");
        chat.fills(Map.of("comment", "Très patiente"));
        assertThat(chat.words()).contains("Merci pour votre retour");
        chat.presses("Pas du tout");
        assertThat(chat.words()).contains("déjà répondu");
        Mainforte.Answer late = on("camille")
                .post(
                        "/api/conversations/" + chat.id() + "/messages",
                        Map.of("clientId", UUID.randomUUID().toString(), "text", "encore là ?"));
        assertProblem(late, 409, "conversation-closed");
        assertThat(chat.all()).extracting(one -> one.path("text").asString()).doesNotContain("encore là ?");
    }

    @Test
    void theQuestionWaitsForAnHourWherePeopleComeBackTo() {
        Chat chat = waiting("un humain svp");
        agathe.claims(chat.id());
        agathe.sends(chat.id(), "close", Map.of("outcome", "solved"));
        assertThat(on("camille")
                        .get("/api/conversations")
                        .json()
                        .get(0)
                        .path("survey")
                        .asBoolean())
                .isTrue();
        chat.waitsForTheAnswer().presses("Satisfait");
        assertThat(on("camille").get("/api/conversations").json().get(0).has("survey"))
                .isFalse();
    }

    @Test
    void theTelephoneNumberIsForWhoeverTakesCareOfTheCase() {
        Chat chat = waiting("un humain svp");
        assertThat(agathe.whole(chat.id()).path("person").has("phone")).isFalse();
        agathe.claims(chat.id());
        assertThat(agathe.whole(chat.id()).path("person").path("phone").asString())
                .isEqualTo("06 39 98 01 11");
        assertThat(chat.whole().toString()).doesNotContain("06 39 98");
        assertThat(on("oliver").get("/api/demo/people").text()).doesNotContain("06 39 98");
    }

    @Test
    void thePersonMayLeaveTheQueueAndTheAgent() {
        Chat chat = waiting("un humain svp").presses("Ne plus attendre");
        assertThat(chat.whole().path("state").asString()).isEqualTo("bot");
        assertThat(chat.words()).contains("retire de la file", "reste ouvert");
        assertThat(agathe.queue()).isEmpty();
        chat.says("un humain svp");
        assertThat(on("camille").tickets())
                .as("the ticket of before serves again")
                .hasSize(1);
        agathe.claims(chat.id());
        chat.waitsForTheAnswer().presses("Revenir à l'assistant");
        assertThat(chat.words()).contains("de retour avec l'assistant");
        assertThat(chat.whole().path("state").asString()).isEqualTo("bot");
        assertThat(agathe.line(chat.id()).path("state").asString()).isEqualTo("wrap");
        assertThat(agathe.sends(chat.id(), "close", Map.of("outcome", "person-gone"))
                        .status())
                .isEqualTo(204);
        assertThat(agathe.queue()).isEmpty();
        assertThat(chat.whole().path("state").asString()).isEqualTo("bot");
    }

    @Test
    void notesNeverReachTheEmployee() {
        Chat chat = waiting("un humain svp");
        agathe.claims(chat.id());
        agathe.says(chat.id(), "Je regarde.");
        assertThat(agathe.sends(chat.id(), "notes", Map.of("text", "SECRET-NOTE"))
                        .status())
                .isEqualTo(201);
        chat.says("merci");
        assertThat(agathe.whole(chat.id()).toString()).contains("SECRET-NOTE");
        assertThat(chat.whole().toString()).doesNotContain("SECRET-NOTE");
        try (Events events = on("camille").events(chat.id(), 0)) {
            assertThat(events.until(event -> event.name().equals("idle")).toString())
                    .doesNotContain("SECRET-NOTE");
        }
        assertThat(on("camille").phone(chat).whole().toString()).doesNotContain("SECRET-NOTE");
        assertThat(on("camille").get("/api/tickets").text()).doesNotContain("SECRET-NOTE");
    }

    @Test
    void whatAnAgentPreparesNeedsThePersonsYes() {
        Chat chat = waiting("un humain svp");
        agathe.claims(chat.id());
        JsonNode fields =
                agathe.sends(chat.id(), "forms", Map.of("kind", "order")).json();
        assertThat(fields.toString()).contains("headset");
        Mainforte.Answer refused =
                agathe.sends(chat.id(), "proposals", Map.of("kind", "order", "values", Map.of("item", "rocket")));
        assertProblem(refused, 422, "refused");
        Map<String, Object> order = Map.of(
                "kind",
                "order",
                "values",
                Map.of("item", "mouse", "address", "14 rue des Tonneliers, 67000 Strasbourg"));
        Mainforte.Answer prepared = agathe.sends(chat.id(), "proposals", order);
        assertThat(prepared.status()).as(prepared.text()).isEqualTo(201);
        chat.says("oui").waitsForTheAnswer();
        assertThat(on("camille").requests())
                .as("a word may be meant for the agent")
                .isEmpty();
        chat.presses("Oui, confirmer");
        assertThat(chat.kinds()).contains("receipt");
        assertThat(on("camille").requests()).hasSize(1);
        assertThat(chat.whole().path("state").asString()).isEqualTo("held");
    }

    @Test
    void aSpokenYesIsRecordedAsSuchWithTheAgentsName() {
        Chat chat = waiting("un humain svp");
        agathe.claims(chat.id());
        Map<String, Object> order = Map.of(
                "kind",
                "order",
                "values",
                Map.of("item", "mouse", "address", "14 rue des Tonneliers, 67000 Strasbourg"),
                "byVoice",
                true,
                "clientId",
                UUID.randomUUID().toString());
        assertThat(agathe.sends(chat.id(), "proposals", order).status()).isEqualTo(201);
        assertThat(agathe.sends(chat.id(), "proposals", order).status())
                .as("the page did not hear of it, and sends it again")
                .isEqualTo(201);
        chat.waitsForTheAnswer();
        assertThat(chat.words()).contains("Agathe Morel").contains("de vive voix");
        assertThat(on("camille").requests()).hasSize(1);
        assertThat(agathe.whole(chat.id()).path("notes").toString()).contains("de vive voix");
    }

    @Test
    void theDeskExistsForAgentsOnly() {
        Chat chat = waiting("un humain svp");
        for (String who : List.of("camille", "oliver", "julie", "paul")) {
            for (String path : List.of("queue", "events", "presence", "conversations/" + chat.id())) {
                assertProblem(on(who).get("/api/desk/" + path), 404, "not-found");
            }
            for (String act : List.of("claim", "messages", "notes", "release", "close", "transfer", "typing")) {
                assertProblem(
                        on(who).post("/api/desk/conversations/" + chat.id() + "/" + act, Map.of("text", "x")),
                        404,
                        "not-found");
            }
        }
        assertThat(mainforte
                        .send("GET", "/api/desk/queue", null, null, null, "fr")
                        .status())
                .isEqualTo(401);
        assertThat(chat.whole().path("state").asString()).isEqualTo("offered");
    }

    @Test
    void aConversationThatWaitsForNobodyDoesNotExistForAgents() {
        agathe.isThere();
        Chat chat = on("camille").opens("fr").says("mon vpn marche pas");
        for (String id : List.of(chat.id(), UUID.randomUUID().toString())) {
            assertProblem(agathe.person().get("/api/desk/conversations/" + id), 404, "not-found");
            assertProblem(agathe.claims(id), 404, "not-found");
            assertProblem(agathe.says(id, "Bonjour"), 404, "not-found");
            assertProblem(agathe.sends(id, "notes", Map.of("text", "x")), 404, "not-found");
            assertProblem(agathe.sends(id, "close", Map.of()), 404, "not-found");
            assertProblem(agathe.sends(id, "proposals", Map.of("kind", "order")), 404, "not-found");
        }
        Chat held = on("oliver").opens("en").says("I want to talk to a human");
        samuel.isThere();
        samuel.claims(held.id());
        assertProblem(agathe.person().get("/api/desk/conversations/" + held.id()), 404, "not-found");
        assertThat(agathe.queue()).isEmpty();
    }

    @Test
    void hostileWordsAreRefusedOrKeptAsText() {
        Chat chat = waiting("un humain svp");
        agathe.claims(chat.id());
        assertProblem(agathe.says(chat.id(), " \u200B "), 422, "message-empty");
        assertProblem(agathe.says(chat.id(), "x".repeat(4_001)), 413, "text-too-long");
        Object forged = Map.of(
                "text",
                "Voir",
                "sources",
                List.of(Map.of("article", "a", "title", "b", "url", "https://evil.example/")));
        assertProblem(agathe.sends(chat.id(), "messages", forged), 422, "malformed");
        agathe.says(chat.id(), "<img src=x onerror=alert(1)>");
        assertThat(chat.all().getLast().path("text").asString()).isEqualTo("<img src=x onerror=alert(1)>");
    }

    @Test
    void theQueueIsToldLive() {
        try (Events feed = agathe.events()) {
            Chat chat = waiting("un humain svp");
            feed.until(event -> event.name().equals("queue") && event.data().contains(chat.id()));
            agathe.claims(chat.id());
            feed.until(event -> event.name().equals("queue") && event.data().contains("\"held\""));
            chat.says("mon écran est noir");
            feed.until(event -> event.name().equals("message") && event.data().contains("mon écran est noir"));
            on("camille").post("/api/conversations/" + chat.id() + "/typing", Map.of());
            feed.until(event -> event.name().equals("typing") && event.data().contains("Camille Roth"));
        }
    }

    @Test
    void thePlaceInTheQueueIsPushed() {
        Chat first = waiting("un humain svp");
        Person nadia = on("nadia");
        Chat second = nadia.opens("fr").says("un humain svp");
        assertThat(second.words()).contains("position 2");
        try (Events feed = nadia.events(second.id(), 0)) {
            feed.until(event -> event.name().equals("state") && event.data().contains("\"queuePosition\":2"));
            agathe.claims(first.id());
            feed.until(event -> event.name().equals("state") && event.data().contains("\"queuePosition\":1"));
            agathe.claims(second.id());
            feed.until(event -> event.name().equals("state") && event.data().contains("Agathe Morel"));
        }
    }

    @Test
    void whoSpeaksTheLanguageIsAskedFirstAndAmongThemWhoKnowsTheSubject() {
        mainforte.world("""
                {"agents": [{"id": "agathe", "languages": ["fr"], "topics": ["hardware"]},
                            {"id": "samuel", "languages": ["fr", "en"], "topics": ["network"]}]}""");
        agathe.isThere();
        samuel.isThere();
        Chat vpn = on("camille").opens("fr").says("mon vpn marche pas").says("un humain svp");
        assertThat(samuel.line(vpn.id()).path("rings").asBoolean()).isTrue();
        Chat screen = on("nadia").opens("fr").says("mon écran est noir").says("un humain svp");
        assertThat(agathe.line(screen.id()).path("rings").asBoolean()).isTrue();
        Chat english = on("oliver").opens("en").says("my screen is black").says("I want to talk to a human");
        assertThat(samuel.line(english.id()).path("rings").asBoolean()).isTrue();
    }

    @Test
    void erasingTheConversationTakesItOffTheDesk() {
        Chat chat = waiting("un humain svp");
        on("camille").send("DELETE", "/api/conversations/" + chat.id(), null);
        assertThat(agathe.queue()).isEmpty();
        assertProblem(agathe.claims(chat.id()), 404, "not-found");
    }

    @Test
    void theThirdAnswerThatDidNotHelpOffersAPerson() {
        Chat chat = on("camille").opens("fr");
        String feedback = "/api/conversations/" + chat.id() + "/feedback";
        for (String question : List.of(
                "comment sauvegarder mes fichiers onedrive",
                "mon vpn ne se connecte pas",
                "comment changer mon mot de passe")) {
            assertThat(chat.all().getLast().path("kind").asString()).isNotEqualTo("handover");
            chat.says(question);
            Map<String, Object> no =
                    Map.of("seq", chat.answer().getFirst().path("seq").asInt(), "helpful", false);
            on("camille").post(feedback, no);
            on("camille").post(feedback, no);
        }
        JsonNode offered = chat.all().getLast();
        assertThat(offered.path("kind").asString()).isEqualTo("handover");
        assertThat(offered.path("choices").toString()).contains("human");
    }

    @Test
    void theSameQuestionAgainOffersAPerson() {
        Chat chat = on("camille").opens("fr").says("comment sauvegarder mes fichiers onedrive");
        assertThat(chat.kinds()).contains("answer");
        chat.says("Comment sauvegarder mes fichiers OneDrive");
        assertThat(chat.kinds()).containsExactly("handover");
        assertThat(chat.words()).contains("Une personne peut prendre la suite");
        chat.presses("Revoir la réponse");
        assertThat(chat.kinds()).contains("answer");
    }
}
