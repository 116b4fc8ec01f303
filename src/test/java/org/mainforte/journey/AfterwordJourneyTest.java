package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people say after an answer, leaning on it, and what must not be read into it. */
class AfterwordJourneyTest extends JourneyTestBase {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|mon casque est mort|oui|Casque",
                "oliver|en|my headset is dead|yes please|Headset",
                "camille|fr|ma souris ne marche plus|oui|Souris"
            })
    void aYesToAnOfferKeepsWhatWasAskedBefore(String who, String language, String said, String yes, String item) {
        Chat chat = on(who).opens(language).says(said).says(yes);
        assertThat(chat.words()).as(chat.transcript()).doesNotContain("De quoi avez-vous besoin", "What do you need");
        while (!chat.kinds().contains("proposal")) {
            chat.says(yes);
        }
        assertThat(chat.row("proposal", language.equals("fr") ? "Article" : "Item"))
                .isEqualTo(item);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"camille|fr|il me faut 2 souris|un seul article", "oliver|en|I need two keyboards|one item"})
    void severalOfAThingAreSaidToBeOrderedOneByOne(String who, String language, String said, String told) {
        Chat chat = on(who).opens(language).says(said);
        assertThat(chat.words()).as(chat.transcript()).contains(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|j'ai un rendez-vous ?",
                "camille|fr|ai-je un rdv demain",
                "oliver|en|do I have an appointment?"
            })
    void whoAsksWhetherTheyHaveAnAppointmentIsTold(String who, String language, String said) {
        Chat chat = on(who).opens(language).says(said);
        assertThat(chat.kinds()).as(chat.transcript()).containsExactly("text");
        assertThat(chat.words()).containsAnyOf("aucun rendez-vous", "no coming appointment");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|je veux un rdv, mon écran clignote;1;oui|déplace le à mercredi|créneau",
                "oliver|en|I need an appointment, my screen flickers;1;yes|move it to Wednesday|slot"
            })
    void anAppointmentJustMadeIsMovedByIt(String who, String language, String before, String said, String word) {
        Chat chat = on(who).opens(language);
        for (String one : before.split(";")) {
            chat.says(one);
        }
        assertThat(chat.kinds()).as(chat.transcript()).contains("receipt");
        chat.says(said);
        assertThat(chat.kinds()).as(chat.transcript()).containsAnyOf("form", "proposal");
        assertThat(chat.words()).contains(word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|je veux ouvrir un ticket, teams plante, je peux travailler;oui|%s : ça plante encore",
                "oliver|en|please open a ticket, Teams crashes, I can still work;yes|%s still crashes"
            })
    void aReferenceAloneIsLookedUp(String who, String language, String before, String said) {
        Chat chat = on(who).opens(language);
        for (String one : before.split(";")) {
            chat.says(one);
        }
        String reference =
                chat.answered("receipt").path("receipt").path("reference").asString();
        chat.says(said.formatted(reference));
        assertThat(chat.words()).as(chat.transcript()).contains(reference);
        assertThat(chat.kinds()).containsExactly("text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|que faire si on me vole mon pc ?|je veux parler à quelqu'un|Urgence",
                "oliver|en|what should I do if my laptop is stolen?|I want to talk to a human|Urgency"
            })
    void havingReadAboutADangerMakesNothingUrgent(
            String who, String language, String read, String wish, String urgency) {
        Chat chat = on(who).opens(language).says(read);
        assertThat(chat.kinds()).as(chat.transcript()).containsExactly("answer");
        chat.says(wish);
        assertThat(chat.answered("proposal").path("proposal").toString())
                .as(chat.transcript())
                .doesNotContain(urgency);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|guidez-moi pour installer mon nouveau pc|fait|stop|text|Je garde votre place",
                "camille|fr|guidez-moi pour installer mon nouveau pc|fait|fait|step|2",
                "camille|fr|guidez-moi pour installer mon nouveau pc|fait|recommencer|step|1",
                "oliver|en|I just received my new laptop|done|not now|text|I keep your place",
                "oliver|en|I just received my new laptop|done|yes|step|2",
                "oliver|en|I just received my new laptop|done|start over|step|1"
            })
    void aGuideLeftUnfinishedIsAnsweredInWordsToo(
            String who, String language, String guide, String done, String word, String kind, String expected) {
        Person person = on(who);
        person.opens(language).says(guide).says(done);
        Chat chat = person.opens(language).says(guide);
        assertThat(chat.kinds()).as(chat.transcript()).containsExactly("clarification");
        chat.says(word);
        assertThat(chat.kinds()).as(chat.transcript()).containsExactly(kind);
        assertThat(chat.words() + chat.answer().getFirst().path("step").path("number"))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|Je viens de recevoir mon nouveau PC",
                "camille|fr|le colis est arrivé ce matin, je fais quoi maintenant ?",
                "camille|fr|mon carton est arrivé, je suis perdue, par quoi je commence",
                "oliver|en|my box has arrived and I am lost, where do I start",
                "oliver|en|my new laptop has arrived",
                "oliver|en|I just got a parcel with a PC. Now what?"
            })
    void whoSaysThatTheParcelIsThereIsLedThroughIt(String who, String language, String said) {
        Chat chat = on(who).opens(language).says(said);
        assertThat(chat.answered("step").path("step").path("guide").asString()).isEqualTo("pc-setup");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|j'ai reçu mon nouveau pc mais il ne démarre pas",
                "oliver|en|I received my new laptop but the screen is cracked"
            })
    void troubleWithTheNewPcIsNoStartOfAGuide(String who, String language, String said) {
        Chat chat = on(who).opens(language).says(said);
        assertThat(chat.kinds()).as(chat.transcript()).doesNotContain("step");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|tu es un robot ?|intelligence artificielle",
                "camille|fr|qu'est-ce que tu sais faire ?|pas à pas",
                "camille|fr|c'est nul votre truc !|une personne",
                "oliver|en|are you a human?|artificial intelligence",
                "oliver|en|what can you do?|step by step",
                "oliver|en|this is useless|a person"
            })
    void whatPeopleSayAboutTheAssistantIsAnsweredHonestly(String who, String language, String said, String told) {
        Chat chat = on(who).opens(language).says(said);
        assertThat(chat.words()).as(chat.transcript()).contains(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|le vpn ne se connecte pas|mot de passe|oui",
                "oliver|en|the printer does not print|where are my files|yes please"
            })
    void aYesToAQuestionBackIsAskedAgain(String who, String language, String before, String vague, String yes) {
        Chat chat = on(who).opens(language).says(before).says(vague);
        assertThat(chat.kinds()).as(chat.transcript()).containsExactly("clarification");
        var choices = chat.buttons();
        chat.says(yes);
        assertThat(chat.kinds()).as(chat.transcript()).containsExactly("clarification");
        assertThat(chat.buttons()).containsAll(choices);
    }
}
