package org.mainforte.advisor.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.mainforte.catalogue.Lookup;
import org.mainforte.catalogue.Words;
import org.mainforte.kernel.Language;

/**
 * What sounds as if something had been done, or were going to be, and what only sounds like it. {@code promises.tsv} has what was
 * caught once and must stay so. {@code promise-wordings.tsv} was written before the rules were read, in three sets: the misses of A
 * were looked at, of C only the harmless ones, of B none. When the rules were rewritten, B went from 62 to 79 of 80 promises
 * and from 22 to 1 of 120 harmless ones; C from 29 to 60 of 60 promises.
 */
class PromiseTest {
    private static final Path SENTENCES = Path.of("src/test/evaluation/promises.tsv");
    private static final Path WORDINGS = Path.of("src/test/evaluation/promise-wordings.tsv");
    private static final Path ARTICLES = Path.of("knowledge-base/articles");

    private record Sentence(String kind, Language language, String text) {
        /** By any check: a day or a number that stands nowhere is caught before the promise is. */
        boolean caught() {
            return new SentenceCheck(new Evidence(), language, "")
                    .fault(text, "")
                    .isPresent();
        }

        boolean promises() {
            return !Promises.in(Words.fold(text)).isEmpty();
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

    @ParameterizedTest
    @CsvSource({"A, 80, 120", "B, 80, 120", "C, 60, 60"})
    void ofWordingsNobodyHadSeenAtLeast95InAHundredAreCaught(String set, int promised, int harmless) throws IOException {
        assertThat(wordings(set, "promise")).hasSize(promised);
        assertThat(wordings(set, "promise").stream().filter(Sentence::caught).count())
                .isGreaterThanOrEqualTo(Math.ceilDiv(promised * 95, 100));
        assertThat(wordings(set, "harmless")).hasSize(harmless);
        assertThat(wordings(set, "harmless").stream()
                        .filter(Sentence::promises)
                        .count())
                .isLessThanOrEqualTo(harmless * 2 / 100);
    }

    /** Even without knowing that they stand in an article: a model says the same in nearly the same words. */
    @Test
    void hardlyAnySentenceOfTheArticlesPromises() throws IOException {
        List<String> sentences = articles();
        assertThat(sentences).hasSizeGreaterThan(5_000);
        assertThat(sentences.stream()
                        .filter(sentence -> !Promises.in(Words.fold(sentence)).isEmpty()))
                .hasSizeLessThan(sentences.size() / 150);
    }

    private static List<String> articles() throws IOException {
        List<String> sentences = new ArrayList<>();
        try (Stream<Path> files = Files.list(ARTICLES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".md")).toList()) {
                String body = Files.readString(file).split("(?m)^---$", 3)[2];
                String shown = body.replaceAll("\\{#[^}]*}", "").replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1");
                AnswerText.sentences(shown).stream()
                        .filter(sentence -> !sentence.isBlank())
                        .forEach(sentences::add);
            }
        }
        return sentences;
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
        assertThat(fault("Votre demande est transmise.", "C-100001\nVotre demande est transmise.")).isNull();
    }

    private static @Nullable Fault fault(String sentence, String told) {
        var evidence = new Evidence();
        evidence.add(new Lookup.Answer(told, List.of()));
        return new SentenceCheck(evidence, Language.FR, "").fault(sentence, "").orElse(null);
    }
}
