package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.mainforte.model.ModelDouble;
import org.mainforte.model.Scripted;

/** That the journeys of this run do have a model. */
@EnabledIfSystemProperty(named = JourneyTestBase.WITH_MODEL, matches = "true")
class ModelledJourneyTest extends JourneyTestBase {
    @Test
    void theModelIsAskedWhatNoRuleAnswers() {
        ModelDouble model = Scripted.server();
        Chat chat = on("camille").opens("fr").says("Comment connecter mon nouveau PC au wifi de la maison ?");
        assertThat(chat.kinds()).containsExactly("answer");
        assertThat(model.asked()).hasSize(1);
    }
}
