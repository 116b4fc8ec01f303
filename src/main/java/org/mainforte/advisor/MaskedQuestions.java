package org.mainforte.advisor;

import java.util.List;
import org.mainforte.knowledge.Outgoing;
import org.springframework.stereotype.Component;

/**
 * Masks a question before its vector is asked for. Names are not known here, only forms: who asks is not said to the search. Unlike a
 * model, an endpoint for vectors has no use for the placeholders.
 */
@Component
class MaskedQuestions implements Outgoing {
    @Override
    public String masked(String question) {
        return new Masking(List.of())
                .masked(question)
                .replaceAll("\\{[A-Z]{2,12}_\\d{1,3}}", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
