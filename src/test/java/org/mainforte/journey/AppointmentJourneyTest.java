package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** S8: a technician by appointment, at the latest on the next business day. */
class AppointmentJourneyTest extends JourneyTestBase {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|je voudrais un rdv avec un technicien svp|mon écran clignote|mardi à 10h plutôt|mardi 24 novembre à 10 h|oui|c'est quand mon rdv déjà ?|faut que je décale mon rdv|mardi 15h|annulez mon rdv svp",
                "oliver|en|I need a technician appointment|my screen flickers|Tuesday at 10:00 would suit me|Tuesday 24 November at 10:00|yes|when is my appointment again?|I have to move my appointment|Tuesday at 15:00|please cancel my appointment"
            })
    void isBookedMovedAndCancelled(
            String who,
            String language,
            String ask,
            String problem,
            String choice,
            String slot,
            String yes,
            String when,
            String move,
            String later,
            String cancel) {
        Person person = on(who);
        Chat chat = person.opens(language).says(ask).says(problem).says(choice);
        assertThat(person.appointments()).isEmpty();
        String reference = chat.says(yes)
                .answered("receipt")
                .path("receipt")
                .path("reference")
                .asString();
        assertThat(starts(person)).containsExactly("2026-11-24T10:00:00+01:00");
        assertThat(chat.says(when).words()).contains(slot, reference);

        chat.says(move).says(later).says(yes);
        assertThat(chat.answered("receipt").path("receipt").path("reference").asString())
                .isEqualTo(reference);
        assertThat(starts(person)).containsExactly("2026-11-24T15:00:00+01:00");

        chat.says(cancel);
        assertThat(starts(person)).hasSize(1);
        chat.says(yes);
        assertThat(person.appointments()).isEmpty();
    }

    private static List<String> starts(Person person) {
        return person.appointments().stream()
                .map(one -> one.path("start").asString())
                .toList();
    }

    @Test
    void offersRealSlotsUpToTheNextBusinessDay() {
        JsonNode friday = on("camille")
                .at("2026-11-27T16:00:00+01:00")
                .get("/api/appointments/slots")
                .json();
        assertThat(friday.path("promise").path("kept").asBoolean()).isTrue();
        assertThat(friday.path("promise").path("latest").asString()).startsWith("2026-11-30");
        assertThat(friday.path("slots").path(0).path("start").asString()).startsWith("2026-11-30T08:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|il me faut un technicien aujourd'hui, mon pc est mort, un rdv svp|aucun créneau d'ici au mardi 24 novembre|n'est pas tenu",
                "oliver|en|I really need a technician to come today, my screen is dead|No slot is left up to and including Tuesday 24 November|is not kept"
            })
    void saysPlainlyThatThePromiseIsBroken(String who, String language, String said, String none, String broken) {
        mainforte.world("""
                {"free":[{"site":"strasbourg","date":"2026-11-23","times":[]},{"site":"strasbourg","date":"2026-11-24","times":[]}]}""");
        Person person = on(who);
        Chat chat = person.opens(language).says(said);
        assertThat(chat.words()).contains(none, broken);
        JsonNode slots = person.get("/api/appointments/slots").json();
        assertThat(slots.path("promise").path("kept").asBoolean()).isFalse();
        assertThat(person.traces()).isEmpty();
    }

    @Test
    void offersNothingWhenNothingIsLeft() {
        LocalDate monday = LocalDate.parse("2026-11-23");
        String none = IntStream.rangeClosed(0, 30)
                .mapToObj(day -> "{\"site\":\"strasbourg\",\"date\":\"" + monday.plusDays(day) + "\",\"times\":[]}")
                .collect(Collectors.joining(",", "[", "]"));
        mainforte.world("{\"free\":" + none + "}");
        Chat chat = on("camille").opens("fr").says("je voudrais un rdv avec un technicien svp");
        assertThat(chat.words()).contains("n'est pas tenu");
        assertThat(chat.kinds()).doesNotContain("form", "proposal");
    }

    @Test
    void twoPeopleOneSlotOneWinnerAndThreeAlternatives() {
        Person camille = on("camille");
        Person oliver = on("oliver");
        String slot = camille.get("/api/appointments/slots")
                .json()
                .path("slots")
                .path(0)
                .path("id")
                .asString();
        assertThat(book(camille, slot).status()).isEqualTo(201);
        Mainforte.Answer late = book(oliver, slot);
        assertProblem(late, 409, "slot-taken");
        assertThat(late.json().path("alternatives")).hasSize(3);
        assertThat(book(
                                oliver,
                                late.json()
                                        .path("alternatives")
                                        .path(0)
                                        .path("id")
                                        .asString())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aSlotTakenWhileThinkingIsAskedAgainInTheChat() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr")
                .says("je voudrais un rdv avec un technicien svp")
                .says("mon écran clignote")
                .says("mardi 10h");
        assertThat(book(on("oliver"), "strasbourg~2026-11-24T10:00~julie").status())
                .isEqualTo(201);
        chat.says("oui");
        assertThat(chat.words()).contains("n'est plus libre");
        assertThat(chat.options("slot"))
                .isNotEmpty()
                .noneMatch(option -> option.path("value").asString().contains("2026-11-24T10:00"));
        assertThat(camille.appointments()).isEmpty();
        chat.says("mardi 11h").says("oui");
        assertThat(starts(camille)).containsExactly("2026-11-24T11:00:00+01:00");
    }

    @Test
    void theSameKeyBooksOnceAndTheInvitationIsReadable() {
        Person camille = on("camille");
        String slot = "strasbourg~2026-11-24T09:00~julie";
        String key = "a-key-of-mine";
        Mainforte.Answer first = book(camille, slot, key);
        Mainforte.Answer again = book(camille, slot, key);
        assertThat(again.json().path("reference")).isEqualTo(first.json().path("reference"));
        assertThat(camille.appointments()).hasSize(1);
        String reference = first.json().path("reference").asString();
        String invitation =
                camille.get("/api/appointments/" + reference + ".ics").text();
        assertThat(invitation).startsWith("BEGIN:VCALENDAR").contains("DTSTART", "END:VCALENDAR");
    }

    private static Mainforte.Answer book(Person person, String slot) {
        return book(person, slot, "once-" + slot);
    }

    private static Mainforte.Answer book(Person person, String slot, String key) {
        return person.mainforte().book(person, slot, key);
    }
}
