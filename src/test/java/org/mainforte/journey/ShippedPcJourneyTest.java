package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S1: the PC came by parcel and its user sets it up alone. */
class ShippedPcJourneyTest extends JourneyTestBase {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|vous pouvez m aider a installer mon nouvel ordi?? je panique|C'est fait|C'est terminé|Rendre l'ancien PC",
                "oliver|en|hi, can you help me set up my new laptop, I'm a bit lost|Done|you have reached the end|Return the old PC"
            })
    void leadsToTheEnd(String who, String language, String said, String done, String end, String next) {
        Chat chat = on(who).opens(language).says(said);
        int of = chat.answered("step").path("step").path("of").asInt();
        assertThat(of).isEqualTo(12);
        for (int number = 1; number <= of; number++) {
            assertThat(chat.answered("step").path("step").path("number").asInt())
                    .as(chat.transcript())
                    .isEqualTo(number);
            chat.presses(done);
        }
        assertThat(chat.words()).contains(end);
        assertThat(chat.buttons()).contains(next);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|guidez moi svp pour mettre en route mon nouveau pc|fait|ca marche pas|Toujours bloqué|Ouvrir un ticket|Un autre, ou aucun|Je ne peux pas travailler|oui|Étape atteinte|étape 2 sur 12",
                "oliver|en|walk me through setting up my new pc please|done|it doesn't work|Still stuck|Open a ticket|Another one, or none|I cannot work|yes|Step reached|step 2 of 12"
            })
    void aStepThatFailsTwiceBecomesATicketWithTheStep(
            String who,
            String language,
            String said,
            String done,
            String fails,
            String still,
            String open,
            String device,
            String urgency,
            String yes,
            String label,
            String where) {
        Person person = on(who);
        Chat chat = person.opens(language).says(said).says(done).says(fails);
        assertThat(chat.answered("step").path("step").path("number").asInt()).isEqualTo(2);
        chat.presses(still).presses(open);
        if (chat.buttons().contains(device)) {
            chat.presses(device);
        }
        chat.presses(urgency);
        assertThat(Chat.plain(chat.row("proposal", label))).contains(where);
        assertThat(person.tickets()).isEmpty();
        chat.says(yes);
        String reference =
                chat.answered("receipt").path("receipt").path("reference").asString();
        assertThat(person.tickets()).singleElement().satisfies(ticket -> {
            assertThat(ticket.path("reference").asString()).isEqualTo(reference);
            assertThat(ticket.path("urgency").asString()).isEqualTo("urgent");
            assertThat(ticket.path("conversation").asString()).isEqualTo(chat.id());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|aidez moi a installer mon nouveau pc|C'est fait|j'en suis où ?",
                "oliver|en|help me set up my new computer|Done|where was I?"
            })
    void goesOnWithTheSameStepOnAPhone(String who, String language, String said, String done, String where) {
        Person person = on(who);
        Chat chat = person.opens(language).says(said).presses(done).presses(done);
        Chat phone = person.phone(chat).says(where);
        assertThat(phone.id()).isEqualTo(chat.id());
        assertThat(phone.answered("step").path("step").path("number").asInt()).isEqualTo(3);
        phone.presses(done);
        assertThat(chat.whole()
                        .path("messages")
                        .path(chat.all().size() - 1)
                        .path("step")
                        .path("number")
                        .asInt())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|aidez moi a installer mon nouveau pc svp|C'est fait|Arrêter|on reprend",
                "oliver|en|help me install my new laptop|Done|Stop|let's resume"
            })
    void stopsAndResumesInAnotherConversation(
            String who, String language, String said, String done, String stop, String resume) {
        Person person = on(who);
        Chat chat = person.opens(language).says(said).presses(done);
        chat.presses(stop);
        assertThat(chat.answered("text").path("choices").isEmpty()).isFalse();
        Chat later = person.at("2026-11-24T08:10:00+01:00").opens(language).says(resume);
        assertThat(later.answered("step").path("step").path("number").asInt())
                .as(later.transcript())
                .isEqualTo(2);
    }

    @Test
    void aQuestionInBetweenIsAnsweredAndTheGuideWaits() {
        Chat chat = on("camille")
                .opens("fr")
                .says("aidez moi a installer mon nouveau pc")
                .presses("C'est fait");
        chat.says("au fait comment je change mon mot de passe ?");
        assertThat(chat.answered("answer")
                        .path("sources")
                        .path(0)
                        .path("article")
                        .asString())
                .contains("password");
        assertThat(chat.buttons()).contains("Reprendre : étape 2 sur 12");
        chat.presses("Reprendre");
        assertThat(chat.answered("step").path("step").path("number").asInt()).isEqualTo(2);
    }

    @Test
    void theGuideKnowsThisParcel() {
        Chat chat = on("camille")
                .opens("fr")
                .says("aidez moi a installer mon nouveau pc")
                .presses("C'est fait");
        assertThat(chat.words()).contains("MP2O-24071", "5CG4471MBX");
    }
}
