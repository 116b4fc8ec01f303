package org.mainforte.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mainforte.journey.Chat;
import org.mainforte.journey.Person;

/** The guided journeys with a model that understands what no rule does: they end in the same state of the world. */
class ModelJourneyTest extends ModelTestBase {
    @BeforeEach
    void phrases() {
        MODEL.does(new Phrasing());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|ma souris est morte, il m'en faut une autre|oui|Souris",
                "oliver|en|my mouse is broken, I need a new mouse|yes|Mouse",
            })
    void aMouseIsOrderedAsWithoutTheModel(String who, String language, String said, String yes, String item) {
        Person person = on(who);
        Chat chat = person.opens(language).says(said).says(yes).says(yes);
        assertThat(chat.answered("receipt").toString()).contains(item);
        assertThat(person.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|le machin que je mets sur les oreilles pour les réunions est passé sous le tram|headset|oui|Casque",
                "oliver|en|the thing I wear over my ears in meetings went under the tram|headset|yes|Headset",
            })
    void whatNoRuleUnderstandsEndsInTheSameOrder(
            String who, String language, String said, String item, String yes, String label) {
        MODEL.does((asked, pen) ->
                pen.calls("request-order", "{\"item\":\"" + item + "\"}").done());
        Person person = on(who);
        Chat chat = person.opens(language).says(said);
        for (int i = 0; i < 3 && !chat.kinds().contains("proposal"); i++) {
            chat.says(yes);
        }
        assertThat(person.requests()).as(chat.transcript()).isEmpty();
        chat.says(yes);
        assertThat(chat.answered("receipt").toString()).as(chat.transcript()).contains(label);
        assertThat(person.requests()).hasSize(1);
    }

    @Test
    void aTicketIsTheSameWithTheModelsHelp() {
        MODEL.does((asked, pen) -> pen.calls(
                        "request-ticket",
                        "{\"description\":\"Excel se ferme à l'ouverture du budget\",\"category\":\"software\",\"urgency\":\"normal\"}")
                .done());
        Person camille = on("camille");
        Chat chat =
                camille.opens("fr").says("le tableur me claque entre les doigts à chaque fois que je prends le budget");
        for (int i = 0; i < 3 && !chat.kinds().contains("proposal"); i++) {
            chat.says("oui");
        }
        assertThat(chat.row("proposal", "Description")).contains("Excel se ferme");
        chat.says("oui");
        assertThat(camille.tickets()).hasSize(1);
    }

    @Test
    void aPersonIsGotAsByTheButton() {
        MODEL.does((asked, pen) -> pen.calls("ask-for-a-person", "{}").done());
        Chat asked = on("camille")
                .opens("fr")
                .says("cette imprimante me dépasse, il me faudrait un regard à côté de moi pour de vrai");
        List<String> byModel = asked.kinds();
        Chat pressed = on("thomas").opens("fr");
        pressed.presses("personne");
        assertThat(byModel).isEqualTo(pressed.kinds());
    }

    @Test
    void whatTwoRoundsOfToolsToldIsToldWithItsSource() {
        MODEL.does((asked, pen) -> {
            if (asked.lastRole().equals("tool")) {
                pen.says("Voici votre matériel connu. [l4]").done();
            } else {
                pen.says("Je regarde. ").calls("lookup-my-equipment", "{}").done();
            }
        });
        Chat chat =
                on("camille").opens("fr").says("c'est quoi les bidules qu'on m'a filés déjà pour bosser avec mon wifi");
        assertThat(chat.answer()).hasSize(1);
        assertThat(chat.words()).isEqualTo("Voici votre matériel connu.");
    }

    @Test
    void anAnswerWithoutASourceIsRepairedOnceAndThenReplaced() {
        MODEL.does((asked, pen) -> pen.says("Redémarrez, et ça ira.").done());
        Chat chat = on("camille").opens("fr").says("Comment connecter mon nouveau PC au wifi de la maison ?");
        assertThat(MODEL.asked()).hasSize(2);
        assertThat(MODEL.asked().getLast().last()).contains("ne cite pas de section");
        assertThat(chat.kinds()).containsExactly("answer");
        assertThat(chat.words()).doesNotContain("Redémarrez, et ça ira");
    }

    @Test
    void aPromiseIsRepairedOnceAndThenAPersonIsOffered() {
        MODEL.does((asked, pen) ->
                pen.says("Je vous rappelle dans une heure. [s1]").done());
        Chat chat = on("camille").opens("fr").says("Comment connecter mon nouveau PC au wifi de la maison ?");
        assertThat(MODEL.asked()).hasSize(2);
        assertThat(chat.kinds()).containsExactly("notice", "answer");
        assertThat(chat.words()).contains("Je ne peux rien promettre").doesNotContain("rappelle dans une heure");
    }

    @ParameterizedTest
    @CsvSource({
        "camille,fr,Open the settings and choose the network that you see there. [s1]",
        "oliver,en,Ouvrez les paramètres et choisissez le réseau que vous voyez. [s1]"
    })
    void theAnswerIsInTheLanguageOfTheMessage(String who, String language, String wrong) {
        MODEL.does((asked, pen) -> pen.says(wrong).done());
        Chat chat = on(who).opens(language)
                .says(
                        language.equals("fr")
                                ? "Comment connecter mon nouveau PC au wifi de la maison ?"
                                : "How do I connect my new PC to my home wifi?");
        assertThat(MODEL.asked()).hasSize(2);
        assertThat(chat.answered("answer").path("language").asString()).isEqualTo(language);
        assertThat(chat.words()).doesNotContain(wrong.substring(0, 20));
    }
}
