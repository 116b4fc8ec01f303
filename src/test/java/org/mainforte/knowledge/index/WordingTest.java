package org.mainforte.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mainforte.kernel.Language;

class WordingTest {
    private final Wording french = new Wording(Language.FR);
    private final Wording english = new Wording(Language.EN);

    @ParameterizedTest
    @CsvSource({
        "imprimantes, imprimante",
        "supprimé, supprimer",
        "supprimez, supprimée",
        "écrans, ecran",
        "l'ordinateur, ordinateurs",
        "fichiers, fichier",
        "bloqués, bloquer"
    })
    void frenchFormsOfAWordMeet(String one, String other) {
        assertThat(french.words(one).getLast().stem())
                .isEqualTo(french.words(other).getLast().stem());
    }

    @ParameterizedTest
    @CsvSource({"printers, printer", "synced, sync", "user's, users", "stopped, stops"})
    void englishFormsOfAWordMeet(String one, String other) {
        assertThat(english.words(one).getLast().stem())
                .isEqualTo(english.words(other).getLast().stem());
    }

    @Test
    void codesStayWhole() {
        assertThat(surfaces("erreur 0x8004010F, AADSTS50058 et MP2O"))
                .containsExactly("erreur", "0x8004010f", "aadsts50058", "et", "mp2o");
    }

    @Test
    void signsThatStandAloneAreWords() {
        assertThat(surfaces("la touche @ et le #")).containsExactly("la", "touche", "arobase", "et", "le", "diese");
        assertThat(surfaces("bloqué @ 30")).containsExactly("bloque", "30");
        assertThat(surfaces("a@b.fr")).doesNotContain("arobase");
    }

    @Test
    void apostrophesOfEveryShapeElide() {
        assertThat(surfaces("l’écran d'accueil qu'il")).containsExactly("ecran", "accueil", "il");
    }

    @Test
    void hyphensAndUnderscoresGlue() {
        assertThat(french.words("wi-fi CRITICAL_PROCESS_DIED"))
                .extracting(Word::glued)
                .containsExactly(false, true, false, true, true);
    }

    @Test
    void negationsAreNoStopWordsAndPolitenessIs() {
        assertThat(french.words("bonjour svp marche pas plus"))
                .extracting(Word::stop)
                .containsExactly(true, true, false, false, false);
    }

    private List<String> surfaces(String text) {
        return french.words(text).stream().map(Word::surface).toList();
    }
}
