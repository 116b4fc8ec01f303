package org.mainforte.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mainforte.journey.Chat;

/** Calls that a model makes more often than it should. */
class ToolCallTest extends ModelTestBase {
    private static final String QUESTION = "Comment connecter mon nouveau PC au wifi de la maison ?";

    @Test
    void theSameCallIsAnsweredFromMemoryHoweverItIsWritten() {
        MODEL.does((asked, pen) -> {
            if (asked.lastRole().equals("tool")) {
                pen.says("Ouvrez les paramètres. [s1]").done();
            } else {
                pen.calls("lookup-my-equipment", "{}")
                        .calls("lookup-my-equipment", "{ }")
                        .calls("lookup-my-equipment", " {\"reference\":null} ")
                        .done();
            }
        });
        on("camille").opens("fr").says(QUESTION);
        List<String> told = MODEL.asked().getLast().messages().stream()
                .filter(message -> message.path("role").asString().equals("tool"))
                .map(message -> message.path("content").asString())
                .toList();
        assertThat(told).hasSize(3);
        assertThat(told.stream().distinct()).hasSize(1);
        assertThat(told.getFirst()).startsWith("[l");
    }

    @Test
    void aFloodOfCallsInOneAnswerEndsInThePlainAnswer() {
        MODEL.does((asked, pen) -> {
            for (int i = 0; i < 60; i++) {
                pen.calls("search-knowledge", "{\"query\":\"wifi %d\"}".formatted(i));
            }
            pen.done();
        });
        Chat chat = on("camille").opens("fr").says(QUESTION);
        assertThat(chat.kinds()).containsExactly("notice", "answer");
        assertThat(MODEL.asked()).hasSize(1);
    }

    /** A promise is repaired once; then nothing of it is shown and a person is offered. */
    @Test
    void whoeverPromisesTwiceIsNotShownAndAPersonIsOffered() {
        MODEL.does((asked, pen) -> pen.says("Ouvrez les paramètres. [s1] Votre dossier avance, quelqu'un vous joint ce soir. [s1]")
                .done());
        Chat chat = on("camille").opens("fr").says(QUESTION);
        assertThat(MODEL.asked()).hasSize(2);
        assertThat(MODEL.asked().getLast().last()).contains("rien n’est fait tant que");
        assertThat(chat.transcript()).doesNotContain("vous joint").contains("Je ne peux rien promettre");
        assertThat(chat.buttons()).anyMatch(button -> button.contains("personne"));
    }
}
