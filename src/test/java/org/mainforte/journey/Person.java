package org.mainforte.journey;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody signed in, at some time of the demo's clock. */
public record Person(
        Mainforte mainforte, String token, @Nullable String now) {
    /** The same person at another time, for instance {@code 2026-05-07T17:40:00+02:00}. */
    public Person at(String time) {
        return new Person(mainforte, token, time);
    }

    public Mainforte.Answer get(String path) {
        return mainforte.send("GET", path, null, token, now, "fr");
    }

    public Mainforte.Answer post(String path, Object body) {
        return mainforte.send("POST", path, body, token, now, "fr");
    }

    public Mainforte.Answer send(String method, String path, @Nullable Object body) {
        return mainforte.send(method, path, body, token, now, "fr");
    }

    /** Opens the chat in {@code fr} or {@code en}. */
    public Chat opens(String language) {
        Mainforte.Answer open = post("/api/conversations", Map.of("language", language));
        if (open.status() != 201) {
            throw new AssertionError("The chat did not open: " + open.text());
        }
        JsonNode json = open.json();
        return new Chat(this, json.path("id").asString(), json.path("greeting").size());
    }
}
