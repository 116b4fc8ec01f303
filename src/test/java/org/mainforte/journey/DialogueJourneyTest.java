package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How people really talk: two things at once, a change of mind, another language, something in between. */
class DialogueJourneyTest extends JourneyTestBase {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|il me faudrait un clavier et aussi un rdv avec un technicien|oui|Clavier|Prendre rendez-vous",
                "oliver|en|I need a new keyboard and also an appointment with a technician|yes|Keyboard|Book an appointment"
            })
    void ofTwoWishesNeitherIsLost(String who, String language, String said, String yes, String first, String second) {
        Person person = on(who);
        Chat chat = person.opens(language).says(said);
        assertThat(chat.words()).as(chat.transcript()).contains(second);
        chat.says(yes).says(yes);
        assertThat(chat.kinds()).as(chat.transcript()).contains("receipt", "form");
        assertThat(chat.answered("receipt").path("receipt").path("details").toString())
                .contains(first);
        assertThat(chat.words()).contains(second);
        assertThat(person.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|je veux commander un clavier|finalement non",
                "camille|fr|je veux commander un clavier|laisse tomber",
                "camille|fr|je veux commander un clavier;oui|non finalement",
                "camille|fr|je veux commander un clavier;oui|en fait non j'en veux plus",
                "camille|fr|je veux ouvrir un ticket|non merci",
                "camille|fr|je veux ouvrir un ticket;teams plante sans arrêt|finalement non",
                "camille|fr|je veux ouvrir un ticket;teams plante, je peux plus travailler|annule",
                "camille|fr|je voudrais un rdv avec un technicien|finalement pas la peine",
                "camille|fr|je voudrais un rdv avec un technicien;mon écran clignote|non",
                "camille|fr|je dois rendre mon vieux pc;oui|finalement non",
                "camille|fr|je veux parler à quelqu'un|non merci",
                "oliver|en|I need a new keyboard|never mind",
                "oliver|en|I need a new keyboard;yes|actually no",
                "oliver|en|please open a ticket|forget it",
                "oliver|en|please open a ticket;Teams crashes, I cannot work|I changed my mind",
                "oliver|en|I need a technician appointment;my screen flickers|cancel that",
                "oliver|en|I want to talk to a human|no thanks"
            })
    void whoLetsGoLeavesNothingBehind(String who, String language, String said, String no) {
        Person person = on(who);
        Chat chat = person.opens(language);
        for (String one : said.split(";")) {
            chat.says(one);
        }
        chat.says(no);
        assertThat(chat.kinds()).as(chat.transcript()).containsExactly("notice");
        chat.says(language.equals("fr") ? "oui" : "yes");
        assertThat(person.traces()).as(chat.transcript()).isEmpty();
        assertThat(chat.whole().has("draft") && !chat.whole().path("draft").isNull())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|mon ordi est mort|j'ai essayé, ça marche toujours pas, il me faut quelqu'un vite",
                "oliver|en|my laptop is dead|tried it, still not working, I need someone quick"
            })
    void whoAsksForSomebodyBesideSomethingElseGetsSomebody(String who, String language, String said, String cry) {
        Chat chat = on(who).opens(language).says(said).says(cry);
        assertThat(chat.kinds()).as(chat.transcript()).contains("handover");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"camille|fr|imprimante|ça marche toujours pas", "oliver|en|vpn|still doesn't work"})
    void whoDoesNotAnswerWhichIsAskedOnceMoreAndThenGetsPeople(String who, String language, String said, String still) {
        Chat chat = on(who).opens(language).says(said);
        assertThat(chat.kinds()).as(chat.transcript()).containsExactly("clarification");
        chat.says(still);
        assertThat(chat.kinds()).as(chat.transcript()).containsExactly("clarification");
        chat.says(still);
        assertThat(chat.kinds()).as(chat.transcript()).containsExactly("handover");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|je veux commander un clavier;oui|oui mais pas tout de suite",
                "camille|fr|je veux commander un clavier;oui|oui mais c'est combien ?",
                "camille|fr|je veux commander un clavier;oui|ok attends je réfléchis",
                "camille|fr|je veux commander un clavier;oui|peut-être",
                "oliver|en|I need a new keyboard;yes|yes but not right now",
                "oliver|en|I need a new keyboard;yes|yes, is it free?",
                "oliver|en|I need a new keyboard;yes|not sure yes"
            })
    void aHalfYesIsNoYes(String who, String language, String said, String half) {
        Person person = on(who);
        Chat chat = person.opens(language);
        for (String one : said.split(";")) {
            chat.says(one);
        }
        chat.says(half);
        assertThat(person.traces()).as(chat.transcript()).isEmpty();
        // The card still waits, and a plain yes decides it.
        chat.says(language.equals("fr") ? "Oui !" : "Yes.");
        assertThat(person.requests()).as(chat.transcript()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|oui",
                "camille|fr|OUI",
                "camille|fr|ok",
                "camille|fr|d'accord",
                "camille|fr|je confirme",
                "oliver|en|yes",
                "oliver|en|yes please",
                "oliver|en|go ahead"
            })
    void aPlainYesConfirms(String who, String language, String yes) {
        Person person = on(who);
        Chat chat = person.opens(language)
                .says(language.equals("fr") ? "je veux commander un clavier" : "I need a new keyboard")
                .says(language.equals("fr") ? "oui" : "yes");
        assertThat(chat.kinds()).contains("proposal");
        chat.says(yes);
        assertThat(person.requests()).hasSize(1);
    }

    @Test
    void theLanguageMayChangeInTheMiddle() {
        Person oliver = on("oliver");
        Chat chat = oliver.opens("en").says("I need a new keyboard");
        assertThat(chat.answer().getLast().path("language").asString()).isEqualTo("en");
        chat.says("en fait je voudrais plutôt parler français, où en est mon ticket ?");
        assertThat(chat.answer().getLast().path("language").asString()).isEqualTo("fr");
        assertThat(chat.words()).contains("Vous n'avez aucun ticket");
        chat.presses("Reprendre ma demande").says("oui");
        assertThat(chat.row("proposal", "Article")).isEqualTo("Clavier");
        chat.says("yes please, that's what I want");
        assertThat(chat.answer().getLast().path("language").asString()).isEqualTo("en");
        chat.says("yes");
        assertThat(oliver.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|je veux ouvrir un ticket|au fait comment je change mon mot de passe ?|Reprendre ma demande|teams plante tout le temps",
                "oliver|en|please open a ticket|by the way how do I change my password?|Back to my request|Teams crashes all the time"
            })
    void aQuestionInBetweenDoesNotLoseTheForm(
            String who, String language, String said, String question, String back, String then) {
        Chat chat = on(who).opens(language).says(said).says(question);
        assertThat(chat.answered("answer")
                        .path("sources")
                        .path(0)
                        .path("article")
                        .asString())
                .contains("password");
        assertThat(chat.buttons()).contains(back);
        chat.presses(back);
        assertThat(chat.kinds()).contains("form");
        chat.says(then);
        assertThat(chat.kinds()).as(chat.transcript()).containsAnyOf("form", "proposal");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|zoubida blurg flarp|qsdfjk mlkjf wxcvb|Parler à une personne",
                "oliver|en|zoobida blurg flarp|qwfpgj zxcdv bkhm|Talk to a person"
            })
    void whatIsUnknownIsSaidAndASecondTimeAPersonIsOffered(
            String who, String language, String said, String again, String human) {
        Chat chat = on(who).opens(language).says(said);
        assertThat(chat.kinds()).as(chat.transcript()).containsExactly("unknown");
        assertThat(chat.buttons()).contains(human);
        String first = chat.words();
        chat.says(again);
        assertThat(chat.kinds()).as(chat.transcript()).containsExactly("unknown");
        assertThat(chat.words()).isNotEqualTo(first);
        assertThat(chat.buttons()).first().isEqualTo(human);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|tu connais une recette de gâteau au yaourt ?",
                "camille|fr|il pleut demain ou pas, la météo dit quoi ?",
                "camille|fr|raconte moi une blague",
                "oliver|en|what's the weather tomorrow?",
                "oliver|en|who will win the election?",
                "oliver|en|give me a cake recipe"
            })
    void otherSubjectsAreDeclined(String who, String language, String said) {
        Chat chat = on(who).opens(language).says(said);
        assertThat(chat.kinds()).as(chat.transcript()).containsExactly("out-of-scope");
    }
}
