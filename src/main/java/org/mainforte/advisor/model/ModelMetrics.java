package org.mainforte.advisor.model;

import dev.langchain4j.model.output.TokenUsage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What the model costs and what becomes of it, for operators; nothing personal. Names: {@code mainforte.model.*}. */
@Component
class ModelMetrics {
    private final MeterRegistry registry;

    ModelMetrics(MeterRegistry registry, ModelCalls calls) {
        this.registry = registry;
        registry.gauge("mainforte.model.calls", calls, ModelCalls::underWay);
    }

    /** A turn ended. @param waited how long the provider was waited for, in all its calls */
    void turn(Verdict verdict, Duration waited) {
        registry.timer("mainforte.model.turn", "verdict", verdict.tag()).record(waited);
    }

    void tokens(TokenUsage used) {
        registry.counter("mainforte.model.tokens", "direction", "in").increment(or0(used.inputTokenCount()));
        registry.counter("mainforte.model.tokens", "direction", "out").increment(or0(used.outputTokenCount()));
    }

    private static int or0(@org.jspecify.annotations.Nullable Integer count) {
        return count == null ? 0 : count;
    }

    /** A known tool was called. */
    void tool(String name) {
        registry.counter("mainforte.model.tools", "tool", name).increment();
    }

    /** The plain path answered instead. */
    void fallback(String reason) {
        registry.counter("mainforte.model.fallbacks", "reason", reason).increment();
    }

    /** A sentence was not shown. */
    void fault(Fault fault) {
        registry.counter("mainforte.model.faults", "fault", fault.name().toLowerCase(java.util.Locale.ROOT))
                .increment();
    }
}
