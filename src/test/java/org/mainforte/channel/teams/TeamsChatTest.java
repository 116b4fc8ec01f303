package org.mainforte.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainforte.channel.teams.FakeTeams.Received;
import org.mainforte.channel.teams.card.CardRules;
import org.mainforte.journey.Chat;
import org.mainforte.journey.Mainforte;
import org.mainforte.journey.Person;
import tools.jackson.databind.JsonNode;

/** What is particular to Teams: groups, edits, files, opinions, old clients, two channels with one transcript. */
class TeamsChatTest extends TeamsTestBase {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3};

    @ParameterizedTest
    @ValueSource(strings = {"groupChat", "channel"})
    void inAGroupNothingPersonalIsSaid(String scope) {
        TeamsPerson camille = teams("camille");
        Map<String, Object> asked = camille.message("<at>Mainforte</at> où en est mon ticket ?");
        asked.put(
                "conversation",
                Map.of("id", camille.chat(), "conversationType", scope, "isGroup", true, "tenantId", "tenant-1"));
        asked.put(
                "entities",
                List.of(Map.of(
                        "type",
                        "mention",
                        "text",
                        "<at>Mainforte</at>",
                        "mentioned",
                        Map.of("id", "28:app-1", "name", "Mainforte"))));
        camille.send(asked);
        Received told = camille.reads("je vous réponds en privé");
        assertThat(told.card().toString())
                .contains(
                        "https://teams.microsoft.com/l/chat/0/0?users=28%3Aapp-1&message=o%C3%B9%20en%20est%20mon%20ticket%20%3F");
        assertThat(count("conversation")).isZero();
    }

    @Test
    void somebodyUnknownIsToldWhatToDoAndNothingIsGuessedFromTheName() {
        TeamsPerson stranger = teams("stranger");
        Map<String, Object> message = stranger.message("mon vpn marche pas");
        message.put(
                "from",
                Map.of("id", "29:x", "name", "Camille Roth", "userPrincipalName", "camille", "aadObjectId", "ffff"));
        stranger.send(message);
        stranger.reads("n'est pas encore relié à l'annuaire");
        Map<String, Object> nameless = stranger.message("et maintenant ?");
        nameless.put("from", Map.of("id", "camille", "name", "Camille Roth"));
        nameless.put("locale", "en-GB");
        stranger.send(nameless);
        stranger.reads("not linked to the support directory");
        assertThat(count("conversation")).isZero();
    }

    @Test
    void theSameActivityAgainHasNoEffect() {
        TeamsPerson camille = teams("camille");
        Map<String, Object> message = camille.message("mon vpn marche pas depuis chez moi");
        for (int i = 0; i < 5; i++) {
            assertThat(camille.send(message).status()).isEqualTo(202);
        }
        camille.reads("VPN");
        camille.says("merci beaucoup").reads("Avec plaisir");
        camille.send(message);
        camille.says("au revoir");
        calm();
        assertThat(said("camille", "mon vpn marche pas depuis chez moi")).isEqualTo(1);
    }

    @Test
    void anEditOrDeletionThatComesFirstHolds() {
        TeamsPerson camille = teams("camille");
        Map<String, Object> typed = camille.message("mon vnp");
        Map<String, Object> edit = new LinkedHashMap<>(typed);
        edit.put("type", "messageUpdate");
        edit.put("text", "mon vpn marche pas depuis chez moi");
        edit.put("channelData", Map.of("eventType", "editMessage", "tenant", Map.of("id", "tenant-1")));
        camille.send(edit);
        camille.send(typed);
        camille.reads("VPN");
        Map<String, Object> gone = camille.message("mon casque est mort");
        Map<String, Object> delete = new LinkedHashMap<>(gone);
        delete.put("type", "messageDelete");
        camille.send(delete);
        camille.send(gone);
        calm();
        assertThat(said("camille", "mon vpn marche pas depuis chez moi")).isEqualTo(1);
        assertThat(said("camille", "mon vnp")).isZero();
        assertThat(said("camille", "mon casque est mort")).isZero();
        camille.send(edit);
        calm();
        assertThat(said("camille", "mon vpn marche pas depuis chez moi"))
                .as("an edit after the answer")
                .isEqualTo(1);
    }

    @Test
    void whatAnEditSaidGoesWithItsMessage() {
        TeamsPerson camille = teams("camille");
        Map<String, Object> typed = camille.message("mon vnp");
        Map<String, Object> edit = new LinkedHashMap<>(typed);
        edit.put("type", "messageUpdate");
        edit.put("text", "mon vpn marche pas depuis chez moi");
        camille.send(edit);
        camille.send(typed);
        camille.reads("VPN");
        calm();
        assertThat(jdbc.sql("select body from teams_activity")
                        .query(String.class)
                        .list())
                .containsOnly("");
    }

    @Test
    void aTextAsLongAsABodyMayBeIsRefusedInWordsAndStopsNothing() {
        TeamsPerson camille = teams("camille");
        camille.says("pw=abc ".repeat(30_000)).reads("4 000 caractères");
        camille.says("merci beaucoup").reads("Avec plaisir");
    }

    @Test
    void aSignThatNoDatabaseTakesDoesNoHarm() {
        TeamsPerson camille = teams("camille");
        camille.says("mon \0vpn marche pas depuis chez moi").reads("VPN");
    }

    @Test
    void whoseMessageCannotBeHandledIsToldSo() {
        TeamsPerson camille = teams("camille");
        camille.says("bonjour").reads("Bonjour");
        calm();
        jdbc.sql("alter table message rename to message_away").update();
        try {
            camille.says("mon vpn marche pas depuis chez moi");
            TEAMS.until("a failed attempt", fake -> tried() > 0 ? true : null);
            jdbc.sql("update teams_activity set attempts = 5, next_attempt_at = current_timestamp where attempts > 0")
                    .update();
            camille.reads("Je n'ai pas réussi à traiter votre message");
        } finally {
            jdbc.sql("alter table message_away rename to message").update();
        }
        camille.says("mon vpn marche pas depuis chez moi").reads("VPN");
    }

    private int tried() {
        return jdbc.sql("select coalesce(max(attempts), 0) from teams_activity")
                .query(Integer.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"typing", "messageReaction", "event", "endOfConversation", "unheardOf"})
    void whatIsUnknownIsIgnored(String type) {
        TeamsPerson camille = teams("camille");
        assertThat(camille.send(camille.activity(type)).status()).isEqualTo(202);
        assertThat(count("teams_activity")).isZero();
    }

    @Test
    void anOldClientSubmitsAndTheCardIsRedrawn() {
        TeamsPerson oliver = teams("oliver");
        oliver.says("please open a ticket, Teams crashes at every call and I cannot work");
        Received proposal = oliver.reads("Nothing is sent until you confirm");
        Map<String, Object> submit = oliver.activity("message");
        submit.put("replyToId", proposal.id());
        submit.put(
                "value",
                Cards.button(proposal.card(), "Yes, confirm")
                        .orElseThrow()
                        .path("fallback")
                        .path("data"));
        oliver.send(submit);
        Received redrawn = TEAMS.until(
                "a redrawn card",
                fake -> fake.redrawn(oliver.chat()).stream().findFirst().orElse(null));
        assertThat(redrawn.id()).isEqualTo(proposal.id());
        assertThat(Cards.words(redrawn.card())).contains("✓ Yes, confirm").doesNotContain("No, do nothing");
        TEAMS.until("a ticket", fake -> web("oliver").tickets().isEmpty() ? null : true);
        Map<String, Object> again = oliver.activity("message");
        again.put("value", submit.get("value"));
        oliver.send(again);
        oliver.reads("nothing was done twice");
        assertThat(web("oliver").tickets()).hasSize(1);
    }

    @Test
    void aCardDecidedInWordsLosesItsButtons() {
        TeamsPerson oliver = teams("oliver");
        oliver.says("please open a ticket, Teams crashes at every call and I cannot work");
        Received proposal = oliver.reads("Nothing is sent until you confirm");
        oliver.says("no");
        Received redrawn = TEAMS.until(
                "a redrawn card",
                fake -> fake.redrawn(oliver.chat()).stream().findFirst().orElse(null));
        assertThat(redrawn.id()).isEqualTo(proposal.id());
        assertThat(Cards.button(redrawn.card(), "Yes, confirm")).isEmpty();
        JsonNode late = oliver.presses(proposal, "Yes, confirm", Map.of());
        assertThat(late.path("statusCode").asInt()).isEqualTo(200);
        assertThat(web("oliver").tickets()).isEmpty();
    }

    @Test
    void aProposalThatExpiredDoesNothing() {
        TeamsPerson oliver = teams("oliver");
        oliver.says("please open a ticket, Teams crashes at every call and I cannot work");
        Received proposal = oliver.reads("Nothing is sent until you confirm");
        TeamsPerson later = new TeamsPerson(
                TEAMS,
                AUTHORITY,
                mainforte,
                "aaaaaaaa-0000-4000-8000-000000000002",
                oliver.chat(),
                "2026-11-25T09:00:00+01:00");
        JsonNode reply = later.presses(proposal, "Yes, confirm", Map.of());
        assertThat(Cards.words(reply.path("value"))).contains("expired");
        assertThat(web("oliver").tickets()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void opinionsOfBothShapesAreKept(boolean fromTeams) {
        TeamsPerson camille = teams("camille");
        camille.says("mon vpn marche pas depuis chez moi");
        Received answer = TEAMS.until(
                "an answer",
                fake -> fake.messages(camille.chat()).stream()
                        .filter(one -> one.activity().path("channelData").has("feedbackLoop"))
                        .findFirst()
                        .orElse(null));
        TEAMS.until(
                "its id",
                fake -> jdbc.sql("select count(*) from teams_outgoing where activity = :id and state = 'sent'")
                                        .param("id", answer.id())
                                        .query(Integer.class)
                                        .single()
                                > 0
                        ? true
                        : null);
        Map<String, Object> invoke = camille.activity("invoke");
        invoke.put("name", "message/submitAction");
        if (fromTeams) {
            invoke.put("replyToId", answer.id());
        }
        invoke.put(
                "value",
                Map.of(
                        "actionName",
                        "feedback",
                        "actionValue",
                        Map.of(
                                "reaction",
                                "dislike",
                                "feedback",
                                fromTeams ? "{\"feedbackText\":\"trop long\"}" : "trop long")));
        Mainforte.Answer answered = camille.send(invoke);
        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.text()).as("Teams takes nothing else").isEqualTo("{}");
        assertThat(jdbc.sql("select comment from feedback where helpful = false")
                        .query(String.class)
                        .list())
                .containsExactly("trop long");
    }

    @Test
    void whoIsAskedForAnOpinionGetsAForm() {
        for (String locale : List.of("fr-FR", "en-GB")) {
            TeamsPerson somebody = teams("stranger");
            Map<String, Object> invoke = somebody.activity("invoke");
            invoke.put("name", "message/fetchTask");
            invoke.put("locale", locale);
            invoke.put("value", Map.of("data", Map.of("actionName", "feedback")));
            JsonNode task = somebody.send(invoke).json().path("task");
            assertThat(task.path("type").asString()).isEqualTo("continue");
            JsonNode card = task.path("value").path("card").path("content");
            assertThat(CardRules.faults(card)).isEmpty();
            assertThat(Cards.words(card)).contains(locale.startsWith("fr") ? "aidé" : "helped");
        }
    }

    @Test
    void aPictureComesFromTheConnectorOnlyAndTheTokenGoesNowhereElse() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            seen.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.sendResponseHeaders(200, PNG.length);
            exchange.getResponseBody().write(PNG);
            exchange.close();
        });
        elsewhere.start();
        try {
            TeamsPerson camille = teams("camille");
            Map<String, Object> picture = camille.message("");
            picture.put(
                    "attachments",
                    List.of(Map.of(
                            "contentType",
                            "image/png",
                            "name",
                            "[x](https://evil.example)",
                            "contentUrl",
                            "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/p")));
            camille.send(picture);
            camille.reads("Je n'ai pas pu reprendre");
            assertThat(seen).isEmpty();
            Map<String, Object> good = camille.message("voici la photo, mon écran est cassé");
            good.put(
                    "attachments",
                    List.of(
                            Map.of(
                                    "contentType",
                                    "image/png",
                                    "name",
                                    "ecran.png",
                                    "contentUrl",
                                    TEAMS.origin() + "/file/ok.png"),
                            Map.of(
                                    "contentType",
                                    "application/vnd.microsoft.teams.file.download.info",
                                    "name",
                                    "big.png",
                                    "content",
                                    Map.of("downloadUrl", TEAMS.origin() + "/file/big.png", "fileType", "png")),
                            Map.of("contentType", "text/html", "content", "<p>voici la photo</p>")));
            camille.send(good);
            Received told = camille.reads("J'ai bien reçu");
            assertThat(Chat.plain(told.words())).contains("ecran.png", "Je n'ai pas pu reprendre « big.png »");
            assertThat(jdbc.sql("select name from attachment")
                            .query(String.class)
                            .list())
                    .containsExactly("ecran.png");
            assertThat(TEAMS.files)
                    .contains("/file/big.png null")
                    .anySatisfy(file -> assertThat(file).startsWith("/file/ok.png Bearer token-"));
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void aConversationOfTheWebGoesOnInTeamsAndBack() {
        Person camille = web("camille");
        Chat chat = camille.opens("fr").says("mon vpn marche pas depuis chez moi");
        JsonNode link = camille.post("/api/conversations/" + chat.id() + "/resume-links", Map.of())
                .json();
        String url = link.path("url").asString();
        TeamsPerson stranger = teams("nadia");
        stranger.says(url).reads("n'est plus valable");
        TeamsPerson inTeams = teams("camille");
        inTeams.says(url).reads("On continue ici");
        inTeams.says("merci beaucoup").reads("Avec plaisir");
        assertThat(chat.all().stream().map(message -> message.path("text").asString()))
                .contains("merci beaucoup");
        chat.waitsForTheAnswer();
        chat.says("mon casque est mort");
        inTeams.reads("Vous, dans le navigateur");
        assertThat(URI.create(url).getFragment()).startsWith("resume=");
    }

    @Test
    void aChatThatDoesNotWantUsIsLeftAloneUntilItsPersonWrites() {
        TeamsPerson camille = teams("camille");
        TEAMS.fault = (method, chat, activity) -> 403;
        camille.says("mon vpn marche pas depuis chez moi");
        TEAMS.until(
                "a dead chat",
                fake -> jdbc.sql("select count(*) from teams_chat where gone_at is not null")
                                        .query(Integer.class)
                                        .single()
                                > 0
                        ? true
                        : null);
        calm();
        int before = TEAMS.calls.get();
        String id = web("camille")
                .get("/api/conversations")
                .json()
                .path(0)
                .path("id")
                .asString();
        web("camille")
                .post(
                        "/api/conversations/" + id + "/messages",
                        Map.of("clientId", UUID.randomUUID().toString(), "text", "merci beaucoup"));
        calm();
        assertThat(TEAMS.calls.get()).isEqualTo(before);
        TEAMS.fault = (method, chat, activity) -> 0;
        camille.says("merci beaucoup").reads("Avec plaisir");
    }

    /** How many instances there are: each keeps its own token. */
    protected int instances() {
        return 1;
    }

    @Test
    void anExpiredTokenIsRenewedOnce() {
        TeamsPerson camille = teams("camille");
        camille.says("bonjour").reads("Bonjour");
        int before = TEAMS.tokens.get();
        TEAMS.valid.clear();
        camille.says("merci beaucoup").reads("Avec plaisir");
        assertThat(TEAMS.tokens.get() - before).isBetween(1, instances());
    }

    @Test
    void aCardThatTeamsRefusesComesAsWords() {
        TEAMS.fault = (method, chat, activity) -> activity.has("attachments") ? 400 : 0;
        TeamsPerson camille = teams("camille");
        camille.says("bonjour");
        camille.reads("intelligence artificielle");
        assertThat(camille.all())
                .allSatisfy(one -> assertThat(one.activity().has("attachments")).isFalse());
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    /** How often somebody's words stand in their transcripts. */
    protected long said(String person, String words) {
        Mainforte.Answer mine = web(person).get("/api/conversations");
        return mine.json()
                .valueStream()
                .flatMap(one -> web(person)
                        .get("/api/conversations/" + one.path("id").asString())
                        .json()
                        .path("messages")
                        .valueStream())
                .filter(message -> message.path("text").asString("").equals(words))
                .count();
    }
}
