package org.mainforte.appointment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mainforte.journey.JourneyTestBase;
import org.mainforte.journey.Mainforte.Answer;
import org.mainforte.journey.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Appointments as a client of the HTTP contract meets them. */
class AppointmentApiTest extends JourneyTestBase {
    private static final String THURSDAY = "2026-05-07T17:40:00+02:00";
    private static final String NINE = "strasbourg~2026-05-11T09:00~julie";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Person camille() {
        return mainforte.person("camille").at(THURSDAY);
    }

    private Answer book(Person person, @Nullable String key, Map<String, String> body) {
        var request = HttpRequest.newBuilder(URI.create(mainforte.base() + "/api/appointments"))
                .header("Authorization", "Bearer " + person.token())
                .header("X-Demo-Now", Objects.requireNonNull(person.now()))
                .header("Accept-Language", "fr")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return mainforte.send(request.build());
    }

    @Test
    void slotsComeWithThePromiseOfTheNextBusinessDay() {
        JsonNode answer = camille().get("/api/appointments/slots?reason=screen").json();
        assertThat(answer.path("promise").path("latest").asString()).isEqualTo("2026-05-11T19:00:00+02:00");
        assertThat(answer.path("promise").path("kept").asBoolean()).isTrue();
        JsonNode first = answer.path("slots").get(0);
        assertThat(first.path("id").asString()).isEqualTo("strasbourg~2026-05-11T08:00~julie");
        assertThat(first.path("start").asString()).isEqualTo("2026-05-11T08:00:00+02:00");
        assertThat(first.path("end").asString()).isEqualTo("2026-05-11T09:00:00+02:00");
        assertThat(first.path("technician").asString()).isEqualTo("Julie Kieffer");
    }

    @Test
    void aBookingIsMadeOnceMovedCancelledAndSeenByItsPeopleOnly() {
        Person camille = camille();
        mainforte.world("""
                {"tickets":[{"reference":"T-100001","person":"camille","subject":"Écran cassé","state":"open"}]}""");
        Map<String, String> body = Map.of("slot", NINE, "reason", "écran cassé", "ticket", "T-100001");
        for (String foreign : new String[] {"T-999999", "T-100001"}) {
            Person asking = foreign.equals("T-999999")
                    ? camille
                    : mainforte.person("oliver").at(THURSDAY);
            Answer refused = book(asking, "k0", Map.of("slot", NINE, "reason", "écran cassé", "ticket", foreign));
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.code()).isEqualTo("not-found");
        }
        assertThat(book(camille, null, body).code()).isEqualTo("idempotency-key-missing");
        Answer booked = book(camille, "k1", body);
        assertThat(booked.status()).isEqualTo(201);
        assertThat(book(camille, "k1", body).text()).isEqualTo(booked.text());
        Answer other = book(camille, "k1", Map.of("slot", NINE, "reason", "autre chose"));
        assertThat(other.status()).isEqualTo(422);
        String reference =
                "/api/appointments/" + booked.json().path("reference").asString();

        Answer invitation = camille.get(reference + ".ics");
        assertThat(invitation.raw().headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/calendar");
        assertThat(invitation.text()).contains("DTSTART;TZID=Europe/Paris:20260511T090000", "SEQUENCE:0");

        Person oliver = mainforte.person("oliver").at(THURSDAY);
        assertThat(oliver.get(reference + ".ics").status()).isEqualTo(404);
        assertThat(oliver.send("DELETE", reference, null).status()).isEqualTo(404);
        Answer taken = book(oliver, "k1", Map.of("slot", NINE, "reason", "souris"));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.code()).isEqualTo("slot-taken");
        assertThat(taken.json().path("alternatives")).hasSize(3);

        Answer moved = camille.send("PATCH", reference, Map.of("slot", "strasbourg~2026-05-11T10:00~julie"));
        assertThat(moved.json().path("start").asString()).isEqualTo("2026-05-11T10:00:00+02:00");
        assertThat(camille.get(reference + ".ics").text()).contains("SEQUENCE:1");
        JsonNode day = mainforte
                .person("julie")
                .at("2026-05-11T07:30:00+02:00")
                .get("/api/appointments")
                .json();
        assertThat(day).hasSize(1);
        assertThat(day.get(0).path("person").asString()).isEqualTo("Camille Roth");
        assertThat(camille.send("DELETE", reference, null).status()).isEqualTo(204);
        assertThat(camille.get("/api/appointments").json().get(0).path("state").asString())
                .isEqualTo("cancelled");
    }

    @Test
    void whatIsNotASlotIsRefused() {
        assertThat(book(camille(), "k", Map.of("slot", "nancy~2026-05-11T09:00~marc", "reason", "x"))
                        .code())
                .isEqualTo("slot-unknown");
        assertThat(book(camille(), "k", Map.of("slot", NINE)).code()).isEqualTo("appointment-invalid");
        assertThat(camille().send("DELETE", "/api/appointments/A-999999", null).status())
                .isEqualTo(404);
    }

    @Test
    void whenNothingIsLeftThePromiseIsNotKeptAndLaterSlotsAreThere() {
        mainforte.world("{\"free\":[{\"site\":\"strasbourg\",\"date\":\"2026-05-11\",\"times\":[]},"
                + "{\"site\":\"strasbourg\",\"date\":\"2026-05-12\",\"times\":[\"14:00\"]}]}");
        JsonNode answer = camille().get("/api/appointments/slots").json();
        assertThat(answer.path("promise").path("kept").asBoolean()).isFalse();
        assertThat(answer.path("slots").get(0).path("start").asString()).isEqualTo("2026-05-12T14:00:00+02:00");
    }

    @Test
    void theTechnicianKnowsTheRoomThatTheTicketIsAbout() {
        Person camille = camille();
        var chat = camille.opens("fr").says("je veux ouvrir un ticket, l'écran de la salle Petite France reste noir");
        if (!chat.options("category").isEmpty()) {
            chat.picks("category", "Salle de réunion");
        }
        chat.presses("Je peux travailler").says("oui");
        String ticket = camille.tickets().getFirst().path("reference").asString();
        Answer booked = book(camille, "k1", Map.of("slot", NINE, "reason", "écran noir", "ticket", ticket));
        assertThat(booked.status()).as(booked.text()).isEqualTo(201);
        JsonNode visit = mainforte
                .person("julie")
                .at("2026-05-11T08:00:00+02:00")
                .get("/api/desk/day")
                .json()
                .path(0)
                .path(0);
        assertThat(visit.path("room").asString()).isEqualTo("Petite France");
        assertThat(visit.path("ticket").asString()).isEqualTo(ticket);
        assertThat(visit.path("place").asString()).doesNotContain("votre");
    }
}
