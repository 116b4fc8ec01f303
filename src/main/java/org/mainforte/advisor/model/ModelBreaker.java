package org.mainforte.advisor.model;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Spares people a provider that does not answer: after half of the last turns failed it is left alone for half a minute. */
@Component
class ModelBreaker implements ModelHealth {
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "model",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(20)
                    .minimumNumberOfCalls(6)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(Duration.ofSeconds(30))
                    .permittedNumberOfCallsInHalfOpenState(3)
                    .build());

    @Override
    public boolean asked() {
        return !open();
    }

    /** Whether asking is worth while; asks for nothing yet. */
    boolean open() {
        return breaker.getState() == CircuitBreaker.State.OPEN && !elapsed();
    }

    /** The breaker itself only notices that its time is over when it is asked for a permission. */
    private boolean elapsed() {
        boolean permitted = breaker.tryAcquirePermission();
        if (permitted) {
            breaker.releasePermission();
        }
        return permitted;
    }

    boolean permits() {
        return breaker.tryAcquirePermission();
    }

    void answered(long nanos) {
        breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
    }

    void failed(long nanos, ModelFailure failure) {
        if (failure.kind().ofTheProvider()) {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, failure);
        } else {
            breaker.releasePermission();
        }
    }

    /** The turn ended for a reason that says nothing about the provider. */
    void neither() {
        breaker.releasePermission();
    }

    @Override
    public void forget() {
        breaker.reset();
    }
}
