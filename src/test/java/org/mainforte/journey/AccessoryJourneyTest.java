package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S9 and S10: accessories come home; without a headset one cannot work. */
class AccessoryJourneyTest extends JourneyTestBase {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|ma souris est morte, il m'en faut une autre|14 rue des Tonneliers|oui|Souris|Adresse de livraison|ou en est ma commande",
                "oliver|en|my mouse is broken, I need a new mouse|3 quai des Bateliers|yes|Mouse|Delivery address|where is my order?"
            })
    void aMouseIsDeliveredHome(
            String who,
            String language,
            String said,
            String address,
            String yes,
            String item,
            String label,
            String where) {
        Person person = on(who);
        Chat chat = person.opens(language).says(said);
        assertThat(chat.answered("form")
                        .path("form")
                        .path("fields")
                        .path(0)
                        .path("value")
                        .asString())
                .as(chat.transcript())
                .startsWith(address);
        chat.says(yes);
        assertThat(chat.row("proposal", label)).startsWith(address);
        assertThat(person.requests()).isEmpty();
        chat.says(yes);
        String reference =
                chat.answered("receipt").path("receipt").path("reference").asString();
        assertThat(person.requests())
                .singleElement()
                .satisfies(
                        order -> assertThat(order.path("reference").asString()).isEqualTo(reference));
        assertThat(chat.says(where).words()).contains(reference, item);
    }

    @Test
    void anotherAddressIsTakenAndAnUnclearOneIsAskedAgain() {
        Person camille = on("camille");
        Chat chat = camille.opens("fr").says("je veux commander un clavier").says("chez moi");
        assertThat(chat.kinds()).as(chat.transcript()).containsExactly("form");
        chat.says("9 rue du Parc, 67200 Strasbourg");
        assertThat(chat.row("proposal", "Adresse de livraison")).isEqualTo("9 rue du Parc, 67200 Strasbourg");
        chat.says("non");
        assertThat(camille.traces()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|mon casque est mort il m en faut un autre vite jai des reunions|Bulle 1 (RDC)|oui|Priorité",
                "oliver|en|my headset is dead, I need a new headset, I have calls all day|Bulle 1 (ground floor)|yes|Priority",
                "ines|fr|j'ai besoin d'un casque svp|Bulle A (RDC)|oui|Priorité"
            })
    void aHeadsetComesFirstAndAQuietPlaceMeanwhile(
            String who, String language, String said, String booth, String yes, String priority) {
        Person person = on(who);
        Chat chat = person.opens(language).says(said);
        assertThat(chat.words()).as(chat.transcript()).contains(booth);
        chat.says(yes);
        assertThat(chat.row("proposal", priority)).isNotBlank();
        chat.says(yes);
        assertThat(person.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"fr|je veux un nouveau casque|oui|12 h 30", "en|I need a new headset|yes|12:30"})
    void nancySwapsAHeadsetAtOnce(String language, String said, String yes, String until) {
        Person nadia = on("nadia");
        Chat chat = nadia.opens(language).says(said);
        assertThat(chat.words()).contains("Bulle Stanislas (");
        assertThat(chat.buttons()).anyMatch(label -> label.contains(until));
        chat.presses(until).says(yes);
        assertThat(chat.answered("receipt").path("text").asString())
                .as(chat.transcript())
                .contains("Nancy");
        assertThat(nadia.requests()).hasSize(1);
    }
}
