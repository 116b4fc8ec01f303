package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S11: the old PC goes back, with its serial number, a day and a receipt. */
class ReturnJourneyTest extends JourneyTestBase {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|je dois rendre mon vieux pc|oui|Enlèvement par un technicien|mardi 24 novembre|Numéro de série|ou en est mon retour ?",
                "camille|en|I have to return my old laptop|yes|Pick-up|Tuesday 24 November|Serial number|any news about my return?"
            })
    void isPickedUp(
            String who,
            String language,
            String said,
            String yes,
            String mode,
            String day,
            String serial,
            String where) {
        Person person = on(who);
        Chat chat = person.opens(language).says(said).says(yes).presses(mode).picks("date", day);
        assertThat(chat.row("proposal", serial)).isEqualTo("5CG2140KTR");
        assertThat(person.requests()).isEmpty();
        chat.says(yes);
        assertThat(chat.row("receipt", serial)).isEqualTo("5CG2140KTR");
        assertThat(chat.words()).contains(day);
        String reference =
                chat.answered("receipt").path("receipt").path("reference").asString();
        assertThat(chat.says(where).words()).contains(reference, "5CG2140KTR", day);
        assertThat(person.requests()).hasSize(1);
    }

    @Test
    void theSamePcIsNotReturnedTwice() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr")
                .says("je dois rendre mon vieux pc")
                .says("oui")
                .presses("Enlèvement")
                .picks("date", "mardi 24 novembre")
                .says("oui");
        String first =
                chat.answered("receipt").path("receipt").path("reference").asString();
        chat.says("je veux rendre mon ancien pc");
        assertThat(chat.words()).contains(first);
    }

    @Test
    void noPickUpOnAClosedDay() {
        mainforte.world("""
                {"closures":[{"site":"dijon","date":"2026-11-24","reason":"travaux"}]}""");
        Person ines = on("ines");
        Chat chat =
                ines.opens("fr").says("je dois rendre mon vieux pc").says("oui").presses("Enlèvement");
        assertThat(chat.options("date"))
                .noneMatch(day -> day.path("value").asString().equals("2026-11-24"));
        chat.says("2026-11-24");
        assertThat(chat.kinds()).as(chat.transcript()).doesNotContain("proposal");
        assertThat(ines.traces()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|je dois rendre mon vieux pc|oui|Enlèvement|je veux décaler l'enlèvement au jeudi 26 novembre|jeudi 26 novembre|annule ma restitution",
                "oliver|en|I have to return my old laptop|yes|Pick-up|please move the pick-up to Thursday 26 November|Thursday 26 November|cancel my return"
            })
    void aPickUpIsMovedAndCalledOff(
            String who, String language, String said, String yes, String mode, String move, String day, String cancel) {
        Person person = on(who);
        Chat chat = person.opens(language).says(said).says(yes);
        if (chat.words().contains("Quel appareil") || chat.words().contains("Which device")) {
            chat.says("1");
        }
        chat.presses(mode);
        chat.fills(Map.of("date", chat.options("date").getFirst().path("value").asString()))
                .says(yes);
        String reference =
                chat.answered("receipt").path("receipt").path("reference").asString();
        chat.says(move);
        assertThat(chat.answered("proposal").path("proposal").path("request").asString())
                .isEqualTo("return");
        chat.says(yes);
        assertThat(chat.words()).as(chat.transcript()).contains(reference, day);
        assertThat(person.get("/api/requests/" + reference).text()).contains("2026-11-26");
        chat.says(cancel).says(yes);
        assertThat(chat.words()).as(chat.transcript()).contains(reference);
        assertThat(person.get("/api/requests/" + reference).text()).contains("cancelled");
        chat.says(cancel);
        assertThat(chat.kinds()).as(chat.transcript()).doesNotContain("proposal");
    }

    @Test
    void anothersReturnIsUnknown() {
        Chat camille = on("camille")
                .opens("fr")
                .says("je dois rendre mon vieux pc")
                .says("oui")
                .presses("Enlèvement");
        camille.picks("date", "mardi 24 novembre").says("oui");
        String reference =
                camille.answered("receipt").path("receipt").path("reference").asString();
        Chat ines = on("ines")
                .opens("fr")
                .says("je dois rendre mon vieux pc")
                .says("oui")
                .presses("Enlèvement");
        ines.fills(Map.of("date", ines.options("date").getFirst().path("value").asString()))
                .says("oui")
                .says("annuler la restitution " + reference);
        String unknown = ines.words();
        ines.says("annuler la restitution R-999999");
        assertThat(ines.words().replace("R-999999", reference))
                .as(ines.transcript())
                .isEqualTo(unknown);
        assertThat(ines.kinds()).doesNotContain("proposal");
    }
}
