package org.mainforte.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mainforte.ticket.TicketHouse.CLAIRE;
import static org.mainforte.ticket.TicketHouse.MONDAY_TEN;
import static org.mainforte.ticket.TicketHouse.confirmed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainforte.kernel.Problem;
import org.mainforte.outside.Outboxes;
import org.mainforte.outside.OutsideHttp;
import org.mainforte.servers.Servers;
import org.mainforte.ticket.requesttracker.RequestTracker;
import org.mainforte.ticket.requesttracker.RequestTrackerSettings;

/** A real Request Tracker with our scrip tells of a change; nobody polls in this test. */
class TicketHintTest {
    private static final String BODY = "{\"transaction\":1}";

    private final Servers.Running server = Servers.requestTracker();
    private final TicketHouse house = new TicketHouse(new RequestTracker(
            new RequestTrackerSettings(server.get("url"), server.get("token"), "IT-Support", Map.of()),
            Outboxes.patient()));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Hints hints = new Hints(new HintSettings("hint-secret"), house.jdbc, house.feed, meters);
    private final List<String[]> calls = new CopyOnWriteArrayList<>();
    private final HttpServer door;

    TicketHintTest() throws IOException {
        door = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(server.get("hints"))), 50);
    }

    @BeforeEach
    void listen() {
        door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        door.createContext("/api/hooks/tickets", this::called);
        door.start();
    }

    @AfterEach
    void close() {
        door.stop(0);
        hints.destroy();
    }

    private void called(HttpExchange call) throws IOException {
        String signature = Objects.requireNonNullElse(call.getRequestHeaders().getFirst("X-Mainforte-Signature"), "");
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new String[] {signature, body});
        hints.take(signature, body);
        call.sendResponseHeaders(204, -1);
        call.close();
    }

    @Test
    void aReplyIsToldWithoutWaitingForTheNextPoll() {
        house.feed.poll();
        house.done(
                house.callback,
                Map.of("reason", "Panne"),
                confirmed(UUID.randomUUID().toString(), CLAIRE, MONDAY_TEN));
        house.drain();
        String id = Objects.requireNonNull(
                        house.tickets.mine(CLAIRE.id()).getFirst().external())
                .id();
        var technician = new OutsideHttp(
                server.get("url") + "/REST/2.0",
                Map.of("Authorization", "token " + server.get("technician")),
                Outboxes.patient());
        technician.send(
                "POST",
                "/ticket/" + id + "/correspond",
                Map.of("Content", "Je vous appelle", "ContentType", "text/plain"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(house.told).anyMatch(text -> text.contains("Je vous appelle")));
        assertThat(house.told)
                .filteredOn(text -> text.contains("Je vous appelle"))
                .hasSize(1);

        String[] again = calls.getLast();
        refused(again[0], again[1], "repeated");
    }

    @Test
    void whatIsNotSignedOldOrRepeatedIsRefusedAndCounted() {
        long now = Instant.now().getEpochSecond();
        refused("", BODY, "unsigned");
        refused(signature(now, BODY, "another secret"), BODY, "unsigned");
        refused(signature(now, BODY, "hint-secret"), BODY + " ", "unsigned");
        refused(signature(now, BODY, "hint-secret").replace("t=" + now, "t=" + (now + 1)), BODY, "unsigned");
        refused(signature(now - 400, BODY, "hint-secret"), BODY, "late");
        refused(signature(now + 400, BODY, "hint-secret"), BODY, "late");
        hints.take(signature(now, BODY, "hint-secret"), BODY);
        refused(signature(now, BODY, "hint-secret"), BODY, "repeated");
        assertThat(count("taken")).isEqualTo(1);
        assertThat(count("unsigned")).isEqualTo(4);
        assertThatThrownBy(() -> new Hints(new HintSettings(""), house.jdbc, house.feed, meters)
                        .take(signature(now, BODY, ""), BODY))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
    }

    private void refused(String signature, String body, String why) {
        double before = count(why);
        assertThatThrownBy(() -> hints.take(signature, body))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(401));
        assertThat(count(why)).isEqualTo(before + 1);
    }

    private double count(String outcome) {
        return meters.counter("mainforte.ticket.hints", "outcome", outcome).count();
    }

    private static String signature(long time, String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    (secret.isEmpty() ? "x" : secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] code = mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + time + ",v1=" + HexFormat.of().formatHex(code);
        } catch (java.security.GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
