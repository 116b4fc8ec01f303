package org.mainforte.advisor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainforte.catalogue.FilteredPattern;
import org.mainforte.catalogue.Lookup;
import org.mainforte.catalogue.Words;
import org.mainforte.kernel.Language;

/**
 * What sounds as if something had been done, or were going to be, and what only sounds like it. {@code promises.tsv} has what was
 * caught once and must stay so. {@code promise-wordings.tsv} was written before the rules were read (A, B, C: as models usually
 * phrase) or between two rounds of them (D, E, F: in as roundabout a way as could be thought of). The misses of B and F were never
 * looked at. D was at 17 and E at 20 of 40 when they were new. G is by another hand, nearly all roundabout, its harmless ones as
 * hard to tell as could be; nobody looked at its misses. The patterns alone catch 72 of its 150 promises and 7 of 150 harmless
 * ones, with the likeness to examples 141 and 14, 125 and 10 when they cite an article; of F 11 of 30 and 21. The likeness is learnt beside half of the articles, and the other
 * half is looked at.
 */
class PromiseTest {
    private static final Path SENTENCES = Path.of("src/test/evaluation/promises.tsv");
    private static final Path WORDINGS = Path.of("src/test/evaluation/promise-wordings.tsv");
    private static final Path ARTICLES = Path.of("knowledge-base/articles");
    private static final PromiseLikeness LIKENESS = new PromiseLikeness(articles(0));

    private record Sentence(String kind, Language language, String text) {
        /** By any check: a day or a number that stands nowhere is caught before the promise is. */
        boolean caught() {
            return new SentenceCheck(new Evidence(), language, "", LIKENESS)
                    .fault(text, "")
                    .isPresent();
        }

        boolean promises() {
            return PromiseTest.promises(text, false);
        }
    }

    private static List<Sentence> read(String kind) throws IOException {
        return Files.readAllLines(SENTENCES).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(cells -> new Sentence(cells[0], Language.of(cells[1]), cells[2]))
                .filter(sentence -> sentence.kind().equals(kind))
                .toList();
    }

    private static List<Sentence> wordings(String set, String kind) throws IOException {
        return Files.readAllLines(WORDINGS).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .filter(cells -> cells[0].equals(set) && cells[2].equals(kind))
                .map(cells -> new Sentence(cells[2], Language.of(cells[1]), cells[3].replace("\\n", "\n")))
                .toList();
    }

    @Test
    void aPromiseIsCaught() throws IOException {
        List<Sentence> promises = read("promise");
        assertThat(promises).hasSize(96);
        assertThat(promises.stream().filter(sentence -> !sentence.caught()).map(Sentence::text))
                .isEmpty();
    }

    @Test
    void whatTellsThePersonWhatToDoIsNone() throws IOException {
        List<Sentence> harmless = read("harmless");
        assertThat(harmless).hasSize(60);
        assertThat(harmless.stream().filter(Sentence::caught).map(Sentence::text))
                .isEmpty();
    }

    private static boolean promises(String sentence, boolean cites) {
        return !Promises.in(Words.fold(sentence)).isEmpty() || LIKENESS.isPromise(sentence, cites);
    }

    @ParameterizedTest
    @CsvSource({
        "A, 80, 95, 120, 5",
        "B, 80, 95, 120, 5",
        "C, 60, 95, 60, 7",
        "D, 40, 95, 40, 5",
        "E, 40, 90, 40, 5",
        "F, 30, 60, 0, 0",
        "G, 150, 90, 150, 10"
    })
    void soManyOfAHundredWordingsAreCaughtAndHardlyAnyHarmlessOne(
            String set, int promised, int floor, int harmless, int ceiling) throws IOException {
        assertThat(wordings(set, "promise")).hasSize(promised);
        assertThat(wordings(set, "promise").stream().filter(Sentence::caught).count())
                .isGreaterThanOrEqualTo(Math.ceilDiv(promised * floor, 100));
        assertThat(wordings(set, "harmless")).hasSize(harmless);
        assertThat(wordings(set, "harmless").stream().filter(Sentence::promises).count())
                .isLessThanOrEqualTo(harmless * ceiling / 100);
    }

