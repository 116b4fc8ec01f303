package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A technician's day: what to know before a visit, and a change that reaches the employee where they asked. */
class VisitJourneyTest extends JourneyTestBase {
    private static final String TUESDAY = "2026-11-24T08:00:00+01:00";

    private Chat booked() {
        Chat chat = on("nadia")
                .opens("fr")
                .says("mon écran clignote")
                .says("je voudrais un rendez-vous avec un technicien");
        if (chat.kinds().contains("form")) {
            chat.fills(Map.of("reason", "Écran qui clignote"));
        }
        if (chat.kinds().contains("form")) {
            chat.picks("slot", "mardi 24 novembre");
        }
        chat.says("oui");
        assertThat(chat.kinds()).as(chat.transcript()).contains("receipt");
        return chat;
    }

    private static List<JsonNode> days(Person marc, int day) {
        return Chat.list(marc.get("/api/desk/day").json().path(day));
    }

    @Test
    void theTechnicianKnowsWhatWasTried() {
        Chat chat = booked();
        String reference =
                chat.answered("receipt").path("receipt").path("reference").asString();
        Person marc = on("marc");
        assertThat(days(marc, 0)).isEmpty();
        JsonNode visit = days(marc, 1).getFirst();
        assertThat(visit.path("reference").asString()).isEqualTo(reference);
        assertThat(visit.path("person").asString()).isEqualTo("Nadia Lemoine");
        assertThat(visit.path("address").asString()).contains("Saint-Dizier");
        assertThat(visit.path("tried").toString()).contains("mon écran clignote");
        assertThat(days(marc.at(TUESDAY), 0)).hasSize(1);
    }

    @Test
    void theTechnicianReadsTheirOwnLanguageWhateverTheEmployeeSpeaks() {
        Chat chat = on("oliver").opens("en").says("I need an appointment with a technician");
        if (chat.kinds().contains("form")) {
            chat.fills(Map.of("reason", "Docking station"));
        }
        chat.picks("slot", "Tuesday 24 November").says("yes");
        assertThat(chat.words()).as(chat.transcript()).contains("Tuesday 24 November");
        JsonNode visit = days(on("julie"), 1).getFirst();
        assertThat(visit.path("place").asString()).isEqualTo("Strasbourg, au poste de travail");
        assertThat(on("oliver").appointments().getFirst().path("place").asString())
                .isEqualTo("Strasbourg, at the workplace");
    }

    @Test
    void aMoveIsToldAtOnceInTheTechniciansName() {
        Chat chat = booked();
        Person marc = on("marc");
        String reference = days(marc, 1).getFirst().path("reference").asString();
        JsonNode slots = marc.get("/api/desk/day/" + reference + "/slots").json();
        String slot = slots.path(slots.size() - 1).path("id").asString();
        assertThat(marc.send("PATCH", "/api/desk/day/" + reference, Map.of("slot", slot))
                        .status())
                .isEqualTo(204);
        JsonNode told = chat.all().getLast();
        assertThat(told.path("author").path("name").asString()).isEqualTo("Marc Vautrin");
        assertThat(Chat.plain(told.path("text").asString())).contains("J'ai dû déplacer votre rendez-vous", reference);
        assertThat(told.path("choices").toString())
                .as("if it does not suit her")
                .contains("Déplacer mon rendez-vous", "Annuler mon rendez-vous");
        assertThat(on("nadia").appointments().getFirst().path("state").asString())
                .isEqualTo("moved");
        assertProblem(marc.send("PATCH", "/api/desk/day/" + reference, Map.of("slot", "nancy~x")), 422, "slot-unknown");
    }

    @Test
    void doneIsSaidOnceWithItsOutcomeAndTime() {
        Chat chat = booked();
        Person marc = on("marc").at(TUESDAY);
        String reference = days(marc, 0).getFirst().path("reference").asString();
        for (Object wrong : List.of(
                Map.of("outcome", "great", "minutes", 10),
                Map.of("outcome", "fixed"),
                Map.of("outcome", "fixed", "minutes", 9_999),
                Map.of())) {
            assertProblem(marc.send("PATCH", "/api/desk/day/" + reference, wrong), 422, "malformed");
        }
        for (int twice = 0; twice < 2; twice++) {
            assertThat(marc.send("PATCH", "/api/desk/day/" + reference, Map.of("outcome", "fixed", "minutes", 35))
                            .status())
                    .isEqualTo(204);
        }
        assertThat(chat.all().stream()
                        .map(message -> message.path("text").asString())
                        .filter(text -> text.contains("est terminée")))
                .hasSize(1);
        JsonNode visit = days(marc, 0).getFirst();
        assertThat(visit.path("state").asString()).isEqualTo("done");
        assertThat(visit.path("outcome").asString()).isEqualTo("Réparé, 35 min sur place.");
    }

    @Test
    void whoWasNotFoundIsOfferedAnotherAppointment() {
        Chat chat = booked();
        Person marc = on("marc").at(TUESDAY);
        String reference = days(marc, 0).getFirst().path("reference").asString();
        marc.send("PATCH", "/api/desk/day/" + reference, Map.of("outcome", "absent", "minutes", 5));
        Chat later = chat.at(TUESDAY).presses("Prendre rendez-vous");
        assertThat(later.kinds()).as(later.transcript()).contains("form");
    }

    @Test
    void otherPeoplesDaysDoNotExist() {
        booked();
        String reference = days(on("marc"), 1).getFirst().path("reference").asString();
        for (String who : List.of("nadia", "agathe", "paul")) {
            assertProblem(on(who).get("/api/desk/day"), 404, "not-found");
        }
        assertThat(days(on("julie"), 1)).isEmpty();
        assertProblem(on("julie").get("/api/desk/day/" + reference + "/slots"), 404, "not-found");
        assertProblem(
                on("julie").send("PATCH", "/api/desk/day/" + reference, Map.of("outcome", "fixed", "minutes", 5)),
                404,
                "not-found");
    }
}
