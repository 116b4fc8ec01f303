package org.mainforte.advisor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mainforte.catalogue.Words;
import org.mainforte.kernel.Language;
import org.mainforte.masking.HostileText;

/** What a model writes is hostile input too: no text of it keeps a turn busy, or exhausts its stack. */
class AnswerPatternsTest {
    @Test
    void everyPatternTakesStepsInProportionToTheText() throws IllegalAccessException {
        Map<String, Pattern> patterns = HostileText.patterns(
                AnswerText.class, SentenceCheck.class, Figures.class, Evidence.class, Promises.class);
        assertThat(patterns.keySet()).contains("AnswerText.END", "SentenceCheck.DOMAIN", "Promises.PATTERNS.COMING.0");
        assertThat(HostileText.steep(patterns)).isEmpty();
    }

    @Test
    void noLongSentenceExhaustsTheStack() {
        var check = new SentenceCheck(new Evidence(), Language.FR, "", Likeness.OF_EXAMPLES);
        HostileText.huge().forEach(text -> {
            assertThatCode(() -> check.fault(text, "")).doesNotThrowAnyException();
            assertThatCode(() -> Promises.in(Words.fold(text))).doesNotThrowAnyException();
        });
    }
}
