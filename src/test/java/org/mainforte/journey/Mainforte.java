package org.mainforte.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running Mainforte as an outside client sees it: plain HTTP and JSON, nothing of our own classes. */
public final class Mainforte {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String base;

    public Mainforte(String base) {
        this.base = base;
    }

    public String base() {
        return base;
    }

    /** An answer: its status and its body, read as JSON when it is JSON. */
    public record Answer(int status, String text, HttpResponse<String> raw) {
        public JsonNode json() {
            return JSON.readTree(text);
        }

        public String code() {
            return json().path("code").asString("");
        }
    }

    /** Becomes one of the demo people. */
    public Person person(String id) {
        Answer session = send("POST", "/api/demo/sessions", Map.of("person", id), null, null, "fr");
        if (session.status() != 201) {
            throw new AssertionError("No session for " + id + ": " + session.text());
        }
        return new Person(this, session.json().path("token").asString(), null);
    }

    /** Replaces the demo world by the file's, with some parts of its own (JSON). */
    public void world(String parts) {
        Answer answer = send("PUT", "/api/demo/world", JSON.readTree(parts), null, null, "en");
        if (answer.status() != 204) {
            throw new AssertionError("The world was refused: " + answer.text());
        }
    }

    public Answer send(
            String method,
            String path,
            @Nullable Object body,
            @Nullable String token,
            @Nullable String now,
            String language) {
        HttpRequest.BodyPublisher publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body instanceof String raw ? raw : JSON.writeValueAsString(body));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, publisher)
                .header("Accept-Language", language)
                .timeout(Duration.ofSeconds(30));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (now != null) {
            request.header("X-Demo-Now", now);
        }
        return send(request.build());
    }

    /** Books a slot outside the chat. */
    public Answer book(Person person, String slot, String key) {
        String body = JSON.writeValueAsString(Map.of("slot", slot, "reason", "Écran qui clignote"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/appointments"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + person.token())
                .header("Idempotency-Key", key)
                .timeout(Duration.ofSeconds(30));
        if (person.now() != null) {
            request.header("X-Demo-Now", person.now());
        }
        return send(request.build());
    }

    /** Sends a file to a conversation. */
    public Answer attach(Person person, String conversation, String name, String type, byte[] bytes) {
        String boundary = "----journey" + Long.toHexString(bytes.length);
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(URI.create(base + "/api/conversations/" + conversation + "/attachments"))
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(head, bytes, tail)))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Authorization", "Bearer " + person.token())
                .timeout(Duration.ofSeconds(30))
                .build());
    }

    /** Opens a stream of events. {@code lastEventId} is what a browser sends when it comes back. */
    public Events events(String path, String token, @Nullable String lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(30));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            HttpResponse<InputStream> stream = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (stream.statusCode() != 200) {
                throw new AssertionError(stream.statusCode() + " for " + path);
            }
            return new Events(stream.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    public Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
