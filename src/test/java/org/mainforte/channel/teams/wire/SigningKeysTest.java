package org.mainforte.channel.teams.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainforte.channel.teams.Authority;
import tools.jackson.databind.json.JsonMapper;

/** Keys come and go: a new one is known within a minute, an old one holds while nobody can be asked, a withdrawn one for a day. */
class SigningKeysTest {
    private static final List<String> TEAMS = List.of("msteams");

    private final Authority authority = new Authority();
    private final Hands clock = new Hands();
    private final SigningKeys keys =
            new SigningKeys(authority.base() + "/metadata", JsonMapper.builder().build(), clock);

    /** A clock moved by hand. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-11-23T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void known() {
        assertThat(keys.find("key-1")).isPresent();
    }

    @Test
    void aRotatedKeyIsKnownWithinAMinute() {
        authority.publish("key-2", TEAMS);
        assertThat(keys.find("key-2")).as("looked a moment ago").isEmpty();
        clock.pass(Duration.ofSeconds(60));
        assertThat(keys.find("key-2"))
                .hasValueSatisfying(key -> assertThat(key.endorsements()).containsExactly("msteams"));
        assertThat(keys.find("key-1")).isPresent();
    }

    @Test
    void unknownKeysAskOnceAMinute() {
        clock.pass(Duration.ofMinutes(2));
        int before = authority.asked.get();
        for (int i = 0; i < 50; i++) {
            assertThat(keys.find("made-up-" + i)).isEmpty();
        }
        assertThat(authority.asked.get() - before).as("metadata and keys, once").isEqualTo(2);
    }

    @Test
    void knownKeysHoldWhileNobodyCanBeAsked() {
        authority.down = true;
        clock.pass(Duration.ofHours(30));
        assertThat(keys.find("key-1")).isPresent();
        assertThat(keys.find("key-2")).isEmpty();
        authority.down = false;
        authority.publish("key-2", TEAMS);
        clock.pass(Duration.ofMinutes(1));
        assertThat(keys.find("key-2")).isPresent();
    }

    @Test
    void aWithdrawnKeyEndsWithTheDay() {
        authority.withdraw("key-1");
        clock.pass(Duration.ofHours(23));
        assertThat(keys.find("key-1")).isPresent();
        clock.pass(Duration.ofHours(1));
        assertThat(keys.find("key-1")).isEmpty();
    }

    @Test
    void keysOfAnIssuerThatWasNeverReachedAreAskedForSoon() {
        authority.down = true;
        SigningKeys fresh = new SigningKeys(
                authority.base() + "/metadata", JsonMapper.builder().build(), clock);
        assertThat(fresh.find("key-1")).isEmpty();
        authority.down = false;
        clock.pass(Duration.ofSeconds(5));
        assertThat(fresh.find("key-1")).isPresent();
    }
}
