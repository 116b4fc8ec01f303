package org.mainforte.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mainforte.kernel.Language;

class SpokenLanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mon pc ne démarre plus|EN|FR",
                "my laptop does not start|FR|EN",
                "mdp oublié|EN|FR",
                "wifi|FR|FR",
                "wifi|EN|EN",
                "OneDrive sync error 0x8004|EN|EN",
                "j'arrive pas a me log in sur teams|EN|FR",
                "the headset is HS|FR|EN",
                "bjr ca marche pas|EN|FR",
                "can someone help me please|FR|EN",
            })
    void theSmallWordsDecide(String said, Language before, Language heard) {
        assertThat(SpokenLanguage.of(said, before)).isEqualTo(heard);
    }
}
