package org.mainforte.ticket.requesttracker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.mainforte.outside.OutsideHttp;
import org.mainforte.outside.OutsideHttp.Answer;
import org.mainforte.outside.OutsideSettings;
import org.mainforte.outside.Refused;
import org.mainforte.outside.Unavailable;
import org.mainforte.ticket.Ticket;
import org.mainforte.ticket.TicketState;
import org.mainforte.ticket.TicketSystem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Tickets in Request Tracker 5, by its REST 2 interface (https://docs.bestpractical.com/rt/5.0.3/RT/REST2.html). Its traps: it
 * creates the same ticket as often as it is asked, so our key stands in a custom field and is searched before any retry; it
 * answers 201 and drops the values of fields it does not know, so every ticket is read back; it answers 200 with a sentence
 * instead of an error.
 */
@Component
@ConditionalOnProperty(name = "mainforte.ticket.system", havingValue = "request-tracker")
public class RequestTracker implements TicketSystem {
    private static final String KEY = "External Key";

    private final RequestTrackerSettings settings;
    private final OutsideHttp http;
    private final History history;
    private final Set<String> keyedQueues = java.util.concurrent.ConcurrentHashMap.newKeySet();

    public RequestTracker(RequestTrackerSettings settings, OutsideSettings patience) {
        this.settings = settings;
        http = new OutsideHttp(
                settings.url() + "/REST/2.0", Map.of("Authorization", "token " + settings.token()), patience);
        history = new History(http);
    }

    @Override
    public String name() {
        return "request-tracker";
    }

    @Override
    public boolean immediate() {
        return false;
    }

    @Override
    public Filed create(CaseToFile work, boolean again) {
        String queue = settings.queue(work.ticket().category());
        if (again) {
            // A search by a field that is not there any more finds nothing, and says nothing.
            keyedQueues.remove(queue);
        }
        requireKeyField(queue);
        Optional<String> before = again ? find(work.key()) : Optional.empty();
        String id = before.orElseGet(() -> created(queue, work));
        JsonNode there = expect(http.get("/ticket/" + id), "Ticket " + id).json();
        var external = new Ticket.External(name(), id, settings.url() + "/Ticket/Display.html?id=" + id);
        List<String> dropped = dropped(work, there);
        if (dropped.contains(KEY)) {
            keyedQueues.remove(queue);
            if (before.isPresent()) {
                throw new Refused("The search for a key found ticket " + id + ", which has another one");
            }
        }
        return new Filed(state(there), external, dropped);
    }

    /** Without the field nothing would tell a retry from a second ticket; RT itself would drop the key and say nothing. */
    private void requireKeyField(String queue) {
        if (keyedQueues.contains(queue)) {
            return;
        }
        JsonNode fields = expect(http.get("/queue/" + encoded(queue)), "The queue \"" + queue + "\"")
                .json()
                .path("TicketCustomFields");
        if (StreamSupport.stream(fields.spliterator(), false)
                .noneMatch(field -> KEY.equals(field.path("name").asString("")))) {
            throw new Refused("The queue \"" + queue + "\" has no custom field \"" + KEY
                    + "\", or its user may not see it: add it and let the user see and modify custom fields");
        }
        keyedQueues.add(queue);
    }

    private Optional<String> find(String key) {
        String query = "'CF.{" + KEY + "}'='" + key.replaceAll("[^A-Za-z0-9-]", "") + "'";
        JsonNode found = expect(http.get("/tickets?query=" + encoded(query) + "&orderby=id&per_page=1"), "The search")
                .json()
                .path("items");
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.path(0).path("id").asString());
    }

    private String created(String queue, CaseToFile work) {
        Map<String, Object> ticket = new LinkedHashMap<>();
        ticket.put("Queue", queue);
        ticket.put(
                "Subject",
                "[" + work.ticket().reference() + "] " + work.ticket().title());
        ticket.put("Content", work.text());
        ticket.put("ContentType", "text/plain");
        ticket.put("CustomFields", fields(work));
        var employee = work.employee();
        if (employee != null && employee.mail() != null) {
            ticket.put("Requestor", employee.mail());
        }
        ticket.put("Attachments", Files.of(work.enclosures()));
        Answer answer = expect(http.send("POST", "/ticket", ticket), "The new ticket");
        return Optional.of(answer.json().path("id").asString(""))
                .filter(id -> id.matches("\\d+"))
                .orElseThrow(() -> new Unavailable("The answer to a new ticket names none", null));
    }

    private static Map<String, String> fields(CaseToFile work) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(KEY, work.key());
        fields.put("Site", work.ticket().site().value());
        if (work.ticket().equipment() != null) {
            fields.put("Equipment", work.ticket().equipment());
        }
        return fields;
    }

    private static List<String> dropped(CaseToFile work, JsonNode there) {
        Map<String, String> kept = new LinkedHashMap<>();
        there.path("CustomFields")
                .forEach(field -> kept.put(
                        field.path("name").asString(""),
                        field.path("values").path(0).asString("")));
        List<String> dropped = new ArrayList<>();
        fields(work).forEach((name, value) -> {
            if (!value.equals(kept.get(name))) {
                dropped.add(name);
            }
        });
        return dropped;
    }

    @Override
    public String add(Ticket.External external, NoteToFile note, boolean again) {
        String mark = History.mark(note.key());
        if (again) {
            var before = history.marked(external.id(), mark);
            if (before.isPresent()) {
                return before.get();
            }
        }
        Map<String, Object> reply = Map.of(
                "Subject",
                "Re: [" + note.ticket().reference() + "] " + note.ticket().title() + " " + mark,
                "Content",
                note.author() + " :\n\n" + note.text(),
                "ContentType",
                "text/plain",
                "Attachments",
                Files.of(note.enclosures()));
        String way = note.internal() ? "/comment" : "/correspond";
        Answer answer = expect(http.send("POST", "/ticket/" + external.id() + way, reply), "The reply");
        if (answer.status() != 201) {
            throw new Refused("The reply was not added: " + answer.text().strip());
        }
        // The answer does not say under which id; only a repeat needs it, and that one looks for the mark.
        return mark;
    }

    @Override
    public Touched touched(@Nullable String position) {
        return history.touched(position);
    }

    @Override
    public Seen read(String id, Set<String> known) {
        Answer answer = http.get("/ticket/" + id);
        if (answer.status() == 404) {
            return new Seen(TicketState.CLOSED, List.of(), null);
        }
        JsonNode there = expect(answer, "Ticket " + id).json();
        String now = there.path("EffectiveId").path("id").asString(id);
        return new Seen(state(there), history.replies(id, requestors(there), known), now.equals(id) ? null : now);
    }

    private static Set<String> requestors(JsonNode there) {
        return StreamSupport.stream(there.path("Requestor").spliterator(), false)
                .map(user -> user.path("id").asString("").toLowerCase(Locale.ROOT))
                .collect(java.util.stream.Collectors.toSet());
    }

    /** The default lifecycle; an unknown state of another lifecycle still is somebody's work. */
    private static TicketState state(JsonNode there) {
        return switch (there.path("Status").asString("")) {
            case "stalled" -> TicketState.WAITING;
            case "resolved" -> TicketState.RESOLVED;
            case "rejected", "deleted" -> TicketState.CLOSED;
            default -> TicketState.OPEN;
        };
    }

    static Answer expect(Answer answer, String what) {
        if (!answer.ok()) {
            String said = answer.text().strip();
            throw new Refused(what + ": Request Tracker answered " + answer.status() + " "
                    + said.substring(0, Math.min(200, said.length())));
        }
        return answer;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
