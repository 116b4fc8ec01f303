package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S4: what support this person's site gets, truthfully, and when. */
class SiteSupportJourneyTest extends JourneyTestBase {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|qui nous dépanne ici maintenant, ya plus personne|Strasbourg|technicien itinérant|jour ouvré suivant",
                "oliver|en|who helps us here at my office when the pc breaks|Strasbourg|travelling technician|next business day",
                "nadia|fr|le technicien est là aujourd'hui ?|Nancy|mi-temps|jusqu'à 12 h 30",
                "nadia|en|is the technician there today?|Nancy|half of the time|until 12:30",
                "ines|fr|ya un technicien sur place chez nous a dijon ?|Dijon|technicien itinérant|jour ouvré suivant",
                "ines|en|which support do we get here in Dijon?|Dijon|travelling technician|next business day"
            })
    void tellsTheRegimeOfTheSite(String who, String language, String said, String site, String regime, String when) {
        Chat chat = on(who).opens(language).says(said);
        assertThat(chat.words()).contains(site, regime, when);
    }

    /** Who works at one site may ask about another: what is told is true of the site they named, and the article is cited. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|qui s'occupe de l'informatique à Dijon maintenant ?|Dijon|jour ouvré suivant",
                "camille|fr|le technicien de Nancy est là quand ?|Nancy|mi-temps",
                "camille|en|is there anybody on site in Nancy this afternoon|Nancy|half of the time",
                "nadia|en|who do I see for IT in Strasbourg|Strasbourg|travelling technician"
            })
    void tellsTheRegimeOfTheSiteThatWasNamed(String who, String language, String said, String site, String regime) {
        Chat chat = on(who).opens(language).says(said);
        assertThat(chat.words()).contains("**" + site + "**", regime);
        assertThat(chat.answer()).anyMatch(message -> message.path("sources").has(0));
    }

    @Test
    void aCampusHasTechniciansAllDay() {
        mainforte.world("""
                {"people":[{"id":"lou","name":"Lou Girard","role":"employee","site":"campus-lyon","language":"fr"}]}""");
        Chat chat = on("lou").opens("fr").says("quel support on a ici sur le campus ?");
        assertThat(chat.words()).contains("Campus de Lyon", "toute la journée");
    }

    @Test
    void tellsAClosureAndThePlainTruthAboutTheNextSlot() {
        mainforte.world("""
                {"closures":[{"site":"dijon","date":"2026-11-23","reason":"coupure électrique"},
                             {"site":"dijon","date":"2026-11-24","reason":"coupure électrique"}]}""");
        Chat french = on("ines").opens("fr").says("qui nous aide ici a dijon ?");
        assertThat(french.words()).contains("lundi 23 novembre", "coupure électrique", "mercredi 25 novembre");
        Chat english = on("ines").opens("en").says("which support do we get here?");
        assertThat(english.words()).contains("Monday 23 November", "Wednesday 25 November");
    }

    /** 26 December is a public holiday in Strasbourg and not in Dijon; in 2025 it was a Friday. */
    @Test
    void keepsTheHolidaysOfTheDepartment() {
        String christmas = "2025-12-24T15:30:00+01:00";
        String strasbourg =
                on("camille").at(christmas).get("/api/appointments/slots").text();
        String dijon = on("ines").at(christmas).get("/api/appointments/slots").text();
        assertThat(strasbourg).doesNotContain("2025-12-26T").contains("2025-12-29T");
        assertThat(dijon).contains("2025-12-26T");
        assertThat(on("ines")
                        .at(christmas)
                        .get("/api/appointments/slots")
                        .json()
                        .path("promise")
                        .path("latest")
                        .asString())
                .startsWith("2025-12-26T");
        assertThat(on("camille")
                        .at(christmas)
                        .get("/api/appointments/slots")
                        .json()
                        .path("promise")
                        .path("latest")
                        .asString())
                .startsWith("2025-12-29T");
    }

    @Test
    void tellsTheChangeOfAnotherTime() {
        Chat monday = on("nadia").opens("fr").says("le technicien est là aujourd'hui ?");
        assertThat(monday.words()).contains("jusqu'à 12 h 30");
        Chat evening = on("nadia").at(MONDAY_NIGHT).opens("fr").says("le technicien est là aujourd'hui ?");
        assertThat(evening.words()).contains("mardi 24 novembre, de 13 h 30 à 17 h 30");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ines|fr|mon casque est mort|pas d'échange sur place, il se commande ici en priorité|échangé tout de suite",
                "oliver|en|my headset is dead|not swapped on site, order one here with priority|replaced at once",
                "nadia|fr|mon casque est mort|échangé tout de suite sur place|pas d'échange"
            })
    void whatABrokenHeadsetGetsFollowsTheSite(String who, String language, String said, String holds, String not) {
        Chat chat = on(who).opens(language).says(said);
        assertThat(chat.words()).as(chat.transcript()).contains(holds).doesNotContain(not);
    }
}
