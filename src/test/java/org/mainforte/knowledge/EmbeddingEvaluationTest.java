package org.mainforte.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;
import org.mainforte.knowledge.embedding.EmbeddingDouble;
import org.mainforte.knowledge.embedding.MeaningIndex;
import org.mainforte.knowledge.embedding.Meanings;

/** Every fourth evaluation question with vectors and without: even those of a plain bag of words make nothing worse than 1 in 200. */
class EmbeddingEvaluationTest {
    private static final int EVERY = 4;
    private static final Context NANCY = new Context(new SiteId("nancy"), null);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ActingClock.PARIS);

    @TempDir
    private static Path data;

    private static final EmbeddingDouble ENDPOINT = new EmbeddingDouble();
    private static final List<Asked> ASKED = new ArrayList<>();
    private static List<String> paraphrase = List.of();

    /** @param words without vectors; {@code both} with them */
    private record Asked(
            EvaluationQuestion question, Decision words, Decision both, List<String> byWords, List<String> byBoth) {
        boolean right(List<String> found, int k) {
            return found.stream().limit(k).anyMatch(question.topics()::contains);
        }
    }

    @BeforeAll
    static void ask() throws IOException {
        var library = new Library(new KnowledgeSettings(Path.of("knowledge-base")));
        MeaningIndex meanings = Meanings.started(ENDPOINT, data, new SimpleMeterRegistry());
        var both = new KnowledgeSearch(library, CLOCK, new Fusion(meanings));
        var words = new KnowledgeSearch(library, CLOCK);
        Meanings.complete(meanings);
        List<EvaluationQuestion> questions = EvaluationQuestion.read(EvaluationQuestion.FILE);
        for (int i = 0; i < questions.size(); i += EVERY) {
            EvaluationQuestion each = questions.get(i);
            ASKED.add(new Asked(
                    each,
                    words.decide(each.text(), each.language(), NANCY),
                    both.decide(each.text(), each.language(), NANCY),
                    articles(words, each),
                    articles(both, each)));
        }
        paraphrase = both.decide("la scribouilleuse est en panne", Language.FR, NANCY) instanceof Decision.Near near
                ? near.passages().stream().map(Passage::article).toList()
                : List.of();
        meanings.stop();
    }

    @AfterAll
    static void close() {
        ENDPOINT.close();
    }

    private static List<String> articles(KnowledgeSearch search, EvaluationQuestion question) {
        return search.search(question.text(), question.language(), 10).stream()
                .map(Hit::article)
                .toList();
    }

    @Test
    void theRankingIsNoWorse() {
        List<Asked> answerable =
                ASKED.stream().filter(each -> each.question.answerable()).toList();
        for (int k : new int[] {1, 3, 10}) {
            long without = answerable.stream()
                    .filter(each -> each.right(each.byWords, k))
                    .count();
            long with = answerable.stream()
                    .filter(each -> each.right(each.byBoth, k))
                    .count();
            System.out.println("right within " + k + ": by words " + without + ", with vectors " + with + " of "
                    + answerable.size());
            assertThat(with).as("right within %d", k).isGreaterThanOrEqualTo(without - answerable.size() / 200);
        }
    }

    @Test
    void decisionsStayThoseOfTheWordsButForUnknownThatBecomesAChoice() {
        List<Asked> changed = ASKED.stream()
                .filter(each -> !each.words.name().equals(each.both.name()))
                .toList();
        changed.forEach(each -> System.out.println(each.question.line() + " → " + each.both));
        assertThat(changed).allSatisfy(each -> {
            assertThat(each.words).isInstanceOf(Decision.Nothing.class);
            assertThat(each.both).isInstanceOf(Decision.Near.class);
        });
        assertThat(changed)
                .as("a question that nothing answers is not asked back about, but for one")
                .filteredOn(each -> !each.question.answerable())
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void whatStandsOutByItsMeaningIsOfferedAsAChoice() {
        assertThat(paraphrase).contains("printer-add");
    }
}
