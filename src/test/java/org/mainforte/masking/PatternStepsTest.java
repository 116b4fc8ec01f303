package org.mainforte.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mainforte.kernel.Language;

/**
 * Long texts are hostile input. Every pattern of this room reads twice as long a text in about twice as many steps, whatever the
 * text repeats; a step is a character that the pattern looks at. {@code Numbers} only sees what the others found.
 */
class PatternStepsTest {
    @Test
    void everyPatternTakesStepsInProportionToTheText() throws IllegalAccessException {
        Map<String, Pattern> patterns =
                HostileText.patterns(Masking.class, Kind.class, Secrets.class, Names.class, Redaction.class);
        assertThat(patterns.keySet())
                .contains("MAIL.pattern", "ADDRESS.pattern", "Secrets.SAID", "Names.SIGNED", "Redaction.CODED");
        assertThat(HostileText.steep(patterns)).isEmpty();
    }

    @Test
    void noLongTextExhaustsTheStack() {
        var redaction = new Redaction(Names.known(List.of("Camille Roussel"), Set.of()));
        HostileText.huge().forEach(text -> {
            var masking = new Masking(Names.of(List.of("Camille Roussel")), "12 rue des Tilleuls");
            assertThatCode(() -> masking.masked(text)).doesNotThrowAnyException();
            assertThatCode(() -> redaction.redacted(text, Language.FR)).doesNotThrowAnyException();
        });
    }
}
