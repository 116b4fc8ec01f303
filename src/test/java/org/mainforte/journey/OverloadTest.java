package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OverloadTest extends JourneyTestBase {
    @Autowired
    private DataSource database;

    /** Every connection is taken and a crowd waits for one. */
    @Test
    void whoComesWhileACrowdWaitsIsToldWhenToComeBack() throws Exception {
        Person camille = on("camille");
        var pool = database.unwrap(HikariDataSource.class);
        var over = new AtomicBoolean();
        List<Connection> taken = new ArrayList<>();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                while (taken.size() < pool.getMaximumPoolSize()) {
                    taken.add(database.getConnection());
                }
                for (int i = 0; i < 300; i++) {
                    crowd.execute(() -> waits(over));
                }
                while (pool.getHikariPoolMXBean().getThreadsAwaitingConnection() < 250) {
                    Thread.onSpinWait();
                }
                Mainforte.Answer refused = camille.get("/api/conversations");
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.code()).isEqualTo("unavailable");
                assertThat(refused.raw().headers().firstValue("Retry-After").map(Integer::valueOf))
                        .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(2, 5));
                assertThat(mainforte
                                .send("GET", "/chat.html", null, null, null, "fr")
                                .status())
                        .isEqualTo(200);
            } finally {
                over.set(true);
                for (Connection one : taken) {
                    one.close();
                }
            }
        }
        assertThat(camille.get("/api/conversations").status()).isEqualTo(200);
    }

    private void waits(AtomicBoolean over) {
        while (!over.get()) {
            try (Connection mine = database.getConnection()) {
                assertThat(mine.isClosed()).isFalse();
            } catch (SQLException tooLong) {
                // the pool lets nobody wait longer than some seconds; the crowd comes back
                Thread.onSpinWait();
            }
        }
    }
}
