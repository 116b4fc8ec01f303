package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S6, S10, S11: procedures people do alone, from the first words to the end, and out of them when they fail. */
class GuidesJourneyTest extends JourneyTestBase {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|guidez moi svp pour rendre mon vieux pc|pc-return|C'est fait|C'est terminé|7",
                "oliver|en|walk me through giving back my old laptop|pc-return|Done|you have reached the end|7",
                "camille|fr|aidez moi a mettre authenticator sur mon nouveau tel|mfa-new-phone|C'est fait|C'est terminé|8",
                "oliver|en|help me get authenticator onto my new phone|mfa-new-phone|Done|you have reached the end|8",
                "camille|fr|guidez moi pour le vpn|vpn-connect|C'est fait|C'est terminé|6",
                "oliver|en|walk me through the vpn please|vpn-connect|Done|you have reached the end|6",
                "camille|fr|accompagnez moi pour regler mon casque|headset-audio|C'est fait|C'est terminé|6",
                "oliver|en|step by step for my headset pls|headset-audio|Done|you have reached the end|6"
            })
    void leadsToTheEnd(String who, String language, String said, String guide, String done, String end, int steps) {
        Chat chat = on(who).opens(language).says(said);
        for (int number = 1; number <= steps; number++) {
            assertThat(chat.answered("step").path("step").path("guide").asString())
                    .as(chat.transcript())
                    .isEqualTo(guide);
            assertThat(chat.answered("step").path("step").path("number").asInt())
                    .as(chat.transcript())
                    .isEqualTo(number);
            assertThat(chat.answered("step").path("step").path("of").asInt()).isEqualTo(steps);
            chat.presses(done);
        }
        assertThat(chat.words()).contains(end);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "thomas|fr|comment changer de telephone pour authenticator|mfa-new-phone|Me guider : nouveau téléphone|mfa-new-phone",
                "oliver|en|getting a new phone tomorrow, what about authenticator|mfa-new-phone|Guide me: new phone|mfa-new-phone",
                "thomas|fr|comment rendre mon ancien pc|old-pc-return|Me guider : rendre l'ancien PC|pc-return",
                "oliver|en|how do I return the old laptop|old-pc-return|Guide me: return the old PC|pc-return",
                "thomas|fr|comment lancer le vpn de chez moi|vpn-connect|Me guider : VPN|vpn-connect",
                "oliver|en|how do I start the vpn from home|vpn-connect|Guide me: VPN|vpn-connect",
                "thomas|fr|personne ne m'entend dans teams avec mon casque|headset-audio-problem|Me guider : casque|headset-audio",
                "oliver|en|no sound in my headset during teams calls|headset-audio-problem|Guide me: headset|headset-audio"
            })
    void aQuestionLeadsToTheGuide(
            String who, String language, String said, String article, String button, String guide) {
        Chat chat = on(who).opens(language).says(said);
        assertThat(chat.answered("answer")
                        .path("sources")
                        .path(0)
                        .path("article")
                        .asString())
                .as(chat.transcript())
                .isEqualTo(article);
        assertThat(chat.buttons()).as(chat.transcript()).startsWith(button);
        chat.presses(button);
        assertThat(chat.answered("step").path("step").path("guide").asString()).isEqualTo(guide);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|guidez moi pour rendre mon ancien pc|Guide : Sauvegarder mes fichiers avant l'échange|Arrêter|reprendre",
                "camille|en|guide me through returning my old pc|Guide: Saving my files before the exchange|Stop|resume"
            })
    void beforeTheReturnTheFilesAreBroughtToSafety(
            String who, String language, String said, String backup, String stop, String resume) {
        Chat chat = on(who).opens(language).says(said);
        assertThat(chat.buttons()).contains(backup);
        chat.presses(backup);
        assertThat(chat.answered("step").path("step").path("guide").asString()).isEqualTo("onedrive-backup");
        for (int step = 1; step <= 8; step++) {
            chat.says(language.equals("fr") ? "fait" : "done");
        }
        chat.says(resume);
        assertThat(chat.answered("step").path("step").path("guide").asString())
                .as(chat.transcript())
                .isEqualTo("pc-return");
        assertThat(chat.answered("step").path("step").path("number").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|guidez moi pour rendre mon ancien pc|fait|Rendre l'ancien PC|oui|Enlèvement|mardi 24 novembre|Reprendre : étape 5 sur 7|Numéro de série",
                "camille|en|guide me through returning my old pc|done|Return the old PC|yes|Pick-up|Tuesday 24 November|Resume: step 5 of 7|Serial number"
            })
    void theReturnIsDraftedInsideTheGuideAndTheGuideWaits(
            String who,
            String language,
            String said,
            String done,
            String ask,
            String yes,
            String mode,
            String day,
            String resume,
            String serial) {
        Person person = on(who);
        Chat chat = person.opens(language).says(said).says(done).says(done);
        assertThat(chat.words()).contains("5CG2140KTR");
        chat.says(done).says(done).presses(ask).says(yes).presses(mode).picks("date", day);
        assertThat(chat.row("proposal", serial)).isEqualTo("5CG2140KTR");
        assertThat(person.requests()).isEmpty();
        chat.says(yes);
        String reference =
                chat.answered("receipt").path("receipt").path("reference").asString();
        assertThat(chat.buttons()).as(chat.transcript()).contains(resume);
        chat.presses(resume);
        assertThat(chat.answered("step").path("step").path("number").asInt()).isEqualTo(5);
        chat.says(done);
        assertThat(chat.words()).as("what is recorded").contains(reference, day);
        assertThat(person.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "thomas|fr|aidez moi a mettre authenticator sur mon nouveau telephone|ca marche pas|Toujours bloqué|Ouvrir un ticket,Prendre rendez-vous,Parler à une personne",
                "oliver|en|help me put authenticator on my new phone|it doesn't work|Still stuck|Open a ticket,Book an appointment,Talk to a person",
                "thomas|fr|guidez moi pour le vpn|ca marche pas|Toujours bloqué|Ouvrir un ticket,Prendre rendez-vous,Parler à une personne",
                "oliver|en|walk me through the vpn|it doesn't work|Still stuck|Open a ticket,Book an appointment,Talk to a person",
                "thomas|fr|accompagnez moi pour mon casque|ca marche pas|Toujours bloqué|Ouvrir un ticket,Prendre rendez-vous,Parler à une personne",
                "oliver|en|step by step for my headset|it doesn't work|Still stuck|Open a ticket,Book an appointment,Talk to a person",
                "thomas|fr|guidez moi pour rendre mon ancien pc|ca marche pas|Toujours bloqué|Ouvrir un ticket,Prendre rendez-vous,Parler à une personne",
                "oliver|en|guide me through returning the old laptop|it doesn't work|Still stuck|Open a ticket,Book an appointment,Talk to a person"
            })
    void aStepThatFailsLeadsToHelpThenToPeople(
            String who, String language, String said, String fails, String still, String ways) {
        Chat chat = on(who).opens(language).says(said).says(fails);
        assertThat(chat.answered("step").path("text").asString()).contains("- **");
        chat.presses(still);
        assertThat(chat.buttons()).as(chat.transcript()).contains(ways.split(","));
    }
}
