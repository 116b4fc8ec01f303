package org.mainforte.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No figure of the search may fall. {@link Evaluation} explains them; its main prints all and keeps new ones. */
class EvaluationTest {
    private static Figures figures = new Figures();

    @BeforeAll
    static void measure() throws IOException {
        figures = Evaluation.of(Path.of("knowledge-base"), EvaluationQuestion.read(EvaluationQuestion.FILE))
                .figures();
    }

    @Test
    void noFigureFallsByMoreThanAQuestion() throws IOException {
        assertThat(figures.fallen(Figures.read(Evaluation.FIGURES))).isEmpty();
    }

    /** Whatever is kept: what people were promised, on questions that nobody tuned on. */
    @Test
    void keepsThePromiseOnFreshQuestions() {
        for (String group : new String[] {"fresh = answer", "sealed = answer"}) {
            assertThat(figures.share(group, "recall@1")).isGreaterThanOrEqualTo(0.85);
            assertThat(figures.share(group, "recall@3")).isGreaterThanOrEqualTo(0.95);
            assertThat(figures.share(group, "known")).isGreaterThanOrEqualTo(0.97);
        }
    }

    @Test
    void isFarBetterThanLuceneOutOfTheBox() {
        for (String split : new String[] {"tune", "held", "fresh"}) {
            assertThat(figures.share(split, "recall@1")).isGreaterThan(figures.share(split, "lucene@1") + 0.2);
        }
    }
}
