package org.mainforte.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;
import org.mainforte.site.Sites;

/** Words as people say them, in the knowledge base as it is: slips, signs, follow-ups, and what is not ours. */
@TestInstance(Lifecycle.PER_CLASS)
class PeoplesWordsTest {
    private static final SiteId STRASBOURG = new SiteId("strasbourg");

    private KnowledgeSearch search;

    @BeforeAll
    void read() {
        Path base = Path.of("knowledge-base");
        search = new KnowledgeSearch(
                new Library(new KnowledgeSettings(base)),
                Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ActingClock.PARIS),
                new Sites(base));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr|je me rapele plus mon mdp|password-forgotten-reset",
                "fr|jchange de tel samedi, authenticator ?|mfa-new-phone",
                "fr|la touche @ donne un guillemet|keyboard-language",
                "en|the @ key gives me a quote|keyboard-language",
                "en|my laptop gets swapped on monday and nothing is backed up|onedrive-backup-before-exchange",
                "fr|mon carton n'est pas arrivé|pc-not-received",
                "en|my box has not arrived yet|pc-not-received",
                "fr|mp2o|mp2o-explained",
                "en|mp2o|mp2o-explained"
            })
    void isAnsweredFrom(String language, String question, String article) {
        assertAnswered(language, question, null, article);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|my vpn won't connect from home|true",
                "fr|mon vpn ne veut pas se connecter|true",
                "fr|comment démarrer le vpn|false"
            })
    void whoTellsOfATroubleMeansWhatGoesWrong(String language, String question, boolean trouble) {
        Hit first =
                search.explained(question, Language.of(language), 1, STRASBOURG).getFirst();
        assertThat(first.article()).isEqualTo(trouble ? "vpn-problem" : "vpn-connect");
        Explanation why = Objects.requireNonNull(first.explanation());
        assertThat(why.trouble()).isEqualTo(trouble);
        assertThat(why.inWords()
                        .contains("It is about what goes wrong, and a trouble was told, which counts 3 % more."))
                .isEqualTo(trouble);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr|outlook-first-signin|et sur mon smartphone ?|mobile-mail-setup",
                "en|outlook-first-signin|and on my mobile?|mobile-mail-setup",
                "fr|webcam-problem|le micro non plus|headset-audio-problem",
                "fr|headset-audio-problem|la caméra aussi|webcam-problem",
                "fr|site-support-who|et à Nancy ?|nancy-onsite-presence",
                "fr|printer-problem|et pour en ajouter une autre ?|printer-add"
            })
    void aShortFollowUpIsAboutWhatItAdds(String language, String last, String question, String article) {
        assertAnswered(language, question, last, article);
    }

    private void assertAnswered(String language, String question, @Nullable String last, String article) {
        Decision decision = search.decide(question, Language.of(language), new Context(STRASBOURG, last));
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Found.class,
                        found -> assertThat(found.passage().article()).isEqualTo(article));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quel téléphone acheter pour ma fille",
                "combien coûte une tablette",
                "la livraison de mon canapé a du retard",
                "ma sœur cherche un portable pour ses études",
                "je voudrais poser ma journée de vendredi"
            })
    void isNoneOfOurs(String question) {
        assertThat(search.decide(question, Language.FR, new Context(STRASBOURG, null)))
                .isEqualTo(new Decision.Elsewhere());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "la livraison de mon PC a du retard",
                "j'ai dormi à l'hôtel, pris le train puis un taxi pour aller voir mon fils, et maintenant je n'ai plus"
                        + " le chargeur du portable, il est resté là-bas sur la table",
                "ma femme m'a appris à mettre mes mails sur le téléphone mais ça ne marche plus"
            })
    void isOurs(String question) {
        assertThat(search.decide(question, Language.FR, new Context(STRASBOURG, null)))
                .isNotEqualTo(new Decision.Elsewhere());
    }
}
