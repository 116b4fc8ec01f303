package org.mainforte.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mainforte.journey.Chat;
import org.mainforte.journey.Person;
import tools.jackson.databind.JsonNode;

/** What a model that keeps to the rules adds: an answer in its own words, a question back, a card. */
class ModelAnswerTest extends ModelTestBase {
    @Test
    void answersInItsOwnWordsAndCitesWhatItWasGiven() {
        MODEL.does((asked, pen) -> pen.says(
                        "Ouvrez les **paramètres** puis choisissez le réseau. [s1]\n\nEnsuite, entrez la clé. [s1]")
                .done());
        Chat chat = on("camille").opens("fr").says("Comment connecter mon nouveau PC au wifi de la maison ?");
        JsonNode answer = chat.answered("answer");
        assertThat(answer.path("text").asString())
                .isEqualTo("Ouvrez les **paramètres** puis choisissez le réseau.\n\nEnsuite, entrez la clé.");
        assertThat(answer.path("sources").path(0).path("article").asString()).isEqualTo("wifi-connect");
        assertThat(chat.buttons()).anyMatch(button -> button.contains("personne"));
        assertThat(MODEL.asked().getFirst().system()).contains("[s1]").contains("Tu réponds en français");
    }

    @Test
    void whatIsPersonalNeverLeavesTheHouse() {
        MODEL.does((asked, pen) ->
                pen.says("Vérifiez la boîte {MAIL_1} dans Outlook. [s1]").done());
        Chat chat = on("camille")
                .opens("fr")
                .says("Outlook ne reçoit plus rien sur jean.test@exemple.fr, mon tel 06 12 34 56 78");
        assertThat(chat.answered("answer").path("text").asString()).contains("jean.test@exemple.fr");
        String sent = MODEL.asked().toString();
        assertThat(sent).doesNotContain("jean.test").doesNotContain("06 12").doesNotContainIgnoringCase("camille");
    }

    @Test
    void aTicketIsOnlyPreparedAndThePersonDecides() {
        MODEL.does((asked, pen) -> pen.calls(
                        "request-ticket", "{\"description\":\"Excel se ferme tout seul\",\"category\":\"software\"}")
                .done());
        Person camille = on("camille");
        Chat chat = camille.opens("fr").says("Excel se ferme tout seul quand j'ouvre le budget, c'est désespérant");
        assertThat(chat.kinds()).as(chat.transcript()).containsAnyOf("form", "proposal");
        assertThat(camille.tickets()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"fr,camille", "en,oliver"})
    void whatItDoesNotKnowTheSearchSays(String language, String who) {
        MODEL.does(
                (asked, pen) -> pen.calls("verdict", "{\"kind\":\"unknown\"}").done());
        Chat chat = on(who).opens(language)
                .says(
                        language.equals("fr")
                                ? "Zorglub refuse mon bidule cramoisi"
                                : "Zorglub refuses my crimson gizmo");
        assertThat(chat.kinds()).isSubsetOf(List.of("unknown", "out-of-scope")).hasSize(1);
    }

    @Test
    void aPasswordIsMaskedBeforeItIsStored() {
        MODEL.does((asked, pen) -> pen.says("Ouvrez la page de connexion. [s1]").done());
        Chat chat = on("camille")
                .opens("fr")
                .says("mon mot de passe est Soleil2024! et Outlook le refuse quand je me connecte");
        assertThat(chat.whole().toString()).doesNotContain("Soleil2024");
        assertThat(MODEL.asked().toString()).doesNotContain("Soleil2024");
        assertThat(chat.words()).contains("Changez-le");
        assertThat(chat.buttons()).contains("Changer mon mot de passe");
    }

    @Test
    void theAnswerFollowsThePersonFromOneLanguageToTheOther() {
        MODEL.does((asked, pen) -> pen.says(
                        asked.french()
                                ? "Ouvrez les paramètres du réseau. [s1]"
                                : "Open the settings of the network. [s1]")
                .done());
        Chat chat = on("camille").opens("fr").says("Comment connecter mon nouveau PC au wifi de la maison ?");
        assertThat(chat.answered("answer").path("language").asString()).isEqualTo("fr");
        chat.says("Sorry, my colleague is here: how do we connect this new laptop to the home wifi?");
        assertThat(chat.answered("answer").path("language").asString())
                .as(chat.transcript())
                .isEqualTo("en");
        assertThat(chat.words()).isEqualTo("Open the settings of the network.");
        chat.says("et comment je connecte le nouveau PC au wifi du bureau ?");
        assertThat(chat.words()).as(chat.transcript()).isEqualTo("Ouvrez les paramètres du réseau.");
    }
}
