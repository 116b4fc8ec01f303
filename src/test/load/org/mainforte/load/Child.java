package org.mainforte.load;

import java.io.IOException;
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
import java.util.List;
import java.util.stream.Stream;

/** A server in a process of its own, with the JDK, class path and heap of the others. */
record Child(Process process, int port) implements AutoCloseable {
    /** @param settings come after the program; {@code PORT} stands for the port */
    static Child start(Path log, String main, String ready, String... settings) throws Exception {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + System.getProperty("load.heap", "512m"),
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path")));
        if (System.getProperty("load.jfr") != null) {
            command.add("-XX:StartFlightRecording=settings=profile,filename=" + System.getProperty("load.jfr"));
        }
        command.addAll(List.of(System.getProperty("load.flags", "-XX:+PrintCommandLineFlags").split(" ")));
        command.add(main);
        for (String setting : settings) {
            command.add(setting.replace("PORT", String.valueOf(port)));
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Child child = new Child(process, port);
        child.awaitReady(ready, log);
        return child;
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    private void awaitReady(String path, Path log) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            long until = System.nanoTime() + 180_000_000_000L;
            while (!ready(http, path)) {
                if (!process.isAlive() || System.nanoTime() > until) {
                    process.destroyForcibly();
                    throw new IllegalStateException("It did not start:\n" + Files.readString(log));
                }
                Thread.sleep(100);
            }
        }
    }

    private boolean ready(HttpClient http, String path) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(base() + path)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What its threads have used of the processors so far, whatever else the machine does; those that compile are not counted. */
    Duration processorTime() throws IOException {
        long ticks = 0;
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            for (Path thread : threads.toList()) {
                String stat = Files.readString(thread.resolve("stat"));
                String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                // proc(5): utime and stime in hundredths of a second.
                ticks += name.contains("CompilerThre") ? 0 : Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            }
        }
        return Duration.ofMillis(ticks * 10);
    }

    /** Resident memory in bytes, after a collection. */
    long memory() throws Exception {
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(process.pid()),
                        "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        Thread.sleep(2_000);
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
