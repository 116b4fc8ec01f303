package org.mainforte.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartTest {
    @Test
    void whatIsWrittenIsReadBack() {
        Start start = Start.request("ticket", Map.of("description", "écran & câble = ? 100 %", "urgency", "high"));
        assertThat(Start.parse(start.toString())).contains(start);
    }

    @Test
    void aPlainOneHasNoQuestionMark() {
        assertThat(new Start("guide", "pc-setup", Map.of())).hasToString("guide:pc-setup");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "guide", "guide:", "delete:everything", "request:UPPER", "request:order?", "request:order?=x", "request:order?x"})
    void anythingElseIsNone(String text) {
        assertThat(Start.parse(text)).isEmpty();
    }

    @Test
    void brokenPercentSignsAreKeptAsTyped() {
        assertThat(Start.parse("request:order?item=100%"))
                .contains(new Start("request", "order", Map.of("item", "100%")));
    }
}
