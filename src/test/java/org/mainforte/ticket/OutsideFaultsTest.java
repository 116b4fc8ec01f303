package org.mainforte.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mainforte.ticket.TicketHouse.CLAIRE;
import static org.mainforte.ticket.TicketHouse.MONDAY_TEN;
import static org.mainforte.ticket.TicketHouse.confirmed;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mainforte.outside.Outboxes;
import org.mainforte.outside.OutsideHttp;
import org.mainforte.servers.FaultProxy;
import org.mainforte.servers.Servers;
import org.mainforte.ticket.redmine.Redmine;
import org.mainforte.ticket.redmine.RedmineSettings;
import org.mainforte.ticket.requesttracker.RequestTracker;
import org.mainforte.ticket.requesttracker.RequestTrackerSettings;
import tools.jackson.databind.JsonNode;

/** Whatever goes wrong on the way: every ticket that somebody was promised stands outside exactly once. */
class OutsideFaultsTest {
    /** Four instances on one PostgreSQL, and a network that fails a third of the time in seven ways. */
    @Test
    @Timeout(300)
    void asManyTicketsComeOutOfFaultsAsWentIn() throws Exception {
        int count = Integer.getInteger("mainforte.soak.tickets", 200);
        try (var book = new IssueBook();
                var proxy = new FaultProxy(book.url());
                var postgres = EmbeddedPostgres.start();
                var pool = new HikariDataSource()) {
            pool.setDataSource(postgres.getPostgresDatabase());
            pool.setMaximumPoolSize(40);
            Flyway.configure().dataSource(pool).load().migrate();
            var system = new Redmine(new RedmineSettings(proxy.url(), "key", "it", 1), Outboxes.impatient());
            TicketHouse[] instances = Stream.generate(() -> new TicketHouse(system, pool))
                    .limit(4)
                    .toArray(TicketHouse[]::new);
            TicketHouse one = instances[0];
            Set<String> keys = open(one, count);
            proxy.fail(0.35);
            drain(Duration.ofMinutes(4), instances);

            assertThat(proxy.counts())
                    .hasSize(7)
                    .allSatisfy((fault, times) -> assertThat(times).isGreaterThan(3));
            assertThat(book.keys).hasSize(count).containsExactlyInAnyOrderElementsOf(keys);
            assertEverythingArrived(one, count);
        }
    }

    /** The same network before a real Request Tracker. {@code -Dmainforte.soak.tickets=500} for as many as above. */
    @Test
    @Timeout(1_800)
    void requestTrackerBehindTheSameNetworkHasEachOnce() throws Exception {
        int count = Integer.getInteger("mainforte.soak.tickets", 15);
        Servers.Running server = Servers.requestTracker();
        try (var proxy = new FaultProxy(server.get("url"))) {
            TicketHouse house = new TicketHouse(new RequestTracker(
                    new RequestTrackerSettings(proxy.url(), server.get("token"), "IT-Support", Map.of()),
                    Outboxes.brisk()));
            Set<String> keys = open(house, count);
            proxy.fail(0.35);
            long begin = System.nanoTime();
            drain(Duration.ofSeconds(180 + 3L * count), house);
            System.out.println("OutsideFaultsTest: " + count + " tickets through 35 % faults in "
                    + Duration.ofNanos(System.nanoTime() - begin).toSeconds() + " s, " + proxy.counts());
            assertThat(trackerKeys(server, keys)).containsExactlyInAnyOrderElementsOf(keys);
            assertEverythingArrived(house, count);
        }
    }

    /** The same network before a real Redmine. */
    @Test
    @Timeout(200)
    void aRealSystemBehindTheSameNetworkHasEachOnce() throws Exception {
        Servers.Running server = Servers.redmine();
        try (var proxy = new FaultProxy(server.get("url"))) {
            TicketHouse house = new TicketHouse(new Redmine(
                    new RedmineSettings(proxy.url(), server.get("key"), server.get("project"), 1), Outboxes.brisk()));
            Set<String> keys = open(house, 4);
            proxy.fail(0.35);
            drain(Duration.ofMinutes(3), house);
            assertThat(redmineKeys(server, keys)).containsExactlyInAnyOrderElementsOf(keys);
            assertEverythingArrived(house, 4);
        }
    }

