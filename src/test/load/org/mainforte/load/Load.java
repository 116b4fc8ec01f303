package org.mainforte.load;

import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mainforte.journey.Mainforte;
import org.mainforte.journey.Person;

/**
 * The load test: the product and a bare server, one after the other, at the same rates; then idle streams. Prints the tables of
 * {@code src/docs/performance.md}. Settings: {@code load.rates} (turns a second), {@code load.seconds}, {@code load.streams},
 * {@code load.url} (a PostgreSQL to use instead of the embedded database), {@code load.heap}, {@code load.flags}, {@code load.jfr}.
 */
public final class Load {
    private static final int CONVERSATIONS = 200;
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("load.seconds", 30));
    /** Streams that only load classes and code. */
    private static final int WARM = 200;

    private static final int STREAMS = Integer.getInteger("load.streams", 2_000);

    private Load() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("mainforte-load");
        System.out.println("\n" + machine() + "\n");
        System.out.println(
                "| what | turns/s asked | turns | failed | p50 ms | p95 ms | p99 ms | worst ms | processor ms a turn"
                        + " |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        try (Child bare = Child.start(folder.resolve("bare.log"), Baseline.Server.class.getName(), "/", "PORT")) {
            measure(bare, new Baseline(bare.base()));
        }
        try (Child product = product(folder)) {
            measure(product, new Product(new Mainforte(product.base())));
            System.out.println("\nDatabase file: " + size(folder) / 1_000_000 + " MB");
        }
        // A fresh process: after the load above its heap would hide what the streams need.
        try (Child product = product(folder.resolve("idle"))) {
            idle(product);
        }
        System.out.println("\n" + machine());
    }

    private static Child product(Path folder) throws Exception {
        Files.createDirectories(folder);
        List<String> settings =
                new ArrayList<>(List.of("--server.port=PORT", "--mainforte.data-dir=" + folder.resolve("data")));
        if (System.getProperty("load.url") != null) {
            settings.add("--spring.datasource.url=" + System.getProperty("load.url"));
        }
        return Child.start(
                folder.resolve("product.log"),
                "org.mainforte.MainforteApplication",
                "/actuator/health/readiness",
                settings.toArray(String[]::new));
    }

    private static void measure(Child server, Target target) throws Exception {
        OpenLoop loop = new OpenLoop(target, CONVERSATIONS);
        loop.run(20, Duration.ofSeconds(30), 0);
        for (String rate : System.getProperty("load.rates", "50,100,200").split(",")) {
            Duration before = server.processorTime();
            OpenLoop.Result result = loop.run(Integer.parseInt(rate), TIME, 42);
            double spent = server.processorTime().minus(before).toNanos() / 1e6 / result.turns();
            System.out.println(result.row() + " %.2f |".formatted(spent));
        }
        loop.close();
    }

    /** What streams on which nothing happens cost, over plain sockets so that the client costs little. */
    private static void idle(Child product) throws Exception {
        Mainforte mainforte = new Mainforte(product.base());
        mainforte.world("{}");
        Person person = mainforte.person("camille");
        List<Socket> sockets = new ArrayList<>();
        long before = 0;
        for (int i = -WARM; i < STREAMS; i++) {
            if (i == 0) {
                before = product.memory();
            }
            String id = person.post("/api/conversations", Map.of())
                    .json()
                    .path("id")
                    .asString();
            sockets.add(stream(URI.create(mainforte.base()), id, person.token()));
        }
        Thread.sleep(25_000);
        long after = product.memory();
        System.out.printf(
                "%nIdle streams: resident memory %d MB before, %d MB with %d streams: %d kB each%n",
                before >> 20, after >> 20, STREAMS, (after - before) / STREAMS / 1024);
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private static Socket stream(URI base, String conversation, String token) throws Exception {
        Socket socket = new Socket(base.getHost(), base.getPort());
        String request = "GET /api/conversations/" + conversation + "/events HTTP/1.1\r\nHost: " + base.getAuthority()
                + "\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        byte[] head = socket.getInputStream().readNBytes(12);
        if (!new String(head, StandardCharsets.US_ASCII).equals("HTTP/1.1 200")) {
            throw new IllegalStateException("No stream: " + new String(head, StandardCharsets.US_ASCII));
        }
        return socket;
    }

    private static long size(Path folder) throws Exception {
        Path file = folder.resolve("data/mainforte.mv.db");
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static String machine() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return "%d cores, Java %s, load average %.1f"
                .formatted(system.getAvailableProcessors(), Runtime.version(), system.getSystemLoadAverage());
    }
}
