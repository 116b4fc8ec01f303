package org.mainforte.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A conversation as its employee holds it. {@link #says}, {@link #presses} and {@link #fills} send, wait until the assistant has
 * finished, and keep what it answered.
 */
public final class Chat {
    private final Person person;
    private final String id;
    private final List<JsonNode> said = new ArrayList<>();
    private int seen;
    private List<JsonNode> answer = List.of();

    Chat(Person person, String id, int seen) {
        this.person = person;
        this.id = id;
        this.seen = seen;
    }

    public String id() {
        return id;
    }

    public Chat says(String text) {
        return send(Map.of("clientId", UUID.randomUUID().toString(), "text", text));
    }

    /** Presses a button of the conversation, the newest with this label or, failing that, whose label contains it. */
    public Chat presses(String label) {
        return send(Map.of("clientId", UUID.randomUUID().toString(), "choice", choice(label)));
    }

    /** Sends back the newest form. */
    public Chat fills(Map<String, String> values) {
        String form = newestForm().path("id").asString();
        return send(Map.of("clientId", UUID.randomUUID().toString(), "form", form, "values", values));
    }

    /** Fills one closed field of the newest form with the option whose label begins so. */
    public Chat picks(String field, String label) {
        return fills(Map.of(
                field,
                options(field).stream()
                        .filter(option -> plain(option.path("label").asString()).startsWith(label))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No option “" + label + "” in " + options(field)))
                        .path("value")
                        .asString()));
    }

    /** The options of a field in the newest form, as the form writes them. */
    public List<JsonNode> options(String field) {
        return newestForm()
                .path("fields")
                .valueStream()
                .filter(one -> one.path("name").asString().equals(field))
                .flatMap(one -> list(one.path("options")).stream())
                .toList();
    }

    private JsonNode newestForm() {
        return all().reversed().stream()
                .filter(message -> message.has("form"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No form in\n" + transcript()))
                .path("form");
    }

    public Chat send(Object body) {
        Mainforte.Answer stored = person.post("/api/conversations/" + id + "/messages", body);
        if (stored.status() != 202) {
            throw new AssertionError(stored.status() + " " + stored.text());
        }
        return waitsForTheAnswer(stored.json().path("seq").asInt());
    }

    public Chat waitsForTheAnswer() {
        return waitsForTheAnswer(0);
    }

    /** Reads the feed until everything said up to a message is answered; checks what holds for every answer. */
    private Chat waitsForTheAnswer(int asked) {
        List<JsonNode> messages;
        try (Events events = person.events(id, seen)) {
            messages = events.untilIdle(asked).stream()
                    .filter(event -> event.name().equals("message"))
                    .map(Events.Event::json)
                    .toList();
        }
        List<Integer> numbers =
                messages.stream().map(message -> message.path("seq").asInt()).toList();
        List<Integer> expected =
                IntStream.rangeClosed(seen + 1, seen + messages.size()).boxed().toList();
        if (!numbers.equals(expected)) {
            throw new AssertionError("A gap or a repeat: " + numbers + " after " + seen);
        }
        seen += messages.size();
        said.addAll(messages);
        answer = messages.stream()
                .filter(message ->
                        !message.path("author").path("kind").asString().equals("employee"))
                .toList();
        new Invariants(person.mainforte(), transcript()).check(answer);
        return this;
    }

    private String choice(String label) {
        List<JsonNode> choices = new ArrayList<>();
        all().reversed().forEach(message -> choices.addAll(list(message.path("choices"))));
        return Stream.concat(
                        choices.stream()
                                .filter(choice ->
                                        choice.path("label").asString().equals(label)),
                        choices.stream()
                                .filter(choice ->
                                        plain(choice.path("label").asString()).contains(plain(label))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button “" + label + "” in\n" + transcript()))
                .path("id")
                .asString();
    }

    /** Goes on at another time, for instance {@code 2026-11-23T20:00:00+01:00}. */
    public Chat at(String time) {
        Chat later = new Chat(person.at(time), id, seen);
        later.said.addAll(said);
        return later;
    }

    /** The buttons under the last answer, with plain apostrophes and spaces. */
    public List<String> buttons() {
        return answer.stream()
                .flatMap(message -> list(message.path("choices")).stream())
                .map(choice -> plain(choice.path("label").asString()))
                .toList();
    }

    /** What the assistant answered to the last thing sent. */
    public List<JsonNode> answer() {
        return answer;
    }

    /** The only or last answer of this kind to the last thing sent. */
    public JsonNode answered(String kind) {
        return answer.reversed().stream()
                .filter(message -> message.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No “" + kind + "” in the answer of\n" + transcript()));
    }

    public List<String> kinds() {
        return answer.stream().map(message -> message.path("kind").asString()).toList();
    }

    /** The words of the last answer, with plain apostrophes and spaces, for comparing. */
    public String words() {
        return plain(String.join(
                "\n",
                answer.stream().map(message -> message.path("text").asString()).toList()));
    }

    public JsonNode whole() {
        return person.get("/api/conversations/" + id).json();
    }

    public List<JsonNode> all() {
        return list(whole().path("messages"));
    }

    /** The value of a row of the last proposal or receipt, by its label. */
    public String row(String kind, String label) {
        JsonNode message = answered(kind);
        JsonNode rows = kind.equals("proposal")
                ? message.path("proposal").path("summary")
                : message.path("receipt").path("details");
        return list(rows).stream()
                .filter(row -> plain(row.path("label").asString()).equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No “" + label + "” in " + rows))
                .path("value")
                .asString();
    }

    public String transcript() {
        return String.join(
                "\n",
                said.stream()
                        .map(message -> message.path("author").path("kind").asString() + " ["
                                + message.path("kind").asString() + "] "
                                + message.path("text").asString()
                                + list(message.path("choices")).stream()
                                        .map(choice ->
                                                " <" + choice.path("label").asString() + ">")
                                        .reduce("", String::concat))
                        .toList());
    }

    static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }

    public static String plain(String text) {
        return text.replace('’', '\'').replace('\u202F', ' ').replace('\u00A0', ' ');
    }
}
