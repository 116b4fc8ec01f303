package org.mainforte.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainforte.catalogue.Words;

class StepWordTest {
    private static final List<String> ALL =
            java.util.Arrays.stream(StepWord.values()).flatMap(StepWord::spoken).toList();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            fait                                | DONE
            C'est fait !                        | DONE
            cest fait                           | DONE
            ok suivant                          | DONE
            suivant svp                         | DONE
            next                                | DONE
            Done, thank you                     | DONE
            it works now                        | DONE
            ça marche                           | DONE
            ok                                  | FINE
            c’est bon                           | FINE
            c bon merci                         | FINE
            ça marche pas                       | FAILED
            CA MARCHE PAS !!!                   | FAILED
            ok mais ça ne marche toujours pas   | FAILED
            bloqué                              | FAILED
            Je suis bloquée.                    | FAILED
            j'y arrive pas                      | FAILED
            jy arrive pas                       | FAILED
            does not work                       | FAILED
            it doesnt work                      | FAILED
            I'm stuck, please                   | FAILED
            pourquoi ?                          | EXPLAIN
            explique                            | EXPLAIN
            c'est où ?                          | EXPLAIN
            explain                             | EXPLAIN
            ça marche pas, pourquoi ?           | FAILED
            stop                                | STOP
            arrête                              | STOP
            plus tard                           | STOP
            on continue plus tard, merci        | STOP
            later                               | STOP
            retour                              | BACK
            back                                | BACK
            où j'en suis                        | WHERE
            où en suis-je ?                     | WHERE
            where am I?                         | WHERE
            reprendre                           | RESUME
            resume                              | RESUME
            passer cette étape                  | SKIP
            skip this step                      | SKIP
            pas encore                          | WAIT
            oui                                 | WAIT
            oui c'est fait                      | DONE
            non                                 | NO
            non pas encore                      | WAIT
            """)
    void hearsWhatPeopleType(String typed, StepWord meant) {
        assertThat(StepWord.heard(Words.fold(typed))).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?!",
                "merci",
                "hello",
                "le wifi ne marche pas",
                "pourquoi mon PC est lent ?",
                "c'est où la bulle à Nancy",
                "je veux annuler mon rendez-vous",
                "où en est mon ticket",
                "c'est fait par qui",
                "how do I connect to the VPN",
                "next monday",
                "stop phishing",
                "ok ok ok ok ok ok ok ok ok ok ok ok ok",
                "un casque svp"
            })
    void leavesRealQuestionsToTheOthers(String typed) {
        assertThat(StepWord.heard(Words.fold(typed))).isEmpty();
    }

    @Property(tries = 300)
    void capitalsAccentsAndPunctuationDoNotMatter(@ForAll("phrases") String phrase, @ForAll("noise") String noise) {
        var meant = StepWord.heard(Words.fold(phrase));

        assertThat(meant).isPresent();
        assertThat(StepWord.heard(Words.fold(phrase.toUpperCase(Locale.ROOT) + noise)))
                .isEqualTo(meant);
        assertThat(StepWord.heard(Words.fold(noise + Words.fold(phrase)))).isEqualTo(meant);
    }

    @Property(tries = 300)
    void oneForeignWordMakesItAQuestion(@ForAll("phrases") String phrase) {
        assertThat(StepWord.heard(Words.fold(phrase + " imprimante"))).isEmpty();
        assertThat(StepWord.heard(Words.fold("imprimante " + phrase))).isEmpty();
    }

    @Provide
    Arbitrary<String> phrases() {
        return Arbitraries.of(ALL);
    }

    @Provide
    Arbitrary<String> noise() {
        Arbitrary<String> marks = Arbitraries.of("!", "?", ".", "…", " ", ",", "\u202F!", "\n")
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
        return Combinators.combine(marks, Arbitraries.of("", " merci", " svp", " thanks"))
                .as((a, b) -> a + b + " ");
    }
}
