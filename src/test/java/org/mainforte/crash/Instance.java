package org.mainforte.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mainforte.journey.Mainforte;

/** The product's jar running in a process of its own. */
public final class Instance {
    /** The longest a start may take, on a machine with other things to do. */
    private static final Duration START = Duration.ofSeconds(180);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path data;
    private final @Nullable Process process;
    private final String base;

    private Instance(Path data, @Nullable Process process, String base) {
        this.data = data;
        this.process = process;
        this.base = base;
    }

    /** One that never ran. */
    public static Instance none() {
        return new Instance(Path.of("none"), null, "");
    }

    /**
     * Starts it on a free port and does not wait.
     *
     * @param settings further ones, as {@code name=value}
     */
    static Instance launch(Path data, String... settings) {
        return launch(
                data, Arrays.stream(settings).map(setting -> "--" + setting).toList());
    }

    /** @param settings further ones, as {@code --name=value} */
    static Instance launch(Path data, List<String> settings) {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules",
                "jdk.incubator.vector",
                "-jar",
                Unpacked.JAR,
                "--server.port=" + port,
                "--mainforte.data-dir=" + data));
        command.addAll(settings);
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(data).toFile()));
        try {
            return new Instance(data, process.start(), "http://127.0.0.1:" + port);
        } catch (IOException impossible) {
            throw new UncheckedIOException("The jar cannot be started", impossible);
        }
    }

    /** The jar as Spring Boot unpacks it for production: it starts in two thirds of the time. Once for all tests of a process. */
    private static final class Unpacked {
        static final String JAR = unpacked();

        private static String unpacked() {
            Path jar = Path.of(System.getProperty("mainforte.jar", "target/mainforte.jar"));
            try {
                Path folder = Files.createTempDirectory("mainforte-unpacked");
                Process process = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Djarmode=tools",
                                "-jar",
                                jar.toString(),
                                "extract",
                                "--force",
                                "--destination",
                                folder.toString())
                        .inheritIO()
                        .start();
                if (process.waitFor() != 0) {
                    throw new AssertionError(jar + " cannot be unpacked: run `mvn package` first");
                }
                return folder.resolve(jar.getFileName()).toString();
            } catch (IOException impossible) {
                throw new UncheckedIOException("The jar cannot be unpacked", impossible);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AssertionError(stopped);
            }
        }
    }

    /** Starts it and waits until it can answer. */
    public static Instance start(Path data, String... settings) {
        return launch(data, settings).ready();
    }

    Instance ready() {
        long until = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (!alive() || System.nanoTime() > until) {
                kill();
                throw new AssertionError("It did not start:\n" + lastWords());
            }
            Waiting.aMoment();
        }
        return this;
    }

    private boolean answers() {
        var request = HttpRequest.newBuilder(URI.create(base + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    public Mainforte mainforte() {
        return new Mainforte(base);
    }

    boolean alive() {
        return process != null && process.isAlive();
    }

    /** SIGKILL: nothing is flushed, closed or said. */
    public void kill() {
        if (process == null) {
            return;
        }
        process.destroyForcibly();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new AssertionError("The process " + process.pid() + " cannot be killed");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    String lastWords() {
        try {
            String all = Files.readString(log(data));
            return all.substring(Math.max(0, all.length() - 6_000));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static Path log(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("No free port", none);
        }
    }
}