    /** The real server stands still in the middle of its work, and goes on later. */
    @Test
    @Timeout(200)
    void aFrozenServerDelaysAndDoublesNothing() {
        Servers.Running server = Servers.requestTracker();
        TicketHouse house = new TicketHouse(new RequestTracker(
                new RequestTrackerSettings(server.get("url"), server.get("token"), "IT-Support", Map.of()),
                Outboxes.impatient()));
        Set<String> keys = open(house, 30);
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            house.courier.sweep();
            return house.outbox.count(Filing.KIND, false) < 28;
        });
        server.freeze();
        try {
            long end = System.nanoTime() + Duration.ofSeconds(6).toNanos();
            await().atMost(Duration.ofSeconds(10)).until(() -> {
                house.courier.sweep();
                return System.nanoTime() > end;
            });
            assertThat(house.outbox.count(Filing.KIND, false)).isPositive();
        } finally {
            server.thaw();
        }
        drain(Duration.ofSeconds(60), house);
        assertThat(trackerKeys(server, keys)).hasSize(30);
        assertEverythingArrived(house, 30);
    }

    /** Request Tracker behind the same network, and a stop of everything: drained within a minute after it is back. */
    @Test
    @Timeout(200)
    void afterAnOutageEverythingArrivesWithinAMinute() throws Exception {
        Servers.Running server = Servers.requestTracker();
        try (var proxy = new FaultProxy(server.get("url"))) {
            TicketHouse house = new TicketHouse(new RequestTracker(
                    new RequestTrackerSettings(proxy.url(), server.get("token"), "IT-Support", Map.of()),
                    Outboxes.patient()));
            proxy.down(true);
            Set<String> keys = open(house, 15);
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                house.courier.sweep();
                return proxy.counts().getOrDefault(FaultProxy.Fault.REFUSED, 0) >= 12;
            });
            proxy.down(false);
            proxy.fail(0.2);
            drain(Duration.ofSeconds(60), house);
            assertThat(trackerKeys(server, keys)).hasSize(15);
            assertEverythingArrived(house, 15);
        }
    }

    private static Set<String> open(TicketHouse house, int count) {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < count; i++) {
            String key = UUID.randomUUID().toString();
            keys.add(key);
            house.done(house.callback, Map.of("reason", "Panne " + i), confirmed(key, CLAIRE, MONDAY_TEN));
        }
        return keys;
    }

    private static void drain(Duration within, TicketHouse... houses) {
        await().atMost(within).pollInterval(Duration.ofMillis(100)).until(() -> {
            for (TicketHouse house : houses) {
                house.courier.sweep();
            }
            return houses[0].outbox.count(Filing.KIND, false) == 0;
        });
    }

    private static void assertEverythingArrived(TicketHouse house, int count) {
        List<Ticket> tickets = house.tickets.mine(CLAIRE.id());
        assertThat(tickets).hasSize(count).allSatisfy(ticket -> {
            assertThat(ticket.state()).isEqualTo(TicketState.OPEN);
            assertThat(ticket.external()).isNotNull();
        });
        assertThat(tickets).extracting(Ticket::external).doesNotHaveDuplicates();
        assertThat(house.outbox.needingAttention()).isEmpty();
    }

    /** The keys of all issues, as often as they stand there. */
    private static List<String> redmineKeys(Servers.Running server, Set<String> wanted) {
        var http = new OutsideHttp(
                server.get("url"), Map.of("X-Redmine-API-Key", server.get("technician")), Outboxes.patient());
        List<String> keys = Collections.synchronizedList(new ArrayList<>());
        for (int offset = 0; ; offset += 100) {
            JsonNode issues = http.get("/issues.json?status_id=*&limit=100&offset=" + offset)
                    .json()
                    .path("issues");
            issues.forEach(issue ->
                    keys.add(issue.path("custom_fields").path(0).path("value").asString("")));
            if (issues.size() < 100) {
                keys.removeIf(key -> !wanted.contains(key));
                return keys;
            }
        }
    }

    private static List<String> trackerKeys(Servers.Running server, Set<String> wanted) {
        var http = new OutsideHttp(
                server.get("url") + "/REST/2.0",
                Map.of("Authorization", "token " + server.get("technician")),
                Outboxes.patient());
        List<String> there = new ArrayList<>();
        for (int page = 1; ; page++) {
            JsonNode items = http.get("/tickets?query=id%3E0&fields=CustomFields&per_page=100&page=" + page)
                    .json()
                    .path("items");
            for (JsonNode ticket : items) {
                ticket.path("CustomFields")
                        .forEach(field -> there.add(field.path("values").path(0).asString("")));
            }
            if (items.size() < 100) {
                there.removeIf(key -> !wanted.contains(key));
                return there;
            }
        }
    }
}
