package org.mainforte.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;

/** Which section of the right article people are shown, in the knowledge base as it is. */
@TestInstance(Lifecycle.PER_CLASS)
class SectionChoiceTest {
    private static final Context STRASBOURG = new Context(new SiteId("strasbourg"), null);

    private KnowledgeSearch search;

    @BeforeAll
    void read() {
        var library = new Library(new KnowledgeSettings(Path.of("knowledge-base")));
        search = new KnowledgeSearch(library, Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ActingClock.PARIS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr|comment avoir mes mails pro sur le téléphone|mobile-mail-setup|what-to-do",
                "fr|mon compte est bloqué suite à trop d'essais|account-locked|what-to-do",
                "fr|j'ai supprimé un dossier par erreur dans onedrive|onedrive-deleted-files|what-to-do",
                "en|how do i update my password before it runs out|password-change|what-to-do",
                "fr|wifi hotel connexion|wifi-connect|public",
                "en|can I use my phone's hotspot with the work laptop|wifi-connect|phone-hotspot",
                "en|paper jam, what now|printer-problem|paper-jam",
                "fr|signature outlook perdue nouveau pc|outlook-pst-signatures|signatures",
                "fr|Code 0x80180014 pendant la config du nouveau poste|autopilot-stuck-error|error-codes"
            })
    void showsWhatToDoUnlessAnotherSectionIsAskedForByItsHeading(
            String language, String question, String article, String section) {
        Decision decision = search.decide(question, Language.of(language), STRASBOURG);
        assertThat(decision).isInstanceOfSatisfying(Decision.Found.class, found -> {
            assertThat(found.passage().article()).isEqualTo(article);
            assertThat(found.passage().section()).isEqualTo(section);
        });
    }
}
