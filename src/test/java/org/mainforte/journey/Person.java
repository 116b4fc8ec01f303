package org.mainforte.journey;

import java.net.URI;
import java.util.List;
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
        new Invariants(mainforte, json.path("greeting").toString()).check(Chat.list(json.path("greeting")));
        return new Chat(this, json.path("id").asString(), json.path("greeting").size());
    }

    /** Reads the events of a conversation after a message. */
    public Events events(String conversation, int after) {
        return mainforte.events("/api/conversations/" + conversation + "/events?after=" + after, token, null);
    }

    public List<JsonNode> tickets() {
        return mine("/api/tickets");
    }

    public List<JsonNode> requests() {
        return mine("/api/requests");
    }

    /** The appointments that still stand. */
    public List<JsonNode> appointments() {
        return mine("/api/appointments").stream()
                .filter(one -> !one.path("state").asString().equals("cancelled"))
                .toList();
    }

    private List<JsonNode> mine(String path) {
        Mainforte.Answer answer = get(path);
        if (answer.status() != 200) {
            throw new AssertionError(path + ": " + answer.status() + " " + answer.text());
        }
        return Chat.list(answer.json());
    }

    /** What this person left behind: the references of tickets, requests and appointments. */
    public List<String> traces() {
        return List.of(tickets(), requests(), appointments()).stream()
                .flatMap(List::stream)
                .map(one -> one.path("reference").asString())
                .toList();
    }

    /** A phone that scans the code of a conversation: another session, for this conversation only. */
    public Chat phone(Chat chat) {
        JsonNode link = post("/api/conversations/" + chat.id() + "/resume-links", Map.of())
                .json();
        String secret = URI.create(link.path("url").asString()).getFragment().substring("resume=".length());
        JsonNode session = mainforte
                .send("POST", "/api/resume-links/redeem", Map.of("token", secret), null, now, "fr")
                .json();
        Person phone = new Person(mainforte, session.path("token").asString(), now);
        return new Chat(
                phone, session.path("conversation").asString(), chat.all().size());
    }
}
