package org.mainforte.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Où est l’ÉCRAN|ou est l'ecran",
                "  deux\u00A0 mots\u202F?|deux mots ?",
                "Cœur, ex æquo, Straße…|coeur, ex aequo, strasse...",
                "zero\u200Bwidth et soft\u00ADhyphen|zerowidth et softhyphen",
                "e\u0301crit en deux signes|ecrit en deux signes",
                "ﬁchier ① 𝐏𝐂|fichier 1 pc",
                "\u00A8tre\u0301ma|trema",
            })
    void foldsAccentsCaseSpacesAndWhatIsInvisible(String written, String folded) {
        assertThat(Words.fold(written)).isEqualTo(folded);
    }

    /** Most texts are folded letter by letter; each letter must become what it becomes in a whole text. */
    @Test
    void foldsALetterAsInAText() {
        for (char c = 'a'; c < 0x250; c++) {
            if (Character.isLetter(c)) {
                String expected = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replace("œ", "oe")
                        .replace("æ", "ae")
                        .replace("ß", "ss");
                if (expected.indexOf(' ') < 0 && expected.matches("\\p{L}+")) {
                    assertThat(Words.fold("x" + c + "y")).isEqualTo("x" + expected + "y");
                }
            }
        }
    }
}
