package org.mainforte.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mainforte.kernel.Language;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "inprimante, imprimante",
        "clike, clique",
        "nouvo, nouveau",
        "fichie, fichier",
        "polisse, polices",
        "kasque, casque",
        "refuze, refuse",
        "sovegarde, sauvegarde"
    })
    void wordsThatSoundAlikeMeet(String typed, String meant) {
        assertThat(Sounds.key(typed, Language.FR)).isEqualTo(Sounds.key(meant, Language.FR));
    }

    @Test
    void theNearestKnownWordIsGuessedFirst() {
        var lexicon = new Lexicon(Language.FR);
        lexicon.add(List.of("imprimante", "imprimerie", "casque", "caisse", "synchronise"));
        assertThat(Spelling.guesses("imprimnate", lexicon))
                .first()
                .extracting(Spelling.Guess::surface)
                .isEqualTo("imprimante");
        assertThat(Spelling.guesses("casqe", lexicon))
                .first()
                .extracting(Spelling.Guess::surface)
                .isEqualTo("casque");
        assertThat(Spelling.guesses("synchronisse", lexicon))
                .first()
                .extracting(Spelling.Guess::surface)
                .isEqualTo("synchronise");
        assertThat(Spelling.guesses("ordinateur", lexicon)).isEmpty();
    }

    @Test
    void codesAreNotCorrected() {
        var lexicon = new Lexicon(Language.FR);
        lexicon.add(List.of("0x8004010f"));
        assertThat(Spelling.guesses("0x8004010e", lexicon)).isEmpty();
    }

    @Property(tries = 200)
    void distanceIsSymmetricAndZeroOnlyForTheSame(
            @ForAll @AlphaChars @StringLength(max = 8) String one,
            @ForAll @AlphaChars @StringLength(max = 8) String other) {
        assertThat(Spelling.distance(one, other)).isEqualTo(Spelling.distance(other, one));
        assertThat(Spelling.distance(one, other) == 0).isEqualTo(one.equals(other));
    }
}
