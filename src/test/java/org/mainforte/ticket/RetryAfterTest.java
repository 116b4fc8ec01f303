package org.mainforte.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mainforte.ticket.TicketHouse.CLAIRE;
import static org.mainforte.ticket.TicketHouse.MONDAY_TEN;
import static org.mainforte.ticket.TicketHouse.confirmed;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mainforte.outside.Outboxes;
import org.mainforte.ticket.redmine.Redmine;
import org.mainforte.ticket.redmine.RedmineSettings;

/** A system that says when to come back (RFC 9110, 10.2.3) is left alone until then, with everything that waits for it. */
class RetryAfterTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer busy;
    private final TicketHouse house;

    RetryAfterTest() throws IOException {
        busy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        busy.createContext("/", call -> {
            asked.incrementAndGet();
            call.getResponseHeaders().set("Retry-After", "600");
            call.sendResponseHeaders(429, -1);
            call.close();
        });
        busy.start();
        String url = "http://127.0.0.1:" + busy.getAddress().getPort();
        house = new TicketHouse(new Redmine(new RedmineSettings(url, "key", "it", 1), Outboxes.patient()));
    }

    @AfterEach
    void stop() {
        busy.stop(0);
    }

    @Test
    void nothingIsSentBeforeItsTime() {
        open();
        await().until(() -> {
            house.courier.sweep();
            return waiting("next_attempt_at > current_timestamp + interval '590' second") == 1;
        });
        int before = asked.get();
        open();
        for (int sweep = 0; sweep < 20; sweep++) {
            house.courier.sweep();
        }
        assertThat(asked).hasValue(before);
        assertThat(waiting("attempts = 0"))
                .as("the other one has not even begun")
                .isEqualTo(1);
        assertThat(house.tickets.mine(CLAIRE.id()))
                .hasSize(2)
                .allSatisfy(ticket -> assertThat(ticket.state()).isEqualTo(TicketState.RECORDED));
    }

    private void open() {
        house.done(
                house.callback,
                Map.of("reason", "Panne"),
                confirmed(UUID.randomUUID().toString(), CLAIRE, MONDAY_TEN));
    }

    private int waiting(String condition) {
        return house.jdbc
                .sql("select count(*) from errand where " + condition)
                .query(Integer.class)
                .single();
    }
}
