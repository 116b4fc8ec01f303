package org.mainforte.channel.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Checks a token's signature and issuer once a minute instead of at every request; its times are checked always. A key that the
 * company's sign-in takes out of use is honoured for that minute at the longest. Only tokens found good are remembered, by their
 * hash (SHA-256).
 */
final class VerifiedTokens implements ReactiveJwtDecoder {
    private static final Duration LASTS = Duration.ofMinutes(1);
    private static final int MOST = 5_000;

    private final ReactiveJwtDecoder checks;
    private final OAuth2TokenValidator<Jwt> times;
    /** The oldest first. */
    private final Map<ByteBuffer, Verified> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Verified> eldest) {
            return size() > MOST || eldest.getValue().isOver();
        }
    };

    /** @param since as {@link System#nanoTime} counts */
    private record Verified(Jwt token, long since) {
        boolean isOver() {
            return System.nanoTime() - since > LASTS.toNanos();
        }
    }

    VerifiedTokens(ReactiveJwtDecoder checks) {
        this(checks, new JwtTimestampValidator());
    }

    VerifiedTokens(ReactiveJwtDecoder checks, OAuth2TokenValidator<Jwt> times) {
        this.checks = checks;
        this.times = times;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        ByteBuffer hash = hash(token);
        Jwt good = find(hash);
        return good == null ? checks.decode(token).doOnNext(found -> remember(hash, found)) : Mono.just(good);
    }

    private @Nullable Jwt find(ByteBuffer hash) {
        synchronized (known) {
            Verified before = known.get(hash);
            if (before == null) {
                return null;
            }
            OAuth2TokenValidatorResult now = times.validate(before.token());
            if (before.isOver() || now.hasErrors()) {
                // Checked anew, and refused with its reason if it must be.
                known.remove(hash);
                return null;
            }
            return before.token();
        }
    }

    private void remember(ByteBuffer hash, Jwt good) {
        synchronized (known) {
            known.remove(hash);
            known.put(hash, new Verified(good, System.nanoTime()));
        }
    }

    private static ByteBuffer hash(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
