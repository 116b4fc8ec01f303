package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mainforte.knowledge.embedding.EmbeddingDouble;
import org.mainforte.knowledge.embedding.EmbeddingDouble.Fault;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The running product with an endpoint for vectors: it helps, it is told nothing personal, and nobody notices when it fails. */
@DirtiesContext
class EmbeddingJourneyTest extends JourneyTestBase {
    private static final EmbeddingDouble ENDPOINT = new EmbeddingDouble();

    @DynamicPropertySource
    static void endpoint(DynamicPropertyRegistry registry) {
        registry.add("mainforte.embedding.base-url", ENDPOINT::baseUrl);
        registry.add("mainforte.embedding.name", () -> "bag");
        registry.add("mainforte.embedding.patience", () -> "500ms");
    }

    @AfterAll
    static void close() {
        ENDPOINT.close();
    }

    @Test
    void aParaphraseIsAskedBackAboutAndNothingPersonalLeaves() {
        Person thomas = on("thomas");
        await().atMost(Duration.ofSeconds(30)).until(() -> health(thomas).matches("(\\d+) of \\1 texts have vectors"));
        ENDPOINT.forget();

        Chat chat =
                thomas.opens("fr").says("la scribouilleuse est en panne, thomas.weber@exemple.fr ou 06 12 34 56 78");
        assertThat(chat.kinds()).as(chat.transcript()).endsWith("clarification");
        assertThat(chat.buttons()).as(chat.transcript()).anyMatch(label -> label.contains("imprimante"));
        assertThat(ENDPOINT.texts())
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text)
                        .contains("scribouilleuse")
                        .doesNotContain("@", "06", "78", "thomas", "MAIL", "PHONE"));

        JsonNode hit = thomas.get("/api/knowledge/search?q=scribouilleuse&language=fr&k=1&explain=true")
                .json()
                .path(0);
        assertThat(hit.path("explanation").path("rankByMeaning").asInt()).isEqualTo(1);
        assertThat(hit.path("explanation").path("decision").asString()).isEqualTo("choice");

        ENDPOINT.fails(Fault.HTML);
        for (int i = 0; i < 5; i++) {
            assertThat(thomas.get("/api/knowledge/search?q=imprimante" + i + "&language=fr")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(health(thomas)).contains("the endpoint answers what is no JSON", "is left alone for half a minute");
        Chat words = thomas.opens("fr").says("comment ajouter une imprimante");
        assertThat(words.answered("answer")
                        .path("sources")
                        .path(0)
                        .path("article")
                        .asString())
                .isEqualTo("printer-add");
        assertThat(thomas.get("/actuator/prometheus").text())
                .contains("mainforte_embedding_resting 1.0")
                .contains("mainforte_embedding_calls_total{for=\"question\",outcome=\"nonsense\"}");
        assertThat(thomas.get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    private static String health(Person person) {
        return person.get("/actuator/health/embedding")
                .json()
                .path("description")
                .asString("");
    }
}
