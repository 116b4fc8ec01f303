package org.mainforte.outside;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The way to one system: a few at a time, nobody while it asks to be left alone (Retry-After), and only a probe now and then
 * while it fails (circuit breaker).
 */
final class Gate {
    private final Semaphore lanes;
    private final CircuitBreaker breaker;
    private final Clock clock;
    private volatile Instant closedUntil = Instant.MIN;
    private volatile boolean outage;

    Gate(String destination, int lanes, Duration probeEvery, Clock clock) {
        this.lanes = new Semaphore(lanes);
        this.clock = clock;
        breaker = CircuitBreaker.of(
                destination,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(8)
                        .failureRateThreshold(70)
                        .waitDurationInOpenState(probeEvery)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .clock(clock)
                        .build());
    }

    /** Whether somebody may go now; every true is followed by exactly one of the other methods. */
    boolean enter() {
        if (clock.instant().isBefore(closedUntil) || !lanes.tryAcquire()) {
            return false;
        }
        if (breaker.tryAcquirePermission()) {
            return true;
        }
        lanes.release();
        return false;
    }

    /** Nothing was sent. */
    void turnedBack() {
        breaker.releasePermission();
        lanes.release();
    }

    /** The system answered. @return whether that ends an outage */
    boolean answered(Duration took) {
        breaker.onSuccess(took.toNanos(), java.util.concurrent.TimeUnit.NANOSECONDS);
        lanes.release();
        boolean ended = outage;
        outage = false;
        return ended;
    }

    void failed(Duration took, Throwable failure, @Nullable Duration retryAfter) {
        if (retryAfter != null) {
            closedUntil = clock.instant().plus(retryAfter);
        }
        breaker.onError(took.toNanos(), java.util.concurrent.TimeUnit.NANOSECONDS, failure);
        outage = outage || breaker.getState() == CircuitBreaker.State.OPEN;
        lanes.release();
    }
}
