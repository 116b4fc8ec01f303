package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S2: save before the exchange, find everything again after it. */
class BackupJourneyTest extends JourneyTestBase {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|aidez moi a sauvegarder mes fichiers avant qu'on change mon pc|C'est fait|C'est terminé|8",
                "oliver|en|please guide me to back up my files before they swap my laptop|Done|you have reached the end|8",
                "camille|fr|pouvez vous m aider a retrouver mes documents sur le nouveau pc|C'est fait|C'est terminé|7",
                "oliver|en|help me step by step to get back my files on the new laptop|Done|you have reached the end|7"
            })
    void leadsToTheEnd(String who, String language, String said, String done, String end, int steps) {
        Chat chat = on(who).opens(language).says(said);
        for (int number = 1; number <= steps; number++) {
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
                "camille|fr|j ai recu le nouveau pc, je retrouve plus mes documents|onedrive-restore|Me guider : retrouver mes fichiers",
                "oliver|en|got the new laptop but my documents are gone??|onedrive-restore|Guide me: get my files back",
                "camille|fr|je sauvegarde comment sur onedrive avant le changement de pc|onedrive|Me guider : sauvegarde"
            })
    void aQuestionLeadsToTheGuide(String who, String language, String said, String article, String guide) {
        Chat chat = on(who).opens(language).says(said);
        assertThat(chat.answered("answer")
                        .path("sources")
                        .path(0)
                        .path("article")
                        .asString())
                .as(chat.transcript())
                .startsWith(article);
        assertThat(chat.presses(guide)
                        .answered("step")
                        .path("step")
                        .path("number")
                        .asInt())
                .isEqualTo(1);
    }
}
