package org.mainforte.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;
import org.mainforte.knowledge.embedding.EmbeddingDouble;
import org.mainforte.knowledge.embedding.EmbeddingDouble.Fault;
import org.mainforte.knowledge.embedding.MeaningIndex;
import org.mainforte.knowledge.embedding.Meanings;

/** The search with an endpoint for vectors: what it adds, and that nothing is lost when it fails. */
class EmbeddingSearchTest {
    /** No word of it stands in the article about printers, nor in the vocabulary. */
    private static final String PARAPHRASE = "brancher la scribouilleuse de feuilles";

    @TempDir
    private Path folder;

    private final EmbeddingDouble endpoint = new EmbeddingDouble();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<MeaningIndex> started = new ArrayList<>();
    private SampleBase base = new SampleBase(Path.of("target/never"));

    @BeforeEach
    void write() {
        base = new SampleBase(folder.resolve("base"));
    }

    @AfterEach
    void stop() {
        started.forEach(MeaningIndex::stop);
        endpoint.close();
    }

    private MeaningIndex meanings() {
        MeaningIndex index = Meanings.started(endpoint, folder.resolve("data"), registry);
        started.add(index);
        return index;
    }

    private KnowledgeSearch search(MeaningIndex meanings) {
        var library = new Library(new KnowledgeSettings(base.root));
        return new KnowledgeSearch(library, SampleBase.CLOCK, new Fusion(meanings));
    }

    private static List<String> articles(KnowledgeSearch search, String query) {
        return search.search(query, Language.FR, 5).stream().map(Hit::article).toList();
    }

    @Test
    void aParaphraseWithoutACommonWordIsFound() {
        MeaningIndex meanings = meanings();
        KnowledgeSearch search = search(meanings);
        Meanings.complete(meanings);
        assertThat(articles(base.search(), PARAPHRASE)).doesNotContain("printer-add");
        assertThat(articles(search, PARAPHRASE)).first().isEqualTo("printer-add");
        assertThat(endpoint.authorization()).isEqualTo("Bearer key-of-the-test");

        Explanation why = Objects.requireNonNull(
                search.explained(PARAPHRASE, Language.FR, 1, null).getFirst().explanation());
        assertThat(why.rankByMeaning()).isEqualTo(1);
        assertThat(why.rankByWords()).isNull();
        assertThat(why.inWords()).anyMatch(line -> line.startsWith("By meaning it is number 1 (likeness 0."));
    }

    @Test
    void whatTheWordsClearlyAnswerStaysFirstAndItsVectorIsAskedOnce() {
        MeaningIndex meanings = meanings();
        KnowledgeSearch search = search(meanings);
        Meanings.complete(meanings);
        endpoint.forget();
        for (int i = 0; i < 3; i++) {
            assertThat(articles(search, "je ne sais plus mon mot de passe"))
                    .first()
                    .isEqualTo("password-forgotten");
        }
        assertThat(endpoint.texts()).containsExactly("je ne sais plus mon mot de passe");
        endpoint.forget();
        assertThat(search.decide("wifi coupe tout le temps", Language.FR, new Context(new SiteId("dijon"), null)))
                .isInstanceOf(Decision.Found.class);
        assertThat(endpoint.texts())
                .as("who is answered by words waits for nobody")
                .isEmpty();
    }

