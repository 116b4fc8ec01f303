package org.mainforte.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;

/** Real words, as people type them, over a few articles. */
class KnowledgeSearchTest {
    private static final SiteId NANCY = new SiteId("nancy");
    private static final SiteId DIJON = new SiteId("dijon");

    @TempDir
    static Path folder;

    private static KnowledgeSearch search;

    @BeforeAll
    static void load() {
        search = new SampleBase(folder).search();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
        elision,              l'imprimante d'étage,                    printer-add
        lost apostrophe,      linstallation de limprimante,            printer-add
        accents missing,      installer l imprimante de l etage,       printer-add
        plural,               les imprimantes,                         printer-add
        typo,                 inprimante,                              printer-add
        heard spelling,       j'ai perdu mon mot de passse,            password-forgotten
        abbreviation,         mdp oublié,                              password-forgotten
        text message,         g oublier mon mdp,                       password-forgotten
        synonym,              outlook vide sur mon ordi,               outlook-first
        hyphen,               wi-fi,                                   wifi-problem
        two words,            wi fi,                                   wifi-problem
        in capitals,          WIFI COUPE !!,                           wifi-problem
        code in hexadecimal,  erreur 0x8004010F,                       outlook-first
        code of the sign-in,  AADSTS50058 que faire,                   password-forgotten
        two languages,        mon headset est broken,                  headset-broken
        buried in a story,    'bonjour, hier ma collègue est partie et ce matin en arrivant au bureau la batterie se vide',battery
        """)
    void finds(String kind, String query, String article) {
        assertThat(search.search(query, Language.FR, 3).getFirst().article())
                .as(kind)
                .isEqualTo(article);
    }

    @Test
    void aHitPointsAtASectionInTheAskedLanguage() {
        Hit hit = search.search("wifi keeps dropping", Language.EN, 1).getFirst();
        assertThat(hit.language()).isEqualTo(Language.EN);
        assertThat(hit.url()).isEqualTo("/kb/en/wifi-problem#what-to-do");
        assertThat(hit.sectionTitle()).isEqualTo("What to do");
        assertThat(hit.snippet()).isEqualTo("Restart the box and forget the network.");
        assertThat(hit.explanation()).isNull();
    }

    @Test
    void anotherSectionIsChosenWhenItIsClearlyAskedFor() {
        assertThat(search.search("Outlook hors connexion dans le train", Language.FR, 1)
                        .getFirst()
                        .section())
                .isEqualTo("offline-train");
    }

    @Test
    void anArticleThatExistsInOneLanguageIsFoundInTheOther() {
        assertThat(search.search("battery", Language.EN, 1)).isNotEmpty();
        assertThat(search.search("casque", Language.FR, 1).getFirst().language())
                .isEqualTo(Language.EN);
    }

    @Test
    void whatIsForOneSiteIsFoundThereOnly() {
        assertThat(articles("présence du technicien", NANCY)).first().isEqualTo("nancy-presence");
        assertThat(articles("présence du technicien", DIJON)).doesNotContain("nancy-presence");
    }

    @Test
    void unlessThatSiteIsAskedAbout() {
        assertThat(articles("présence du technicien à Nancy ?", DIJON)).first().isEqualTo("nancy-presence");
        assertThat(articles("présence du technicien à Lyon ?", NANCY)).doesNotContain("nancy-presence");
    }

    @Test
    void whatIsNoLongerValidIsNotFound() {
        assertThat(articles("campagne de changement d'écran moniteur", NANCY)).doesNotContain("old-campaign");
        assertThat(search.section("old-campaign", Language.FR, "what-to-do")).isEmpty();
    }

    private static List<String> articles(String query, SiteId site) {
        return search.search(query, Language.FR, 10, site).stream()
                .map(Hit::article)
                .toList();
    }

    @Test
    void answersAForeseenQuestionWithItsPassage() {
        Decision decision = search.decide("je ne sais plus mon mot de passe", Language.FR, new Context(DIJON, null));
        assertThat(decision).isInstanceOfSatisfying(Decision.Found.class, found -> {
            assertThat(found.passage().article()).isEqualTo("password-forgotten");
            assertThat(found.passage().text()).isEqualTo("Ouvrez la page de réinitialisation.");
        });
    }

    @ParameterizedTest
    @CsvSource({"zoubida blurg flarp", "???", "''"})
    void knowsThatItDoesNotKnow(String question) {
        assertThat(search.decide(question, Language.FR, new Context(DIJON, null)))
                .isInstanceOf(Decision.Nothing.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Quel vin avec une raclette ?,FR",
        "ma fiche de paie est fausse,FR",
        "Quelle est la capitale de l'Australie ?,FR",
        "what is a good wine with fish,EN",
        "how many annual leave days do I have left,EN"
    })
    void seesAnotherSubject(String question, Language language) {
        assertThat(search.decide(question, language, new Context(DIJON, null))).isInstanceOf(Decision.Elsewhere.class);
    }

    /** A word of another subject does not make it one. */
    @ParameterizedTest
    @CsvSource({
        "mon chien aboie parce que le Wi-Fi ne marche pas,wifi-problem",
        "mon chat a débranché l'imprimante comment l'ajouter,printer-add"
    })
    void staysWithOurSubject(String question, String article) {
        assertThat(search.decide(question, Language.FR, new Context(DIJON, null)))
                .isInstanceOfSatisfying(
                        Decision.Found.class,
                        found -> assertThat(found.passage().article()).isEqualTo(article));
    }

    @Test
    void aTitleIsNoTie() {
        assertThat(search.decide("presence du technicien a nancy !", Language.FR, new Context(NANCY, null)))
                .isInstanceOf(Decision.Found.class);
    }

    @Test
    void whatStandsByItselfDoesNotLean() {
        var context = new Context(DIJON, "outlook-first");
        assertThat(search.decide("et pour ajouter une imprimante ?", Language.FR, context))
                .isInstanceOfSatisfying(
                        Decision.Found.class,
                        found -> assertThat(found.passage().article()).isEqualTo("printer-add"));
    }

    @Test
    void aShortFollowUpLeansOnTheArticleBefore() {
        var context = new Context(DIJON, "outlook-first");
        assertThat(search.decide("et sur le téléphone ?", Language.FR, context))
                .isInstanceOfSatisfying(
                        Decision.Found.class,
                        found -> assertThat(found.passage().article()).isEqualTo("mobile-mail"));
    }
}
