package org.mainforte.journey;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An agent at the desk, as the desk's page calls it. */
public record Agent(Person person) {
    public void isThere() {
        presence(true);
    }

    public void isAway() {
        presence(false);
    }

    private void presence(boolean available) {
        Mainforte.Answer answer = person.send("PUT", "/api/desk/presence", Map.of("available", available));
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
    }

    public List<JsonNode> queue() {
        return Chat.list(person.get("/api/desk/queue").json());
    }

    /** The line of a conversation in the queue. */
    public JsonNode line(String conversation) {
        return queue().stream()
                .filter(line -> line.path("id").asString().equals(conversation))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not in the queue: " + queue()));
    }

    public JsonNode whole(String conversation) {
        return person.get("/api/desk/conversations/" + conversation).json();
    }

    public Mainforte.Answer claims(String conversation) {
        return sends(conversation, "claim", Map.of());
    }

    public Mainforte.Answer says(String conversation, String text) {
        return sends(conversation, "messages", Map.of("text", text));
    }

    public Mainforte.Answer sends(String conversation, String what, Object body) {
        return person.post("/api/desk/conversations/" + conversation + "/" + what, body);
    }

    public Events events() {
        return person.mainforte().events("/api/desk/events", person.token(), null);
    }
}
