package org.mainforte.advisor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mainforte.model.ModelDouble;

/** The switch and the calls: a turn that is between two rounds of tools has nothing under way, and asks again. */
class ModelCallsTest {
    private static final List<ChatMessage> WORDS = List.of(UserMessage.from("Bonjour"));
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static ModelSettings settings(ModelDouble model) {
        return new ModelSettings(
                true, model.baseUrl(), null, "double", PATIENCE, PATIENCE, PATIENCE, PATIENCE, 1_000, 1_000, 1_000, 10);
    }

    @Test
    void noCallIsBegunWhileTheSwitchIsOff() {
        try (var model = new ModelDouble()) {
            model.does((asked, pen) -> pen.says("Bonjour").done());
            var calls = new ModelCalls(settings(model));
            try {
                calls.switchOff();
                ModelStream refused = calls.open(WORDS, List.of());
                assertThatExceptionOfType(ModelFailure.class)
                        .isThrownBy(() -> refused.next(PATIENCE))
                        .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ModelFailure.Kind.SWITCHED_OFF));
                calls.close(refused);
                assertThat(model.asked()).isEmpty();

                calls.switchOn();
                ModelStream answered = calls.open(WORDS, List.of());
                assertThat(answered.next(PATIENCE)).isEqualTo(new ModelStream.Piece.Text("Bonjour"));
                calls.close(answered);
            } finally {
                calls.closeAll();
            }
        }
    }

    @Test
    void whatCannotBeSentIsToldAtOnce() {
        try (var model = new ModelDouble()) {
            var calls = new ModelCalls(settings(model));
            ModelStream empty = calls.open(List.of(), List.of());
            assertThatExceptionOfType(ModelFailure.class)
                    .isThrownBy(() -> empty.next(PATIENCE))
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ModelFailure.Kind.MALFORMED));

            calls.closeAll();
            ModelStream late = calls.open(WORDS, List.of());
            assertThatExceptionOfType(ModelFailure.class)
                    .isThrownBy(() -> late.next(PATIENCE))
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(ModelFailure.Kind.SWITCHED_OFF));
            assertThat(model.asked()).isEmpty();
        }
    }
}
