package org.mainforte.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

class VerifiedTokensTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final List<String> checked = new ArrayList<>();
    private final JwtTimestampValidator times = new JwtTimestampValidator();
    private boolean keyInUse = true;
    private final ReactiveJwtDecoder signature = token -> {
        checked.add(token);
        return keyInUse
                ? Mono.just(Jwt.withTokenValue(token)
                        .header("alg", "RS256")
                        .subject("camille")
                        .expiresAt(NOON.plus(Duration.ofHours(1)))
                        .build())
                : Mono.error(new BadJwtException("signed with a key out of use"));
    };

    private VerifiedTokens tokens() {
        times.setClock(Clock.fixed(NOON, ZoneOffset.UTC));
        return new VerifiedTokens(signature, times);
    }

    private static Jwt read(VerifiedTokens tokens, String token) {
        return Objects.requireNonNull(tokens.decode(token).block());
    }

    @Test
    void theSignatureOfATokenIsCheckedOnce() {
        VerifiedTokens tokens = tokens();
        assertThat(read(tokens, "one").getSubject()).isEqualTo("camille");
        assertThat(read(tokens, "one").getTokenValue()).isEqualTo("one");
        assertThat(read(tokens, "other").getTokenValue()).isEqualTo("other");
        assertThat(checked).containsExactly("one", "other");
    }

    @Test
    void aTokenThatRanOutIsCheckedAnewAndRefused() {
        VerifiedTokens tokens = tokens();
        read(tokens, "one");
        times.setClock(Clock.fixed(NOON.plus(Duration.ofHours(2)), ZoneOffset.UTC));
        keyInUse = false;
        assertThatThrownBy(() -> read(tokens, "one")).isInstanceOf(BadJwtException.class);
        assertThat(checked).containsExactly("one", "one");
    }

    @Test
    void aRefusedTokenIsNotRemembered() {
        VerifiedTokens tokens = tokens();
        keyInUse = false;
        assertThatThrownBy(() -> read(tokens, "one")).isInstanceOf(BadJwtException.class);
        keyInUse = true;
        assertThat(read(tokens, "one").getSubject()).isEqualTo("camille");
    }
}
