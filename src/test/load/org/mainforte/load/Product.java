package org.mainforte.load;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.mainforte.journey.Mainforte;
import org.mainforte.journey.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mainforte: people in the middle of a guide, who press “explain” and “done” in turn. */
final class Product implements Target {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String START = "guide:pc-setup";

    private final Mainforte mainforte;
    private final List<Person> people = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private AtomicReferenceArray<String> next = new AtomicReferenceArray<>(0);
    private AtomicIntegerArray turns = new AtomicIntegerArray(0);
    private AtomicIntegerArray answered = new AtomicIntegerArray(0);

    Product(Mainforte mainforte) {
        this.mainforte = mainforte;
    }

    @Override
    public String name() {
        return "guided turn";
    }

    @Override
    public void open(int conversations) {
        next = new AtomicReferenceArray<>(conversations);
        turns = new AtomicIntegerArray(conversations);
        answered = new AtomicIntegerArray(conversations);
        List<Map<String, String>> world = new ArrayList<>();
        for (int i = 0; i < conversations; i++) {
            world.add(Map.of(
                    "id", "p" + i, "name", "Person " + i, "role", "employee", "site", "strasbourg", "language", "fr"));
        }
        mainforte.world(JSON.writeValueAsString(Map.of("people", world)));
        for (int i = 0; i < conversations; i++) {
            Person person = mainforte.person("p" + i);
            people.add(person);
            ids.add(person.post("/api/conversations", Map.of("language", "fr")).json().path("id").asString());
            next.set(i, START);
        }
    }

    @Override
    public HttpRequest events(int conversation) {
        return request(conversation, "/events").build();
    }

    @Override
    public boolean heard(int conversation, String event, String data) {
        if (event.equals("message")) {
            read(conversation, JSON.readTree(data));
        }
        return event.equals("idle") && later(conversation, JSON.readTree(data).path("seq").asInt());
    }

    /** An idle event of an earlier turn says nothing about this one. */
    private boolean later(int conversation, int seq) {
        return answered.getAndSet(conversation, seq) < seq;
    }

    private void read(int conversation, JsonNode message) {
        if (message.path("author").path("kind").asString().equals("employee")) {
            return;
        }
        if (message.path("kind").asString().equals("notice")) {
            faults.add(message.path("text").asString());
        }
        String action = turns.get(conversation) % 2 == 0 ? "step:explain" : "step:done";
        String choice = START;
        for (JsonNode offered : message.path("choices").values()) {
            if (offered.path("id").asString().startsWith(action)) {
                choice = offered.path("id").asString();
            } else if (choice.equals(START) && offered.path("id").asString().startsWith("step:done")) {
                choice = offered.path("id").asString();
            }
        }
        next.set(conversation, choice);
    }

    @Override
    public HttpRequest turn(int conversation) {
        turns.incrementAndGet(conversation);
        String body = JSON.writeValueAsString(
                Map.of("clientId", UUID.randomUUID().toString(), "choice", next.get(conversation)));
        return request(conversation, "/messages")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(int conversation, String path) {
        return HttpRequest.newBuilder(
                        URI.create(mainforte.base() + "/api/conversations/" + ids.get(conversation) + path))
                .header("Authorization", "Bearer " + people.get(conversation).token());
    }

    @Override
    public List<String> faults() {
        return faults;
    }
}
