package org.mainforte.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mainforte.journey.Chat;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a turn, a person and everybody may use, and what operators see of it. The double counts 1 050 tokens a call. */
class LimitsTest extends ModelTestBase {
    private static final String QUESTION = "Comment connecter mon nouveau PC au wifi de la maison ?";
    private static final Pattern VALUE = Pattern.compile("=\"([^\"]*)\"");

    @DynamicPropertySource
    static void narrow(DynamicPropertyRegistry registry) {
        registry.add("mainforte.model.turn-tokens", () -> "2000");
        registry.add("mainforte.model.person-tokens", () -> "5000");
    }

    private Chat asks(String who) {
        return on(who).opens("fr").says(QUESTION);
    }

    private String answers(String who) {
        MODEL.does((asked, pen) -> pen.says("Ouvrez les paramètres. [s1]").done());
        return asks(who).words();
    }

    @Test
    void aPersonsBudgetIsTheirOwn() {
        int answered = 0;
        while (answered < 20 && answers("nadia").equals("Ouvrez les paramètres.")) {
            answered++;
        }
        // Five answers use more than 5 000 tokens; while they are written down one more may be let through.
        assertThat(answered).isBetween(5, 7);
        assertThat(asks("nadia").kinds())
                .as("the plain answer, without a word about it")
                .containsExactly("answer");
        assertThat(answers("ines")).isEqualTo("Ouvrez les paramètres.");
    }

    @Test
    void aTurnsBudgetEndsInThePlainAnswerOfTheSameTurn() {
        MODEL.does((asked, pen) -> pen.calls(
                        "search-knowledge",
                        "{\"query\":\"wifi " + asked.messages().size() + "\"}")
                .done());
        Chat chat = asks("thomas");
        assertThat(MODEL.asked()).hasSize(2);
        assertThat(chat.kinds()).containsExactly("notice", "answer");
    }

    @Test
    void operatorsSeeWhatItCostsAndNobody() {
        MODEL.does((asked, pen) -> {
            if (asked.lastRole().equals("tool")) {
                pen.says("Ouvrez les paramètres. [s1]").done();
            } else {
                pen.calls("lookup-my-equipment", "{}")
                        .calls("oliver-secret-tool", "{\"name\":\"Karim\"}")
                        .done();
            }
        });
        asks("karim");
        List<String> lines = mainforte
                .send("GET", "/actuator/prometheus", null, null, null, "en")
                .text()
                .lines()
                .filter(line -> line.startsWith("mainforte_model_"))
                .toList();
        assertThat(lines)
                .anyMatch(line -> line.contains("verdict=\"answer\""))
                .anyMatch(line -> line.startsWith("mainforte_model_tokens") && line.contains("direction=\"in\""))
                .anyMatch(line -> line.contains("tool=\"lookup-my-equipment\""));
        for (String line : lines) {
            var value = VALUE.matcher(line);
            while (value.find()) {
                assertThat(value.group(1))
                        .as(line)
                        .matches("[a-z0-9.-]{1,40}")
                        .doesNotContain("karim")
                        .doesNotContain("oliver");
            }
        }
    }
}
