package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S21: a person is one click away in every state, and distress is met with care. */
class PersonJourneyTest extends JourneyTestBase {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|je veux parler à quelqu'un|2026-11-23T09:00:00+01:00|jusqu'à 18 h|oui",
                "camille|fr|je veux parler a quelqu un de reel|2026-11-23T21:30:00+01:00|rouvre mardi 24 novembre à 8 h|oui",
                "camille|fr|un humain svp|2026-11-27T18:30:00+01:00|rouvre lundi 30 novembre à 8 h|oui",
                "oliver|en|I want to talk to a human|2026-11-23T09:00:00+01:00|until 18:00|yes",
                "oliver|en|can I speak to a real person please|2026-11-28T11:00:00+01:00|opens again Monday 30 November at 08:00|yes"
            })
    void saysWhoAnswersAtThisHourAndPreparesTheCall(
            String who, String language, String said, String now, String honest, String yes) {
        Person person = on(who).at(now);
        Chat chat = person.opens(language).says(said);
        assertThat(chat.answered("handover").path("text").asString()).isNotBlank();
        assertThat(chat.words()).contains(honest);
        assertThat(chat.answered("proposal").path("proposal").path("request").asString())
                .isEqualTo("callback");
        assertThat(person.traces()).isEmpty();
        chat.says(yes);
        assertThat(person.tickets()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|va te faire voir sale machine|Parler à une personne",
                "camille|fr|sale con de robot !!|Parler à une personne",
                "oliver|en|go to hell stupid thing|Talk to a person",
                "oliver|en|shut up you dumb bot|Talk to a person"
            })
    void anInsultIsAnsweredCalmlyWithAWayToPeople(String who, String language, String said, String person) {
        Chat chat = on(who).opens(language).says(said);
        assertThat(chat.kinds()).as(chat.transcript()).containsExactly("out-of-scope");
        assertThat(chat.buttons()).contains(person);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr|je veux commander un clavier",
                "fr|je voudrais un rdv avec un technicien svp",
                "fr|aidez moi a installer mon nouveau pc",
                "fr|mon vpn marche pas",
                "fr|je dois rendre mon vieux pc",
                "fr|on m'a volé mon pc",
                "en|please open a ticket",
                "en|I need a new keyboard",
                "en|help me set up my new laptop"
            })
    void isOneClickAwayWhateverIsUnderWay(String language, String said) {
        Chat chat = on("camille").opens(language).says(said);
        chat.presses(language.equals("fr") ? "Parler à une personne" : "Talk to a person");
        assertThat(chat.kinds()).as(chat.transcript()).contains("handover", "proposal");
        chat.says(language.equals("fr") ? "non" : "no");
        assertThat(on("camille").traces()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|aidez moi a installer mon nouveau pc|C'est fait|passez moi quelqu'un|non|Reprendre|step",
                "camille|fr|je veux commander un clavier||passez moi quelqu'un|non||form",
                "oliver|en|help me set up my new laptop|Done|I want a human|no|Resume|step",
                "oliver|en|I need a new keyboard||I want a human|no||form"
            })
    void whoChangesTheirMindGoesOnWhereTheyWere(
            String who,
            String language,
            String said,
            @Nullable String press,
            String person,
            String no,
            @Nullable String back,
            String kind) {
        Chat chat = on(who).opens(language).says(said);
        if (press != null) {
            chat.presses(press);
        }
        chat.says(person).says(no);
        if (back != null) {
            chat.presses(back);
        }
        assertThat(chat.kinds()).as(chat.transcript()).contains(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|je suis à bout, j'en peux plus de tout ça, je pleure devant mon pc|3114|L'informatique peut attendre",
                "oliver|en|I can't take it anymore, I'm crying at my desk|3114|IT can wait"
            })
    void distressIsMetWithCare(String who, String language, String said, String listens, String waits) {
        Person person = on(who);
        Chat chat = person.opens(language).says(said);
        assertThat(chat.words()).contains(listens, waits);
        assertThat(chat.kinds()).startsWith("handover").doesNotContain("answer", "step");
        assertThat(person.traces()).isEmpty();
    }

    @Test
    void theDeskOpensAndClosesAsTheWorldSays() {
        mainforte.world("{\"deskHours\":{\"open\":\"10:00\",\"close\":\"16:00\",\"days\":\"mon-fri\"}}");
        Person camille = mainforte.person("camille");
        assertThat(camille.at(MONDAY).opens("fr").says("un humain svp").words())
                .contains("rouvre lundi 23 novembre à 10 h");
        assertThat(camille.at("2026-11-23T10:00:00+01:00")
                        .opens("fr")
                        .says("un humain svp")
                        .words())
                .contains("jusqu'à 16 h");
        assertThat(camille.at("2026-11-23T16:00:00+01:00")
                        .opens("fr")
                        .says("un humain svp")
                        .words())
                .contains("rouvre mardi 24 novembre à 10 h");
    }
}
