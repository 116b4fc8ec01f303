package org.mainforte.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mainforte.kernel.Language;

/** What presses and what is nothing of ours is heard in words that stand in no example. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntentsTest {
    private Intents intents = new Intents(Shelf.EMPTY);

    @BeforeAll
    void learn() {
        var library = new Library(new KnowledgeSettings(Path.of("knowledge-base")));
        library.refresh();
        intents = new Intents(library.shelf());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "person|J'aimerais autant qu'un de vos collègues prenne le relais maintenant",
                "person|could somebody from your team just phone my desk please",
                "battery-swollen-safety|le capot s'est soulevé tout seul et la coque fait une bosse en dessous",
                "battery-swollen-safety|the charger brick started smoking and there is a burnt plastic smell",
                "lost-stolen-pc|on a fracturé ma voiture cette nuit et la sacoche avec l'ordi de la boîte a disparu",
                "lost-stolen-pc|my backpack with the work laptop was snatched at the airport",
                "mobile-lost-stolen|mon téléphone de service est resté dans un taxi et le chauffeur ne répond pas",
                "phishing-clicked|j'ai saisi mes identifiants sur la page du lien et je crois que ce n'était pas la vraie",
                "phishing-clicked|a man from support had me install a program and now he moves my mouse",
                "distress|je n'en peux plus, je pleure depuis ce matin devant cet écran",
                "person|un humain svp",
                "person|Excel dit produit sans licence. La clôture est vendredi. J'ai redémarré trois fois. Je voudrais qu'un collègue m'appelle."
            })
    void whatPressesIsHeard(String what, String message) {
        assertThat(intents.pressing(message)).contains(what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ma batterie ne tient qu'une heure, c'est normal ?",
                "the fan is loud when I have many tabs open",
                "Comment appeler un collègue dans Teams ?",
                "je ne retrouve plus le fichier que j'ai enregistré hier",
                "my manager has to approve my headset order, how long does it take?",
                "j'ai reçu un mail bizarre mais je n'ai rien ouvert, je le signale où ?",
                "the courier left my parcel at the wrong address",
                "sac pc",
                "my laptop",
                "j'ai effacé un dossier par erreur, c'est récupérable ?",
                "I don't have my emails any more"
            })
    void whatIsNoneIsAnsweredLikeAnythingElse(String message) {
        assertThat(intents.pressing(message)).isEmpty();
        assertThat(Subject.isLikeAnother(message, intents.elsewhere(message), true))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Combien de jours de congé me reste-t-il avant juin ?",
                "quel vin avec une choucroute",
                "Ma télé Samsung ne capte plus les chaînes",
                "the tv box in my living room lost all the sports channels",
                "la clim de l'open space souffle trop froid",
                "who signs my travel expenses when my boss is away"
            })
    void whatIsNothingOfOursIsHeard(String message) {
        assertThat(Subject.isLikeAnother(message, intents.elsewhere(message), false))
                .isTrue();
        assertThat(intents.pressing(message)).isEmpty();
    }

    /** Whatever is typed is read in the same short time, and none of it breaks anything. */
    @Test
    void hostileTextIsOnlyText() {
        for (String text : List.of(
                "", " ", "\u0000\u202e", "'; DROP TABLE message; --", "<script>".repeat(20_000), "é".repeat(100_000))) {
            assertThat(intents.pressing(text))
                    .as(text.substring(0, Math.min(9, text.length())))
                    .isEmpty();
        }
    }

    @Test
    void sameFilesTeachTheSame() {
        var library = new Library(new KnowledgeSettings(Path.of("knowledge-base")));
        library.refresh();
        String message = "quelqu'un pourrait me téléphoner";
        assertThat(new Intents(library.shelf()).elsewhere(message)).isEqualTo(intents.elsewhere(message));
    }

    @Test
    void aSavedFileTeachesWithoutARestart(@TempDir Path folder) throws IOException {
        write(folder, "ours.fr.txt", "mon clavier ne répond plus", "mon écran reste noir", "ma souris est cassée");
        write(
                folder,
                "elsewhere.fr.txt",
                "quel temps fera-t-il demain",
                "une recette de tarte",
                "qui a gagné le match");
        var library = new Library(new KnowledgeSettings(folder));
        library.refresh();
        var learning = new Intents(library.shelf());
        String message = "mon badge de la piscine ne répond plus";
        assertThat(learning.elsewhere(message)).isLessThan(0.5);
        write(
                folder,
                "elsewhere.fr.txt",
                "mon badge de la piscine est perdu",
                "le badge de la piscine ne marche pas",
                "badge de la piscine",
                "une recette");
        assertThat(library.refresh().intents()).isTrue();
        learning.learn(library.shelf());
        Awaitility.await().until(() -> learning.elsewhere(message) > 0.5);
    }

    @Test
    void withoutExamplesNothingIsHeard() {
        var nothing = new Intents(Shelf.EMPTY);
        assertThat(nothing.pressing("on m'a volé mon pc")).isEmpty();
        assertThat(nothing.elsewhere("une recette de tarte")).isZero();
    }

    /** Examples of one intent only tell it from nothing. */
    @Test
    void oneIntentTellsNothing() {
        var key = new Shelf.Key("elsewhere", Language.FR);
        var one = new Shelf(Map.of(), Map.of(), Map.of(), Map.of(key, new Wordings(List.of("une recette"))), Map.of());
        assertThat(new Intents(one).elsewhere("une recette")).isZero();
    }

    private static void write(Path folder, String name, String... lines) throws IOException {
        Path intents = Files.createDirectories(folder.resolve("intents"));
        Files.write(intents.resolve(name), List.of(lines));
    }
}
