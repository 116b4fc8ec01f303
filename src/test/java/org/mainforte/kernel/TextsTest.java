package org.mainforte.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "L'écran n'affiche rien|L’écran n’affiche rien",
                "Ça marche ?|Ça marche\u202F?",
                "Attention ! Et voici : la suite ; fin|Attention\u202F! Et voici\u202F: la suite\u202F; fin",
                "Dites \"bonjour\" ici|Dites «\u202Fbonjour\u202F» ici",
                "Le bouton « OK » suffit|Le bouton «\u202FOK\u202F» suffit",
                "Rendez-vous à 10:15 : venez|Rendez-vous à 10:15\u202F: venez",
                "Lisez `it's code : x` puis [ici](wifi-problem#what-to-do)|Lisez `it's code : x` puis [ici](wifi-problem#what-to-do)",
                "Voir https://aka.ms/sspr ?|Voir https://aka.ms/sspr\u202F?",
                "**Gras** : oui|**Gras**\u202F: oui",
                "{0} : oui|{0}\u202F: oui",
            })
    void frenchIsTypesetAndTheRestIsLeftAlone(String typed, String shown) {
        assertThat(Texts.typeset(Language.FR, typed)).isEqualTo(shown);
    }

    @Test
    void englishIsLeftAsItIs() {
        assertThat(Texts.typeset(Language.EN, "It's \"fine\" : yes ?")).isEqualTo("It's \"fine\" : yes ?");
    }

    @Test
    void argumentsStandInBothLanguages() {
        assertThat(Texts.get(Language.FR, "problem.text-too-long", 4000)).contains("4\u202F000 caractères");
        assertThat(Texts.get(Language.EN, "problem.text-too-long", 4000)).contains("4,000 characters");
    }

    @Test
    void timesAreSaidAsPeopleSayThem() {
        Instant at = Instant.parse("2026-11-23T08:30:00Z");
        assertThat(Texts.moment(Language.FR, at)).isEqualTo("lundi 23 novembre à 9\u00A0h\u00A030");
        assertThat(Texts.moment(Language.EN, at)).isEqualTo("Monday 23 November at 09:30");
        assertThat(Texts.day(Language.FR, LocalDate.of(2026, 12, 1))).isEqualTo("mardi 1er décembre");
    }
}
