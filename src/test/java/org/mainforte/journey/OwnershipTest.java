package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What belongs to somebody else does not exist. */
class OwnershipTest extends JourneyTestBase {
    private static final String MISSING = "00000000-0000-0000-0000-000000000000";

    @Test
    void theConversationOfAnotherIsAMissingOne() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr").says("bonjour");
        for (String id : List.of("oliver", "agathe", "julie", "paul")) {
            Person other = on(id);
            for (String path : List.of("", "/events", "/resume-links", "/feedback", "/messages")) {
                assertSame(other, path.isEmpty() || path.equals("/events") ? "GET" : "POST", chat, path);
            }
            assertSame(other, "DELETE", chat, "");
            byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
            assertAlike(
                    mainforte.attach(other, chat.id(), "x.png", "image/png", png),
                    mainforte.attach(other, MISSING, "x.png", "image/png", png));
            assertThat(other.get("/api/conversations").text()).doesNotContain(chat.id());
        }
        assertThat(chat.all()).hasSizeGreaterThan(1);
    }

    private static void assertSame(Person other, String method, Chat chat, String path) {
        Map<String, Object> body =
                Map.of("clientId", UUID.randomUUID().toString(), "text", "bonjour", "seq", 1, "helpful", true);
        Map<String, Object> sent = path.equals("/messages")
                ? Map.of("clientId", UUID.randomUUID().toString(), "text", "bonjour")
                : path.equals("/feedback") ? Map.of("seq", 1, "helpful", true) : body;
        assertAlike(
                other.send(method, "/api/conversations/" + chat.id() + path, method.equals("POST") ? sent : null),
                other.send(method, "/api/conversations/" + MISSING + path, method.equals("POST") ? sent : null));
    }

    /** The same answer, but for the address asked for. */
    private static void assertAlike(Mainforte.Answer others, Mainforte.Answer missing) {
        assertProblem(others, 404, "not-found");
        assertThat(plain(others)).isEqualTo(plain(missing));
    }

    private static String plain(Mainforte.Answer answer) {
        return answer.text().replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    @Test
    void ticketsAppointmentsAndRequestsOfAnotherAreMissing() {
        Person camille = on("camille");
        String ticket = reference(camille.opens("fr")
                .says("je veux ouvrir un ticket, teams plante et je peux plus travailler")
                .says("oui"));
        String order = reference(camille.opens("fr")
                .says("je veux commander un clavier")
                .says("oui")
                .says("oui"));
        String appointment = mainforte
                .book(camille, "strasbourg~2026-11-24T09:00~julie", "k")
                .json()
                .path("reference")
                .asString();
        Person oliver = on("oliver");
        assertAlike(oliver.get("/api/tickets/" + ticket), oliver.get("/api/tickets/T-999999"));
        assertAlike(oliver.get("/api/requests/" + order), oliver.get("/api/requests/O-999999"));
        String slot = "strasbourg~2026-11-24T15:00~julie";
        assertAlike(
                oliver.get("/api/appointments/" + appointment + ".ics"), oliver.get("/api/appointments/A-999999.ics"));
        assertAlike(
                oliver.send("PATCH", "/api/appointments/" + appointment, Map.of("slot", slot)),
                oliver.send("PATCH", "/api/appointments/A-999999", Map.of("slot", slot)));
        assertAlike(
                oliver.send("DELETE", "/api/appointments/" + appointment, null),
                oliver.send("DELETE", "/api/appointments/A-999999", null));
        assertThat(oliver.traces()).isEmpty();
        assertThat(camille.traces()).containsExactlyInAnyOrder(ticket, order, appointment);
    }

    private static String reference(Chat chat) {
        return chat.answered("receipt").path("receipt").path("reference").asString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr|où en est le ticket T-100001 ?|où en est le ticket T-999999 ?",
                "en|what is the status of ticket T-100001?|what is the status of ticket T-999999?",
                "fr|annule le rdv A-100001|annule le rdv A-999999",
                "en|move appointment A-100001 please|move appointment A-999999 please",
                "fr|ou en est ma commande O-100001|ou en est ma commande O-999999"
            })
    void askedInTheChatTheWordsAreTheSame(String language, String others, String missing) {
        mainforte.world("""
                {"tickets":[{"reference":"T-100001","person":"camille","subject":"Secret","state":"open"}],
                 "appointments":[{"reference":"A-100001","person":"camille","site":"strasbourg","start":"2026-11-24T09:00:00+01:00"}]}""");
        Person oliver = on("oliver");
        String one = oliver.opens(language).says(others).words();
        String other = oliver.opens(language).says(missing).words();
        assertThat(one).isEqualTo(other).doesNotContain("Secret");
    }

    @Test
    void aButtonOfAnotherDoesNothing() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr").says("je veux ouvrir un ticket, teams plante et je peux plus travailler");
        String confirm = Chat.list(chat.answered("proposal").path("choices")).stream()
                .filter(choice -> choice.path("style").asString().equals("primary"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        Person oliver = on("oliver");
        oliver.opens("en").send(Map.of("clientId", UUID.randomUUID().toString(), "choice", confirm));
        assertThat(camille.traces()).isEmpty();
        assertThat(oliver.traces()).isEmpty();
        chat.says("oui");
        assertThat(camille.tickets()).hasSize(1);
    }

    @Test
    void aPhoneReachesItsConversationAndNothingElse() {
        Person camille = on("camille");
        Chat other = camille.opens("fr").says("bonjour");
        Chat chat = camille.opens("fr").says("bonjour");
        String link = camille.post("/api/conversations/" + chat.id() + "/resume-links", Map.of())
                .json()
                .path("url")
                .asString();
        Map<String, String> token = Map.of("token", link.substring(link.indexOf("resume=") + 7));
        Mainforte.Answer redeemed = mainforte.send("POST", "/api/resume-links/redeem", token, null, MONDAY, "fr");
        Person phone = new Person(mainforte, redeemed.json().path("token").asString(), MONDAY);
        assertThat(phone.get("/api/conversations/" + chat.id()).status()).isEqualTo(200);
        for (String path : List.of(
                "/api/conversations",
                "/api/conversations/" + other.id(),
                "/api/conversations/" + other.id() + "/events",
                "/api/tickets",
                "/api/appointments",
                "/api/appointments/slots",
                "/api/requests")) {
            assertProblem(phone.get(path), 404, "not-found");
        }
        assertProblem(phone.post("/api/conversations", Map.of()), 404, "not-found");
        assertProblem(
                mainforte.send("POST", "/api/resume-links/redeem", token, null, MONDAY, "fr"),
                404,
                "resume-link-invalid");
        byte[] none = "x".getBytes(StandardCharsets.UTF_8);
        assertProblem(mainforte.attach(phone, other.id(), "x.png", "image/png", none), 404, "not-found");
    }
}
