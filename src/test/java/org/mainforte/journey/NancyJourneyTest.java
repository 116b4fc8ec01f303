package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** S14: in Nancy somebody is there half of the day, and the halves change. */
class NancyJourneyTest extends JourneyTestBase {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-23T09:00:00+01:00|fr|le technicien est là aujourd'hui ?|en ce moment, jusqu'à 12 h 30",
                "2026-11-23T14:00:00+01:00|fr|il est là le technicien aujourd'hui ?|mardi 24 novembre, de 13 h 30 à 17 h 30",
                "2026-11-24T09:00:00+01:00|en|is the technician there today?|Tuesday 24 November, from 13:30 to 17:30",
                "2026-11-24T15:00:00+01:00|en|is the technician there today?|right now, until 17:30"
            })
    void tellsTheHalfOfTheDay(String now, String language, String said, String answer) {
        assertThat(on("thomas").at(now).opens(language).says(said).words()).contains(answer);
    }

    @Test
    void slotsAreInThePlannedHalfOnly() {
        for (JsonNode slot : on("nadia").get("/api/appointments/slots").json().path("slots")) {
            String start = slot.path("start").asString();
            if (start.startsWith("2026-11-23") || start.startsWith("2026-11-25")) {
                assertThat(start.substring(11, 16)).isLessThan("12:30");
            }
            if (start.startsWith("2026-11-24")) {
                assertThat(start.substring(11, 16)).isGreaterThanOrEqualTo("13:30");
            }
        }
    }

    @Test
    void aChangeOfTheHalfActsAtOnce() {
        mainforte.world("""
                {"presence":[{"site":"nancy","date":"2026-11-23","half":"afternoon"},{"site":"nancy","date":"2026-11-24","half":"none"}]}""");
        Person nadia = on("nadia");
        Chat french = nadia.opens("fr").says("le technicien est là aujourd'hui ?");
        assertThat(french.words()).contains("lundi 23 novembre, de 13 h 30 à 17 h 30");
        Chat english = nadia.opens("en").says("is the technician there today?");
        assertThat(english.words()).contains("Monday 23 November, from 13:30 to 17:30");
        String slots = nadia.get("/api/appointments/slots").json().path("slots").toString();
        assertThat(slots).contains("2026-11-23T13:30").doesNotContain("2026-11-23T09:30", "2026-11-24T");
    }

    @Test
    void whenNobodyIsThereTodayTheHeadsetIsNotPromisedAtOnce() {
        mainforte.world("""
                {"presence":[{"site":"nancy","date":"2026-11-23","half":"none"}]}""");
        Chat chat = on("nadia").opens("fr").says("je veux un nouveau casque");
        assertThat(chat.buttons()).noneMatch(label -> label.contains("maintenant"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr|je voudrais un rdv avec le technicien|mon pc rame à mort|mercredi 9h|oui",
                "en|I'd like to book an appointment with the technician|my pc is awfully slow|Wednesday at 9:00|yes"
            })
    void booksInTheHalf(String language, String ask, String problem, String slot, String yes) {
        Person thomas = on("thomas");
        Chat chat = thomas.opens(language).says(ask).says(problem).says(slot);
        chat.says(yes);
        assertThat(thomas.appointments())
                .singleElement()
                .satisfies(one -> assertThat(one.path("start").asString()).isEqualTo("2026-11-25T09:00:00+01:00"));
    }
}
