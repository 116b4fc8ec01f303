package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S13: the meeting starts in five minutes. */
class MeetingRoomJourneyTest extends JourneyTestBase {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|la visio de la salle petite france marche pas, reunion dans 5 min !!|C'est fait|C'est terminé",
                "oliver|en|the screen in Petite France is black and our meeting starts now|Done|you have reached the end"
            })
    void quickFixesComeFirst(String who, String language, String said, String done, String end) {
        Chat chat = on(who).opens(language).says(said);
        for (int number = 1; number <= 6; number++) {
            assertThat(chat.answered("step").path("step").path("guide").asString())
                    .isEqualTo("meeting-room");
            assertThat(chat.answered("step").path("step").path("number").asInt())
                    .as(chat.transcript())
                    .isEqualTo(number);
            chat.presses(done);
        }
        assertThat(chat.words()).contains(end);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|je veux ouvrir un ticket, l'écran de la salle Petite France reste noir|Salle de réunion|Je peux travailler|oui|Salle",
                "oliver|en|please open a ticket, the screen in room Petite France stays black|Meeting room|I can work|yes|Room"
            })
    void theIncidentNamesTheRoom(
            String who, String language, String said, String category, String urgency, String yes, String label) {
        Person person = on(who);
        Chat chat = person.opens(language).says(said);
        if (chat.options("category").stream().anyMatch(option -> true)) {
            chat.picks("category", category);
        }
        chat.presses(urgency);
        assertThat(chat.row("proposal", label)).isEqualTo("Petite France");
        chat.says(yes);
        assertThat(person.tickets())
                .singleElement()
                .satisfies(
                        ticket -> assertThat(ticket.path("category").asString()).isEqualTo("meeting-room"));
    }

    @Test
    void aRoomThatCannotBeSavedBecomesAnIncidentFromTheGuide() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr")
                .says("rien ne marche en salle de réunion et ma réunion commence maintenant")
                .says("ça marche pas")
                .presses("Toujours bloqué")
                .presses("Ouvrir un ticket");
        if (chat.kinds().contains("form") && !chat.options("category").isEmpty()) {
            chat.picks("category", "Salle de réunion");
        }
        chat.picks("room", "Petite France").presses("Je suis gêné");
        assertThat(Chat.plain(chat.row("proposal", "Étape atteinte"))).contains("étape 1 sur 6");
        chat.says("oui");
        assertThat(camille.tickets()).hasSize(1);
    }
}
