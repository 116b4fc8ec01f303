package org.mainforte.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ActingClockTest {
    private static final Instant REAL = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant ACTED = Instant.parse("2026-05-07T15:40:00Z");

    private final ActingClock clock = new ActingClock(Clock.fixed(REAL, ZoneOffset.UTC));

    @Test
    void actsAtTheGivenTimeAndThenNoMore() {
        ActingClock.at(ACTED, () -> {
            assertThat(clock.instant()).isEqualTo(ACTED);
            ActingClock.at(null, () -> assertThat(clock.instant()).isEqualTo(REAL));
            assertThat(clock.instant()).isEqualTo(ACTED);
        });
        assertThat(clock.instant()).isEqualTo(REAL);
    }

    @Test
    void isInParis() {
        assertThat(clock.getZone()).isEqualTo(ActingClock.PARIS);
    }
}
