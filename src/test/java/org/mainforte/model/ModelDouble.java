package org.mainforte.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An OpenAI-compatible server whose answers are written by a test. Speaks HTTP and server-sent events like a real one. */
public final class ModelDouble implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What the model does with a request. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(Asked asked, Pen pen) throws Exception;
    }

    /** A request as it came in. */
    public record Asked(JsonNode body) {
        public List<JsonNode> messages() {
            return body.path("messages").valueStream().toList();
        }

        public String system() {
            return messages().getFirst().path("content").asString("");
        }

        /** The newest words of the person, or of the house when it has a tool's result or a correction. */
        public String last() {
            return text(messages().getLast());
        }

        public String lastRole() {
            return messages().getLast().path("role").asString("");
        }

        public String user() {
            return messages().reversed().stream()
                    .filter(message -> message.path("role").asString("").equals("user"))
                    .map(Asked::text)
                    .findFirst()
                    .orElse("");
        }

        public boolean french() {
            return system().contains("Tu réponds en français");
        }

        private static String text(JsonNode message) {
            JsonNode content = message.path("content");
            return content.isString()
                    ? content.asString()
                    : content.path(0).path("text").asString(content.toString());
        }
    }

    /** Writes the stream. */
    public static final class Pen {
        private final HttpExchange exchange;
        private OutputStream out;
        private boolean whole = true;
        private int tools;

        private Pen(HttpExchange exchange) {
            this.exchange = exchange;
            this.out = OutputStream.nullOutputStream();
        }

        public Pen open() throws IOException {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            out = exchange.getResponseBody();
            return this;
        }

        private void start() throws IOException {
            if (exchange.getResponseCode() == -1) {
                open();
            }
        }

        /** Text in pieces as a model makes them. */
        public Pen says(String text) throws IOException {
            for (String piece : text.split("(?<=\\s)")) {
                chunk(Map.of("content", piece), null);
            }
            return this;
        }

        /** Text in one piece. */
        public Pen blurts(String text) throws IOException {
            return chunk(Map.of("content", text), null);
        }

        public Pen calls(String name, String arguments) throws IOException {
            int number = tools++;
            chunk(
                    tool(number, Map.of("name", name, "arguments", ""), "call_" + number + "_" + System.nanoTime()),
                    null);
            int half = arguments.length() / 2;
            chunk(tool(number, Map.of("arguments", arguments.substring(0, half)), null), null);
            chunk(tool(number, Map.of("arguments", arguments.substring(half)), null), null);
            return this;
        }

        private static Map<String, Object> tool(int number, Map<String, String> function, @Nullable String id) {
            return Map.of(
                    "tool_calls",
                    List.of(
                            id == null
                                    ? Map.of("index", number, "function", function)
                                    : Map.of("index", number, "id", id, "type", "function", "function", function)));
        }

        public void done() throws IOException {
            chunk(Map.of(), tools > 0 ? "tool_calls" : "stop");
            raw("data: {\"id\":\"x\",\"object\":\"chat.completion.chunk\",\"choices\":[],\"usage\":"
                    + "{\"prompt_tokens\":1000,\"completion_tokens\":50,\"total_tokens\":1050}}\n\n");
            raw("data: [DONE]\n\n");
        }

        private Pen chunk(Map<String, Object> delta, @Nullable String finish) throws IOException {
            var choice = new java.util.LinkedHashMap<String, @Nullable Object>();
            choice.put("index", 0);
            choice.put("delta", delta);
            choice.put("finish_reason", finish);
            return raw("data: "
                    + JSON.writeValueAsString(Map.of(
                            "id",
                            "x",
                            "object",
                            "chat.completion.chunk",
                            "model",
                            "double",
                            "choices",
                            List.of(choice)))
                    + "\n\n");
        }

        public Pen raw(String text) throws IOException {
            start();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return this;
        }

        public void refuses(int status, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }

        /** Ends the connection in the middle. */
        public void cuts() throws IOException {
            start();
            whole = false;
        }

        public Pen waits(long millis) throws InterruptedException {
            Thread.sleep(millis);
            return this;
        }

        private void end() throws IOException {
            if (whole) {
                out.close();
            }
            exchange.close();
        }
    }

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger streaming = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private volatile Behaviour behaviour = (request, pen) -> pen.says("").done();

    public ModelDouble() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2_000);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** From now on it does this. */
    public void does(Behaviour next) {
        behaviour = next;
        asked.clear();
    }

    public List<Asked> asked() {
        return asked;
    }

    /** How many streams are open now. */
    public int streaming() {
        return streaming.get();
    }

    /** How many streams whoever read them gave up. */
    public int broken() {
        return broken.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        streaming.incrementAndGet();
        var pen = new Pen(exchange);
        try {
            var request = new Asked(JSON.readTree(exchange.getRequestBody().readAllBytes()));
            asked.add(request);
            behaviour.answer(request, pen);
        } catch (IOException gone) {
            broken.incrementAndGet();
        } catch (Exception failed) {
            System.err.println("The model's double failed: " + failed);
        } finally {
            try {
                pen.end();
            } catch (IOException gone) {
                broken.incrementAndGet();
            }
            streaming.decrementAndGet();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
