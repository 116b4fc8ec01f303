package org.mainforte.servers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Stands before a real server and fails as networks and servers do, one request at a time. */
public final class FaultProxy implements AutoCloseable {
    /** What can go wrong with one request. */
    public enum Fault {
        /** The connection ends before anything reaches the server. */
        REFUSED,
        /** No answer within anybody's patience; the server never sees the request. */
        SLOW,
        ERROR_500,
        /** 429 with Retry-After: 1. */
        TOO_MANY,
        /** The server does it, and half of its answer arrives. */
        HALF_A_BODY,
        /** The server does it, and nobody hears of it. */
        LOST_ANSWER,
        /** The server does it when the client has long given up: what it is asked meanwhile it does not know yet. */
        LATE
    }

    private static final int LATE_MILLIS = 2_500;
    private static final Set<String> HOP = Set.of("host", "connection", "content-length", "upgrade", "http2-settings");

    private final URI server;
    private final ServerSocket door;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Fault, AtomicInteger> counts = new EnumMap<>(Fault.class);
    private volatile double share;
    private volatile boolean down;

    public FaultProxy(String server) {
        this.server = URI.create(server);
        for (Fault fault : Fault.values()) {
            counts.put(fault, new AtomicInteger());
        }
        try {
            door = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        threads.execute(this::accept);
    }

    public String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** From now on this share of the requests fails, each in a way of its own. */
    public void fail(double part) {
        share = part;
    }

    /** From now on nothing gets through, until it is told otherwise. */
    public void down(boolean now) {
        down = now;
    }

    /** How often each fault happened. */
    public Map<Fault, Integer> counts() {
        Map<Fault, Integer> now = new EnumMap<>(Fault.class);
        counts.forEach((fault, count) -> now.put(fault, count.get()));
        return now;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            Request request = Request.read(client.getInputStream());
            if (request != null) {
                answer(request, client.getOutputStream());
            }
        } catch (IOException gone) {
            // the client gave up, as it does when the proxy is slow
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Request request, OutputStream out) throws IOException, InterruptedException {
        Fault fault = down ? Fault.REFUSED : drawn();
        if (fault != null) {
            Objects.requireNonNull(counts.get(fault)).incrementAndGet();
        }
        switch (fault) {
            case REFUSED -> {}
            case SLOW -> TimeUnit.SECONDS.sleep(30);
            case ERROR_500 ->
                write(out, "500 Internal Server Error", "", "<html>oops".getBytes(StandardCharsets.UTF_8), 1);
            case TOO_MANY -> write(out, "429 Too Many Requests", "Retry-After: 1\r\n", new byte[0], 1);
            case HALF_A_BODY -> forward(request, out, 2);
            case LOST_ANSWER -> forward(request, OutputStream.nullOutputStream(), 1);
            case LATE -> {
                TimeUnit.MILLISECONDS.sleep(LATE_MILLIS);
                forward(request, OutputStream.nullOutputStream(), 1);
            }
            case null -> forward(request, out, 1);
        }
    }

    private @Nullable Fault drawn() {
        var random = ThreadLocalRandom.current();
        return random.nextDouble() < share ? Fault.values()[random.nextInt(Fault.values().length)] : null;
    }

    private void forward(Request request, OutputStream out, int part) throws IOException, InterruptedException {
        var builder = HttpRequest.newBuilder(URI.create("http://" + server.getAuthority() + request.path()))
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach((name, value) -> {
            if (!HOP.contains(name)) {
                builder.header(name, value);
            }
        });
        HttpResponse<byte[]> response = http.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
        var headers = new StringBuilder();
        response.headers().map().forEach((name, values) -> {
            if (!name.equals("transfer-encoding") && !name.equals("content-length") && !name.equals("connection")) {
                values.forEach(
                        value -> headers.append(name).append(": ").append(value).append("\r\n"));
            }
        });
        write(out, response.statusCode() + " Answer", headers.toString(), response.body(), part);
    }

    /** @param part 1 for the whole body, 2 for its first half */
    private static void write(OutputStream out, String status, String headers, byte[] body, int part)
            throws IOException {
        String head = "HTTP/1.1 " + status + "\r\n" + headers + "Connection: close\r\n"
                + (status.startsWith("204") ? "" : "Content-Length: " + body.length + "\r\n") + "\r\n";
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body, 0, body.length / part);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
        http.shutdownNow();
    }

    private record Request(String method, String path, Map<String, String> headers, byte[] body) {
        static @Nullable Request read(InputStream in) throws IOException {
            String[] first = line(in).split(" ", 3);
            if (first.length < 3) {
                return null;
            }
            Map<String, String> headers = new LinkedHashMap<>();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String[] header = line.split(":", 2);
                headers.put(header[0].toLowerCase(Locale.ROOT), header[1].strip());
            }
            int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
            byte[] body = in.readNBytes(length);
            return body.length < length ? null : new Request(first[0], first[1], headers, body);
        }

        private static String line(InputStream in) throws IOException {
            var line = new ByteArrayOutputStream();
            for (int next = in.read(); next != '\n' && next >= 0; next = in.read()) {
                if (next != '\r') {
                    line.write(next);
                }
            }
            return line.toString(StandardCharsets.ISO_8859_1);
        }
    }
}