    @Test
    void whatIsOutOfItsTimeOrForOtherSitesIsNotFoundByMeaningEither() {
        MeaningIndex meanings = meanings();
        KnowledgeSearch search = search(meanings);
        Meanings.complete(meanings);
        assertThat(search.search("changement d'écran pendant la campagne", Language.FR, 10, new SiteId("dijon")))
                .extracting(Hit::article)
                .doesNotContain("old-campaign", "nancy-presence")
                .hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void whateverFailsTheAnswersAreThoseOfTheWords(Fault fault) {
        MeaningIndex meanings = meanings();
        KnowledgeSearch search = search(meanings);
        Meanings.complete(meanings);
        KnowledgeSearch words = base.search();
        endpoint.fails(fault);
        for (String query :
                List.of(PARAPHRASE, "imprimante", "batterie vide", "outlook sur mon ordi", "casque", "wifi")) {
            assertThat(search.search(query, Language.FR, 5)).as(query).isEqualTo(words.search(query, Language.FR, 5));
        }
        assertThat(meanings.isTroubled()).isTrue();
        assertThat(meanings.condition()).contains("questions are found by their words", "left alone for half a minute");
        int calls = endpoint.texts().size();
        search.search("une question de plus", Language.FR, 5);
        assertThat(endpoint.texts()).as("the endpoint is left alone").hasSize(calls);
        assertThat(registry.counter("mainforte.embedding.calls", "for", "question", "outcome", "resting")
                        .count())
                .isPositive();
    }

    @Test
    void articlesGetTheirVectorsWhenTheEndpointIsBack() {
        endpoint.fails(Fault.BUSY);
        MeaningIndex meanings = meanings();
        KnowledgeSearch search = search(meanings);
        await().until(() -> meanings.condition().startsWith("0 of 20 texts have vectors; the endpoint answers 429"));
        assertThat(articles(search, "imprimante")).first().isEqualTo("printer-add");
        endpoint.fails(Fault.NONE);
        Meanings.complete(meanings);
        assertThat(articles(search, PARAPHRASE)).first().isEqualTo("printer-add");
        assertThat(meanings.isTroubled()).isFalse();
    }

    @Test
    void oneTextThatIsNotTakenKeepsNoOtherFromItsVector() {
        endpoint.refuses("Baissez la luminosité");
        MeaningIndex meanings = meanings();
        KnowledgeSearch search = search(meanings);
        await().until(() -> meanings.condition().startsWith("19 of 20 texts have vectors"));
        assertThat(articles(search, PARAPHRASE)).first().isEqualTo("printer-add");
    }

    @Test
    void aRestartAsksForNothingAgain() throws IOException {
        MeaningIndex before = meanings();
        search(before);
        Meanings.complete(before);
        assertThat(endpoint.texts()).hasSize(20);
        before.stop();
        endpoint.forget();

        MeaningIndex after = meanings();
        KnowledgeSearch search = search(after);
        Meanings.complete(after);
        assertThat(endpoint.texts()).isEmpty();
        assertThat(articles(search, PARAPHRASE)).first().isEqualTo("printer-add");
        after.stop();

        cutOff(3);
        endpoint.forget();
        MeaningIndex torn = meanings();
        search(torn);
        Meanings.complete(torn);
        assertThat(endpoint.texts()).as("only the record that was torn").hasSize(1);
    }

    private void cutOff(int bytes) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data"))) {
            Path file = files.filter(each -> each.getFileName().toString().matches("embeddings-[0-9a-f]{16}\\.bin"))
                    .findFirst()
                    .orElseThrow();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() - bytes);
            }
        }
    }

    @Test
    void anEditedArticleHasItsNewMeaningAndNothingElseIsAskedAgain() {
        MeaningIndex meanings = meanings();
        KnowledgeSearch search = search(meanings);
        Meanings.complete(meanings);
        assertThat(articles(search, "twitter")).first().isNotEqualTo("battery");
        endpoint.forget();
        base.article("battery", "Gazouillis", "gazouillis", "Baissez le gazouillis.", "");
        search.refresh();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> endpoint.texts().stream().anyMatch(text -> text.contains("Baissez le gazouillis")));
        Meanings.complete(meanings);
        assertThat(endpoint.texts()).hasSize(2);
        Explanation why = Objects.requireNonNull(
                search.explained("twitter", Language.FR, 1, null).getFirst().explanation());
        assertThat(why.rankByMeaning()).isEqualTo(1);
        assertThat(articles(search, "twitter")).first().isEqualTo("battery");
    }

    /** With few topics nothing stands out; a question that nothing answers stays unknown, and another subject is declined. */
    @Test
    void meaningNeitherAnswersNorDeclines() {
        MeaningIndex meanings = meanings();
        KnowledgeSearch search = search(meanings);
        Meanings.complete(meanings);
        var context = new Context(new SiteId("dijon"), null);
        assertThat(search.decide("zoubida blurg flarp", Language.FR, context)).isInstanceOf(Decision.Nothing.class);
        assertThat(search.decide("Quel vin avec une raclette ?", Language.FR, context))
                .isInstanceOf(Decision.Elsewhere.class);
    }
}
