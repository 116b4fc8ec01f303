package org.mainforte.knowledge.embedding;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whether the endpoint is worth asking for a question's vector, and how it has been doing. After half of the last ten calls failed or
 * were late it is left alone for half a minute. Only a few questions wait for it at a time: each may hold a connection to the
 * database meanwhile.
 */
final class EmbeddingState {
    private static final int AT_ONCE = 6;

    private final MeterRegistry registry;
    private final Semaphore lanes = new Semaphore(AT_ONCE);
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "embedding",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(10)
                    .minimumNumberOfCalls(4)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(Duration.ofSeconds(30))
                    .permittedNumberOfCallsInHalfOpenState(1)
                    .build());
    private volatile @Nullable EmbeddingFailure trouble;

    EmbeddingState(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge("mainforte.embedding.resting", this, state -> state.resting() ? 1 : 0);
    }

    /** Something that asks the endpoint. */
    interface Call<T> {
        T ask() throws EmbeddingFailure;
    }

    /** What a call brought; null when it was not made, or failed. */
    <T> @Nullable T ask(Call<T> call) {
        if (!lanes.tryAcquire()) {
            count("question", "crowded");
            return null;
        }
        try {
            return breaker.tryAcquirePermission() ? asked(call) : spared();
        } finally {
            lanes.release();
        }
    }

    private <T> @Nullable T spared() {
        count("question", "resting");
        return null;
    }

    private <T> @Nullable T asked(Call<T> call) {
        long start = System.nanoTime();
        try {
            T brought = call.ask();
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            succeeded("question", start);
            return brought;
        } catch (EmbeddingFailure failure) {
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, failure);
            failed("question", failure);
            return null;
        }
    }

    /** @param what was asked for, {@code question} or {@code articles} */
    void succeeded(String what, long startNanos) {
        trouble = null;
        count(what, "answered");
        registry.timer("mainforte.embedding.time", "for", what)
                .record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
    }

    void failed(String what, EmbeddingFailure failure) {
        trouble = failure;
        count(what, failure.kind().tag());
    }

    private void count(String what, String outcome) {
        registry.counter("mainforte.embedding.calls", "for", what, "outcome", outcome)
                .increment();
    }

    boolean resting() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    /** What went wrong last, if nothing has gone right since. */
    @Nullable
    String trouble() {
        EmbeddingFailure last = trouble;
        return last == null ? null : last.getMessage();
    }

    /** How long it asked to be left alone, if it did. */
    @Nullable
    Duration retryAfter() {
        EmbeddingFailure last = trouble;
        return last == null ? null : last.retryAfter();
    }
}
