package org.mainforte.channel.web;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Under overload a request is refused at once, with the time after which to come back, rather than after seconds in a queue that
 * only grows: what was begun gets done. Nothing of a refused request was stored.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class Overload implements WebFilter {
    /** So many waiting for a connection are about a second's work. */
    private static final int LONGEST_QUEUE = 200;

    private final DataSource database;
    private final Problems problems;

    Overload(DataSource database, Problems problems) {
        this.database = database;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        HikariPoolMXBean pool = path.startsWith("/api/") ? pool() : null;
        if (pool == null || pool.getThreadsAwaitingConnection() < LONGEST_QUEUE) {
            return chain.filter(exchange);
        }
        // Not all at the same moment again.
        int seconds = ThreadLocalRandom.current().nextInt(2, 6);
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return problems.write(exchange, 503, "unavailable");
    }

    /** The pool, once it has been used. */
    private @Nullable HikariPoolMXBean pool() {
        try {
            return database.isWrapperFor(HikariDataSource.class)
                    ? database.unwrap(HikariDataSource.class).getHikariPoolMXBean()
                    : null;
        } catch (SQLException another) {
            // Some other pool, which does not tell how many wait.
            return null;
        }
    }
}
