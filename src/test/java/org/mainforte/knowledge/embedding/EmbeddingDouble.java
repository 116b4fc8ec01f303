package org.mainforte.knowledge.embedding;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.mainforte.catalogue.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server that answers as an endpoint for vectors does: a bag of word beginnings, hashed into numbers, in which a few words that mean the
 * same are one. Deterministic, so that a paraphrase without a common word is found, and nothing else than that.
 */
public final class EmbeddingDouble implements AutoCloseable {
    private static final int SIZE = 512;
    private static final int SHORTEST_WORD = 4;
    private static final int STEM = 6;
    /** What it has learnt that no vocabulary of ours says. */
    private static final Map<String, String> MEANS = Map.of(
            "scribouilleuse", "imprimante",
            "feuilles", "imprimante",
            "brancher", "ajouter",
            "gazouillis", "twitter",
            "sesame", "passe",
            "egare", "oublie");

    /** Words that say nothing, as any model has learnt. */
    private static final Set<String> COMMON =
            Set.of(("dans pour avec plus sans mais tout tous cette comment quand elle nous vous sont"
                            + " mon votre puis faire fait veux peux peut suis etre avoir rien your with this that what when from have does will can")
                    .split(" "));

    /** What it does wrong. */
    public enum Fault {
        NONE,
        SLOW,
        HTML,
        BUSY,
        BROKEN,
        WRONG_SIZE,
        NO_NUMBERS,
        TOO_FEW,
        CUT
    }

    private final HttpServer server;
    private final JsonMapper json = JsonMapper.builder().build();
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Fault fault = Fault.NONE;
    private volatile String refused = "\u0000";
    private volatile String authorization = "";

    public EmbeddingDouble() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException taken) {
            throw new IllegalStateException("No port for the double", taken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/embeddings", this::answer);
        server.start();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** From now on. */
    public void fails(Fault how) {
        fault = how;
    }

    /** Texts with this in them are not taken. */
    public void refuses(String part) {
        refused = part;
    }

    /** Every text it was sent, in that order. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    public void forget() {
        texts.clear();
    }

    public String authorization() {
        return authorization;
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode request = json.readTree(exchange.getRequestBody().readAllBytes());
        authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        List<String> asked = new ArrayList<>();
        request.path("input").forEach(text -> asked.add(text.asString()));
        texts.addAll(asked);
        boolean known = request.path("model").asString().equals("bag");
        if (!known || asked.stream().anyMatch(text -> text.contains(refused))) {
            send(exchange, known ? 400 : 404, "application/json", "{\"error\":{\"message\":\"" + asked.size() + "\"}}");
            return;
        }
        switch (fault) {
            case SLOW -> {
                waitUntilClosed();
                exchange.close();
            }
            case HTML -> send(exchange, 200, "text/html", "<!DOCTYPE html><title>Sign in</title>");
            case BUSY -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                send(exchange, 429, "application/json", "{}");
            }
            case BROKEN -> send(exchange, 500, "text/plain", "boom");
            case CUT -> {
                exchange.sendResponseHeaders(200, 100_000);
                exchange.getResponseBody().write("{\"data\":[".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                exchange.close();
            }
            case NO_NUMBERS ->
                send(exchange, 200, "application/json", answer(asked).replaceFirst("\\[\\d[^,]*,", "[NaN,"));
            case TOO_FEW -> send(exchange, 200, "application/json", "{\"data\":[]}");
            case WRONG_SIZE ->
                send(exchange, 200, "application/json", "{\"data\":[{\"index\":0,\"embedding\":[0.5,0.5,0.7]}]}");
            case NONE -> send(exchange, 200, "application/json", answer(asked));
        }
    }

    private void waitUntilClosed() {
        try {
            closed.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Backwards, as the interface allows: the index counts, not the place. */
    private String answer(List<String> asked) {
        var answer = new StringBuilder("{\"object\":\"list\",\"data\":[");
        for (int i = asked.size() - 1; i >= 0; i--) {
            answer.append("{\"object\":\"embedding\",\"index\":").append(i).append(",\"embedding\":[");
            float[] vector = vector(asked.get(i));
            for (int n = 0; n < SIZE; n++) {
                answer.append(n == 0 ? "" : ",").append(String.format(Locale.ROOT, "%.5f", vector[n]));
            }
            answer.append("]}").append(i == 0 ? "" : ",");
        }
        return answer.append("],\"usage\":{\"total_tokens\":1}}").toString();
    }

    private static float[] vector(String text) {
        float[] vector = new float[SIZE];
        vector[0] = 0.01f;
        for (String word : Words.fold(text).split("[^a-z0-9]+")) {
            if (word.length() >= SHORTEST_WORD && !COMMON.contains(word)) {
                String meant = MEANS.getOrDefault(word, word);
                String stem = meant.substring(0, Math.min(STEM, meant.length()));
                vector[Math.floorMod(stem.hashCode() * 31, SIZE)] += 1;
            }
        }
        for (int n = 0; n < SIZE; n++) {
            vector[n] = (float) Math.sqrt(vector[n]);
        }
        return vector;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
