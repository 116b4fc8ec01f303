package org.mainforte.channel.web;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ActingClock;
import org.mainforte.people.Demo;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** In the demo, {@code X-Demo-Now} sets the clock for one request and all that it causes; elsewhere it is ignored. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class DemoTime implements WebFilter {
    static final String HEADER = "X-Demo-Now";
    private static final String KEY = "mainforte.acting";

    private final boolean demo;
    private final Problems problems;

    DemoTime(Environment environment, Problems problems) {
        this.problems = problems;
        this.demo = Demo.isOn(environment);
        ContextRegistry.getInstance().registerThreadLocalAccessor(new Acting());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String header = exchange.getRequest().getHeaders().getFirst(HEADER);
        if (!demo || header == null) {
            return chain.filter(exchange);
        }
        try {
            Instant now = OffsetDateTime.parse(header).toInstant();
            return chain.filter(exchange).contextWrite(context -> context.put(KEY, now));
        } catch (DateTimeException malformed) {
            return problems.write(exchange, 400, "demo-time-invalid");
        }
    }

    /** Carries the acting time from the request to the threads that work on it. */
    private static final class Acting implements ThreadLocalAccessor<Instant> {
        @Override
        public Object key() {
            return KEY;
        }

        @Override
        public @Nullable Instant getValue() {
            return ActingClock.acting();
        }

        @Override
        public void setValue(Instant value) {
            ActingClock.actAt(value);
        }

        @Override
        public void setValue() {
            ActingClock.actAt(null);
        }
    }
}
