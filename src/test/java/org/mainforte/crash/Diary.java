package org.mainforte.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainforte.journey.Mainforte;
import org.mainforte.journey.Person;
import tools.jackson.databind.JsonNode;

/** One conversation as its employee remembers it: what was sent, and which of it was acknowledged. */
final class Diary {
    private static final String CONFIRM = "confirm:";

    private final String conversation;
    private final List<Entry> entries = new ArrayList<>();

    /** @param seq the number in the 202; null while it is not known whether it arrived */
    record Entry(
            String clientId,
            Map<String, Object> body,
            @Nullable Integer seq) {}

    private Diary(String conversation) {
        this.conversation = conversation;
    }

    static Diary open(Person person) {
        Mainforte.Answer open = person.post("/api/conversations", Map.of("language", "fr"));
        if (open.status() != 201) {
            throw new AssertionError(open.status() + " " + open.text());
        }
        return new Diary(open.json().path("id").asString());
    }

    String conversation() {
        return conversation;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    void text(Person person, String text) {
        send(person, Map.of("text", text));
    }

    void choice(Person person, String choice) {
        send(person, Map.of("choice", choice));
    }

    void form(Person person, String kind, Map<String, String> values) {
        send(person, Map.of("form", "fill:" + kind, "values", values));
    }

    /** Notes it first, then sends it: what the kill cuts off is in the diary without a number. */
    private void send(Person person, Map<String, Object> body) {
        entries.add(new Entry(UUID.randomUUID().toString(), body, null));
        sendLast(person);
    }

    private void sendLast(Person person) {
        Entry entry = entries.getLast();
        Map<String, Object> body = new HashMap<>(entry.body());
        body.put("clientId", entry.clientId());
        Mainforte.Answer answer = person.post("/api/conversations/" + conversation + "/messages", body);
        if (answer.status() != 202) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        entries.set(
                entries.size() - 1,
                new Entry(
                        entry.clientId(),
                        entry.body(),
                        answer.json().path("seq").asInt()));
    }

    /** Sends again what was never acknowledged, under the same id, as every client does. */
    void sendAgain(Person person) {
        if (!entries.isEmpty() && entries.getLast().seq() == null) {
            sendLast(person);
        }
    }

    boolean idle(Person person) {
        return whole(person).path("idle").asBoolean();
    }

    JsonNode whole(Person person) {
        Mainforte.Answer answer = person.get("/api/conversations/" + conversation);
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return answer.json();
    }

    List<JsonNode> messages(Person person) {
        return List.copyOf(whole(person).path("messages").values());
    }

    /** The choice that confirms the newest card, if the newest answers hold one. */
    @Nullable
    String openCard(Person person) {
        for (JsonNode message : messages(person).reversed()) {
            if (message.path("author").path("kind").asString().equals("employee")) {
                return null;
            }
            for (JsonNode choice : message.path("choices").values()) {
                if (choice.path("id").asString().startsWith(CONFIRM)) {
                    return choice.path("id").asString();
                }
            }
        }
        return null;
    }

    /** The requests this person said yes to. */
    List<String> confirmed() {
        return entries.stream()
                .map(entry -> String.valueOf(entry.body().get("choice")))
                .filter(choice -> choice.startsWith(CONFIRM))
                .distinct()
                .toList();
    }
}
