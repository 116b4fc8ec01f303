package org.mainforte.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShorthandTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "g perdu mon tel|j'ai perdu mon telephone",
                "jveux parler a qqun|je veux parler a quelqu'un",
                "sa marche pa|ca marche pas",
                "i cant hear u|i can't hear you",
                "le pc de mon collegue|le pc de mon collegue",
                "j'ai 2 ecrans|j'ai 2 ecrans",
            })
    void isWrittenInFull(String folded, String full) {
        assertThat(Shorthand.inFull(folded)).isEqualTo(full);
    }
}
