package org.mainforte.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mainforte.kernel.Language;

class FiguresTest {
    private static final EvaluationQuestion QUESTION =
            new EvaluationQuestion("q1", Language.FR, "sms", "answer", List.of("wifi"), "held", "wifi pa");

    private static Figures counted(int right, int wrong) {
        var figures = new Figures();
        for (int i = 0; i < right + wrong; i++) {
            figures.add(QUESTION, "recall@1", i < right ? 1 : 0);
        }
        return figures;
    }

    @Test
    void oneQuestionLessIsNoiseTwoAreAFall() {
        assertThat(counted(8, 2).fallen(counted(9, 1))).isEmpty();
        assertThat(counted(7, 3).fallen(counted(9, 1)))
                .contains("held recall@1: 0.700, was 0.900", "held ~ sms recall@1: 0.700, was 0.900");
        assertThat(counted(10, 0).fallen(counted(9, 1))).isEmpty();
    }

    @Test
    void keepsWhatOthersMeasured(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("figures.tsv");
        var chat = new Figures();
        chat.add(QUESTION, "chat", 1);
        chat.keep(file);
        counted(3, 1).keep(file);
        counted(1, 3).keep(file);
        assertThat(Figures.read(file).share("held", "chat")).isEqualTo(1);
        assertThat(Figures.read(file).share("held fr", "recall@1")).isEqualTo(0.25);
    }
}
