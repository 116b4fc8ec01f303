package org.mainforte.channel.teams;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mainforte.channel.teams.card.CardRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Bot Connector of Teams with its token endpoint: keeps what the bot sends, gives ids, and writes down every breach of the
 * rules in {@link #breaches}: a missing token, a stream out of order or too fast, a card where none may be or that is not valid.
 */
final class FakeTeams {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PATH = "/emea/v3/conversations/";

    /** Something the bot sent. */
    record Received(String method, String chat, @Nullable String id, JsonNode activity, long at) {
        String type() {
            return activity.path("type").asString("");
        }

        /** What it says of a stream; missing when it is none. */
        JsonNode streamInfo() {
            JsonNode info = FakeTeams.streamInfo(activity);
            return info == null ? JSON.missingNode() : info;
        }

        boolean is(String type) {
            return type().equals(type);
        }

        JsonNode card() {
            return activity.path("attachments").path(0).path("content");
        }

        /** Everything a person can read of it. */
        String words() {
            return activity.path("text").asString("") + "\n" + Cards.words(card());
        }
    }

    /** A way to fail: a status, or nothing. */
    interface Fault {
        int status(String method, String chat, JsonNode activity);
    }

    private final HttpServer server;
    final List<Received> received = new CopyOnWriteArrayList<>();
    final List<String> files = new CopyOnWriteArrayList<>();
    final List<String> tokenRequests = new CopyOnWriteArrayList<>();
    final List<String> breaches = new CopyOnWriteArrayList<>();
    final AtomicInteger tokens = new AtomicInteger();
    final AtomicInteger calls = new AtomicInteger();
    volatile Fault fault = (method, chat, activity) -> 0;
    /** Tokens given out and not revoked: as at Entra, a new one does not end the one before. */
    final Set<String> valid = ConcurrentHashMap.newKeySet();

    volatile Duration pace = Duration.ofMillis(150);
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, StreamSeen> streams = new ConcurrentHashMap<>();
    /** Streams that are not taken any more, and why. */
    final Map<String, String> closedStreams = new ConcurrentHashMap<>();

    static final String STOPPED = "Content stream was canceled by user.";
    static final String TOO_LONG = "Content stream finished due to exceeded streaming time.";
    /** How many pieces and ends of streams were refused. */
    final AtomicInteger refusals = new AtomicInteger();

    private static final class StreamSeen {
        int sequence = 1;
        String text = "";
        long at = System.nanoTime();
        boolean over;
    }

    FakeTeams() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/token", exchange -> {
            tokenRequests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String token = "token-" + tokens.incrementAndGet();
            valid.add(token);
            answer(exchange, 200, "{\"access_token\":\"" + token + "\",\"expires_in\":3600}");
        });
        server.createContext(PATH, this::connector);
        server.createContext("/file/", exchange -> {
            files.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            boolean big = exchange.getRequestURI().getPath().contains("big");
            byte[] png = java.util.Arrays.copyOf(
                    new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}, big ? 11 * 1024 * 1024 : 100);
            exchange.sendResponseHeaders(200, png.length);
            try {
                exchange.getResponseBody().write(png);
            } catch (IOException enough) {
                // the bot reads no more than it allows
            }
            exchange.close();
        });
        server.start();
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** With a path and a slash at the end, as in real life. */
    String serviceUrl() {
        return origin() + "/emea/";
    }

    void reset() {
        received.clear();
        breaches.clear();
        streams.clear();
        closedStreams.clear();
        refusals.set(0);
        fault = (method, chat, activity) -> 0;
    }

    /** Whole messages the bot sent to a chat, redrawn ones not counted. */
    List<Received> messages(String chat) {
        return received.stream()
                .filter(one -> one.chat().equals(chat)
                        && one.is("message")
                        && one.method().equals("POST"))
                .toList();
    }

    List<Received> redrawn(String chat) {
        return received.stream()
                .filter(one -> one.chat().equals(chat) && one.method().equals("PUT"))
                .toList();
    }

    private void connector(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        String path = exchange.getRequestURI().getRawPath().substring(PATH.length());
        String[] parts = path.split("/");
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        JsonNode activity = bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
        String chat = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (parts[0].matches(".*[:;@].*")) {
            breaches.add("An id is not percent-encoded: " + path);
        }
        if (authorization == null || !valid.contains(authorization.replaceFirst("^Bearer ", ""))) {
            answer(exchange, 401, "{\"error\":{\"code\":\"Unauthorized\"}}");
            return;
        }
        int status = fault.status(exchange.getRequestMethod(), chat, activity);
        if (status != 0) {
            if (status == 429) {
                exchange.getResponseHeaders().add("Retry-After", "0");
            }
            answer(exchange, status, "{\"error\":{\"code\":\"Busy\"}}");
            return;
        }
        if (bytes.length > 28 * 1024) {
            breaches.add("An activity of " + bytes.length + " bytes");
        }
        checkCards(activity);
        String id = parts.length > 2 ? URLDecoder.decode(parts[2], StandardCharsets.UTF_8) : null;
        handle(exchange, chat, id, activity);
    }

    private void checkCards(JsonNode activity) {
        activity.path("attachments").forEach(one -> checkCard(one.path("content")));
        long roots = activity.path("entities")
                .valueStream()
                .filter(one -> one.path("@type").asString("").equals("Message"))
                .count();
        if (roots > 1) {
            breaches.add("More than one root message entity");
        }
    }

    /** A card that people get to see, in a message or in the reply to a click. */
    void checkCard(JsonNode card) {
        CardRules.faults(card).forEach(fault -> breaches.add("A card: " + fault + "\n" + card));
    }

    private void handle(HttpExchange exchange, String chat, @Nullable String id, JsonNode activity) throws IOException {
        String method = exchange.getRequestMethod();
        if (method.equals("POST") && id == null) {
            post(exchange, chat, activity);
        } else if (method.equals("PUT") && id != null) {
            received.add(new Received(method, chat, id, activity, System.nanoTime()));
            answer(exchange, 200, "{\"id\":\"" + id + "\"}");
        } else if (method.equals("DELETE")) {
            received.add(new Received(method, chat, id, activity, System.nanoTime()));
            answer(exchange, 200, "");
        } else {
            breaches.add(method + " " + exchange.getRequestURI());
            answer(exchange, 404, "");
        }
    }

    private void post(HttpExchange exchange, String chat, JsonNode activity) throws IOException {
        JsonNode info = streamInfo(activity);
        String fresh = "a:" + ids.incrementAndGet();
        if (info == null) {
            received.add(new Received("POST", chat, fresh, activity, System.nanoTime()));
            boolean typing = activity.path("type").asString("").equals("typing");
            answer(exchange, typing ? 202 : 201, typing ? "" : "{\"id\":\"" + fresh + "\"}");
            return;
        }
        String type = info.path("streamType").asString("");
        String streamId = info.path("streamId").asString(fresh);
        String refusal = type.equals("final") ? end(streamId, info, activity) : piece(streamId, info, activity, type);
        if (refusal != null) {
            refusals.incrementAndGet();
            answer(exchange, 403, "{\"error\":{\"code\":\"ContentStreamNotAllowed\",\"message\":\"" + refusal + "\"}}");
            return;
        }
        received.add(new Received("POST", chat, streamId, activity, System.nanoTime()));
        boolean first = !info.has("streamId");
        answer(exchange, first ? 201 : 202, first ? "{\"id\":\"" + streamId + "\"}" : "");
    }

    private static @Nullable JsonNode streamInfo(JsonNode activity) {
        return activity.path("entities")
                .valueStream()
                .filter(entity -> entity.path("type").asString("").equals("streaminfo"))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String piece(String id, JsonNode info, JsonNode activity, String type) {
        StreamSeen seen = streams.computeIfAbsent(id, fresh -> new StreamSeen());
        int sequence = info.path("streamSequence").asInt(0);
        String text = activity.path("text").asString("");
        if (closedStreams.containsKey(id)) {
            return closedStreams.get(id);
        }
        if (seen.over) {
            breaches.add("A piece after the end of " + id);
        }
        if (!info.has("streamId") ? sequence != 1 : sequence != seen.sequence + 1) {
            breaches.add("Sequence " + sequence + " after " + seen.sequence);
        }
        if (type.equals("streaming")) {
            if (!text.startsWith(seen.text)) {
                breaches.add("“" + text + "” does not begin with “" + seen.text + "”");
            }
            if (System.nanoTime() - seen.at < pace.toNanos()) {
                breaches.add("Two pieces within " + (System.nanoTime() - seen.at) / 1_000_000 + " ms");
            }
            seen.text = text;
        } else if (text.length() > 1000 || sequence != 1) {
            breaches.add("An informative piece that is long or not the first");
        }
        if (activity.has("attachments") || activity.has("channelData")) {
            breaches.add("Attachments or feedback before the end of a stream");
        }
        seen.sequence = sequence;
        seen.at = System.nanoTime();
        return null;
    }

    private @Nullable String end(String id, JsonNode info, JsonNode activity) {
        StreamSeen seen = streams.get(id);
        if (closedStreams.containsKey(id)) {
            return closedStreams.get(id);
        }
        if (seen == null || seen.over) {
            return "Content stream is not allowed on an already completed streamed message";
        }
        if (info.has("streamSequence")) {
            breaches.add("A sequence on the end of a stream");
        }
        if (!activity.path("text").asString("").startsWith(seen.text)) {
            breaches.add("The end does not begin with what was shown");
        }
        seen.over = true;
        return null;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    /** Waits until something was received. */
    <T> T until(String what, Function<FakeTeams, @Nullable T> wanted) {
        return until(Duration.ofSeconds(30), what, wanted);
    }

    <T> T until(Duration patience, String what, Function<FakeTeams, @Nullable T> wanted) {
        long until = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < until) {
            T found = wanted.apply(this);
            if (found != null) {
                return found;
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AssertionError(stopped);
            }
        }
        List<String> all = new ArrayList<>();
        received.forEach(one -> all.add(one.method() + " " + one.chat() + " " + one.activity()));
        throw new AssertionError("Never came: " + what + "\n" + String.join("\n", all));
    }
}