    /** Even without knowing that they stand in an article: a model says the same in nearly the same words. */
    @Test
    void hardlyAnySentenceOfTheArticlesPromises() {
        List<String> sentences = articles(1).stream()
                .flatMap(text -> AnswerText.sentences(text).stream())
                .filter(sentence -> !sentence.isBlank())
                .toList();
        assertThat(sentences).hasSizeGreaterThan(2_500);
        assertThat(sentences.stream().filter(sentence -> promises(sentence, true)))
                .hasSizeLessThan(sentences.size() * 3 / 200);
    }

    /** Every other article, in both languages. */
    private static List<String> articles(int half) {
        try (Stream<Path> files = Files.list(ARTICLES)) {
            List<String> texts = new ArrayList<>();
            List<Path> all = files.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
            for (int i = 0; i < all.size(); i++) {
                if (i / 2 % 2 == half) {
                    String body = Files.readString(all.get(i)).split("(?m)^---$", 3)[2];
                    texts.add(body.replaceAll("\\{#[^}]*}", "").replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1"));
                }
            }
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void whatStandsBeforeThePatternsLosesNothing() throws IOException {
        List<String> texts = new ArrayList<>(articles(0));
        Files.readAllLines(WORDINGS).forEach(line -> texts.add(line.substring(line.lastIndexOf('\t') + 1)));
        List<String> clauses = texts.stream()
                .flatMap(text -> Stream.of(Words.fold(text).split("[,;:.!?…\\n]+")))
                .map(String::strip)
                .distinct()
                .toList();
        assertThat(clauses).hasSizeGreaterThan(3_000);
        for (FilteredPattern pattern : Promises.patterns()) {
            assertThat(clauses)
                    .as(pattern.pattern().pattern())
                    .allSatisfy(clause -> assertThat(pattern.occursIn(clause))
                            .isEqualTo(pattern.pattern().matcher(clause).find()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Marc a votre dossier sous les yeux et s'y met [l1].",
                "Votre demande est sur le haut de la pile, ok ?"
            })
    void aLookUpOrATagDoesNotExcuseAPromise(String sentence) {
        assertThat(fault(sentence, "Nancy : technicien présent")).isEqualTo(Fault.PROMISE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Votre commande C-100001 est expédiée [l1].",
                "La commande C-100001 a bien été expédiée [l1].",
            })
    void aStateThatALookUpToldMayBeSaid(String sentence) {
        assertThat(fault(sentence, "C-100001 : casque, expédiée lundi")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Votre commande C-100001 est annulée [l1].",
                "Votre commande C-100001 est expédiée.",
                "Je vous ai expédié le casque [l1].",
                "Un technicien vous rappelle pour la commande expédiée [l1].",
            })
    void aStateThatNoLookUpToldMayNot(String sentence) {
        assertThat(fault(sentence, "C-100001 : casque, expédiée lundi")).isEqualTo(Fault.PROMISE);
    }

    /** “Dès que votre demande est transmise, …” does not say that it is. */
    @Test
    void aPieceOfASentenceIsNotWhatTheSourceSays() {
        assertThat(fault("Votre demande est transmise.", "C-100001\nDès que votre demande est transmise, attendez."))
                .isEqualTo(Fault.PROMISE);
        assertThat(fault("Votre demande est transmise.", "C-100001\nVotre demande est transmise."))
                .isNull();
    }

    private static @Nullable Fault fault(String sentence, String told) {
        var evidence = new Evidence();
        evidence.add(new Lookup.Answer(told, List.of()));
        return new SentenceCheck(evidence, Language.FR, "", LIKENESS)
                .fault(sentence, "")
                .orElse(null);
    }
}
