package org.mainforte.channel.teams.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person wrote, out of what Teams says. */
class ActivityTest {
    private static Activity message(String text, String format) {
        return Activity.read(
                "{\"type\":\"message\",\"conversation\":{\"id\":\"a:1\"},\"recipient\":{\"id\":\"28:bot\"},"
                        + "\"textFormat\":\"" + format + "\",\"text\":\"" + text + "\",\"entities\":["
                        + "{\"type\":\"mention\",\"text\":\"<at>Mainforte</at>\",\"mentioned\":{\"id\":\"28:bot\",\"name\":\"Mainforte\"}},"
                        + "{\"type\":\"mention\",\"text\":\"<at>Nadia</at>\",\"mentioned\":{\"id\":\"29:n\",\"name\":\"Nadia\"}}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain | <at>Mainforte</at> mon VPN | mon VPN",
                "plain | demandez à <at>Nadia</at> | demandez à Nadia",
                "plain | a < b & c | a < b & c",
                "plain | mon\\u0000 VPN\\uD83D | mon VPN",
                "plain | mon VPN \\uD83D\\uDE31 | mon VPN \uD83D\uDE31",
                "xml | <p>mon <b>VPN</b>&nbsp;&lt;3</p> | mon VPN <3",
            })
    void wordsAreWhatThePersonMeant(String format, String text, String words) {
        assertThat(message(text, format).words()).isEqualTo(words);
    }
}
