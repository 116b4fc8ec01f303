package org.mainforte.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When errands may go to a system, and when it is left alone. */
class GateTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Unavailable DOWN = new Unavailable("no connection", null);

    private final HandClock clock = new HandClock();
    private final Gate gate = new Gate("tickets", 4, Duration.ofSeconds(10), clock);

    @Test
    void aFewGoAtATime() {
        for (int lane = 0; lane < 4; lane++) {
            assertThat(gate.enter()).isTrue();
        }
        assertThat(gate.enter()).isFalse();
        gate.answered(SHORT);
        assertThat(gate.enter()).isTrue();
    }

    @Test
    void nobodyGoesBeforeTheTimeThatTheSystemAskedFor() {
        fails(Duration.ofSeconds(30));
        clock.passes(Duration.ofSeconds(29));
        assertThat(gate.enter()).isFalse();
        clock.passes(Duration.ofSeconds(1));
        assertThat(gate.enter()).isTrue();
    }

    @Test
    void aSystemThatFailsIsOnlyProbedUntilItAnswers() {
        for (int failure = 0; failure < 8; failure++) {
            fails(null);
        }
        assertThat(gate.enter()).isFalse();
        clock.passes(Duration.ofSeconds(11));
        fails(null);
        assertThat(gate.enter()).as("one probe, and it failed").isFalse();
        clock.passes(Duration.ofSeconds(11));
        assertThat(gate.enter()).isTrue();
        assertThat(gate.enter()).as("one probe at a time").isFalse();
        assertThat(gate.answered(SHORT)).as("the outage is over").isTrue();
        assertThat(gate.enter()).isTrue();
        assertThat(gate.answered(SHORT)).isFalse();
    }

    private void fails(@Nullable Duration retryAfter) {
        assertThat(gate.enter()).isTrue();
        gate.failed(SHORT, DOWN, retryAfter);
    }

    /** Time passes by hand. */
    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-23T09:00:00Z");

        void passes(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nobody asks for another zone");
        }
    }
}
