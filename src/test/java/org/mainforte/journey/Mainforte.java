package org.mainforte.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
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
