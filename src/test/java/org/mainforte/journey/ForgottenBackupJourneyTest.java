package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S3: nothing was saved, and the fear of losing work. */
class ForgottenBackupJourneyTest extends JourneyTestBase {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|jai oublié de sauvegarder avant de changer de pc, j ai tout perdu???|Gardez l'ancien PC|Prendre rendez-vous",
                "oliver|en|oh no I forgot to back up my old laptop before the swap, is everything lost?|Keep the old PC|Book an appointment"
            })
    void saysToKeepTheOldPcAndOffersAnAppointment(
            String who, String language, String said, String keep, String appointment) {
        Chat chat = on(who).opens(language).says(said);
        assertThat(chat.answered("answer")
                        .path("sources")
                        .path(0)
                        .path("article")
                        .asString())
                .as(chat.transcript())
                .isEqualTo("backup-forgotten");
        assertThat(chat.words()).contains(keep);
        assertThat(chat.buttons()).contains(appointment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camille|fr|je dois rendre mon vieux pc|non|gardez-le|mes fichiers sont encore sur l'ancien pc|mardi à 10h|oui",
                "camille|en|I have to return my old laptop|no|keep it|my files are still on the old laptop|Tuesday at 10:00|yes"
            })
    void theOldPcIsNotReturnedBeforeItsFilesAreSafe(
            String who, String language, String said, String no, String keep, String reason, String slot, String yes) {
        Person person = on(who);
        Chat chat = person.opens(language).says(said).says(no);
        assertThat(chat.words()).containsIgnoringCase(keep);
        assertThat(person.traces()).isEmpty();
        chat.says(language.equals("fr") ? "je voudrais un rdv avec un technicien" : "I need a technician appointment");
        chat.says(reason);
        chat.says(slot).says(yes);
        assertThat(chat.answered("receipt").path("receipt").path("kind").asString())
                .as(chat.transcript())
                .isEqualTo("appointment");
        assertThat(person.appointments()).hasSize(1);
        assertThat(person.requests()).isEmpty();
    }
}
