package org.mainforte.ticket.redmine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.CaseFile.Enclosure;
import org.mainforte.outside.OutsideHttp;
import org.mainforte.outside.OutsideHttp.Answer;
import org.mainforte.outside.OutsideSettings;
import org.mainforte.outside.Refused;
import org.mainforte.ticket.Ticket;
import org.mainforte.ticket.TicketState;
import org.mainforte.ticket.TicketSystem;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Tickets in Redmine 5 (https://www.redmine.org/projects/redmine/wiki/Rest_api). Its traps: a filter it does not know is
 * ignored and finds everything, so what is found is compared; there is no requester; a note is answered by 204 and nothing.
 */
@Component
@ConditionalOnProperty(name = "mainforte.ticket.system", havingValue = "redmine")
public class Redmine implements TicketSystem {
    /** Times are told in seconds, and a change of the same second may come after we read. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private static final int PAGE = 100;

    private final RedmineSettings settings;
    private final OutsideHttp http;
    private final Fields fields;
    private final Map<String, String> told = new java.util.concurrent.ConcurrentHashMap<>();

    public Redmine(RedmineSettings settings, OutsideSettings patience) {
        this.settings = settings;
        http = new OutsideHttp(settings.url(), Map.of("X-Redmine-API-Key", settings.key()), patience);
        fields = new Fields(http, settings);
    }

    @Override
    public String name() {
        return "redmine";
    }

    @Override
    public boolean immediate() {
        return false;
    }

    @Override
    public Filed create(CaseToFile work, boolean again) {
        Map<String, Integer> ids = fields.ids();
        JsonNode issue =
                (again ? find(work.key(), ids) : Optional.<JsonNode>empty()).orElseGet(() -> created(work, ids));
        String id = issue.path("id").asString();
        var external = new Ticket.External(name(), id, settings.url() + "/issues/" + id);
        List<String> dropped = wanted(work).entrySet().stream()
                .filter(field -> !field.getValue().equals(value(issue, field.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        return new Filed(state(issue), external, dropped);
    }

    private Optional<JsonNode> find(String key, Map<String, Integer> ids) {
        JsonNode issues = expect(
                        http.get("/issues.json?status_id=*&limit=5&project_id=" + settings.project() + "&cf_"
                                + ids.get(Fields.KEY) + "=" + encoded(key)),
                        "The search")
                .json()
                .path("issues");
        for (JsonNode issue : issues) {
            if (key.equals(value(issue, Fields.KEY))) {
                return Optional.of(issue);
            }
        }
        if (!issues.isEmpty()) {
            throw new Refused(
                    "Redmine does not search the custom field \"" + Fields.KEY + "\": let it be used as a filter");
        }
        return Optional.empty();
    }

    private JsonNode created(CaseToFile work, Map<String, Integer> ids) {
        List<Map<String, Object>> values = new ArrayList<>();
        wanted(work).forEach((name, value) -> {
            if (ids.containsKey(name)) {
                values.add(Map.of("id", ids.get(name), "value", value));
            }
        });
        Map<String, Object> issue = new LinkedHashMap<>();
        issue.put("project_id", settings.project());
        issue.put(
                "subject",
                "[" + work.ticket().reference() + "] " + work.ticket().title());
        issue.put("description", work.text());
        issue.put("custom_fields", values);
        issue.put("uploads", work.enclosures().stream().map(this::uploaded).toList());
        return expect(http.send("POST", "/issues.json", Map.of("issue", issue)), "The new issue")
                .json()
                .path("issue");
    }

    private static Map<String, String> wanted(CaseToFile work) {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put(Fields.KEY, work.key());
        wanted.put("Site", work.ticket().site().value());
        if (work.ticket().equipment() != null) {
            wanted.put("Equipment", work.ticket().equipment());
        }
        return wanted;
    }

    /** A file whose issue is never made is swept away by Redmine itself. */
    private Map<String, String> uploaded(Enclosure file) {
        Answer answer = http.send(
                "POST",
                "/uploads.json?filename=" + encoded(file.name()),
                Map.of("Content-Type", "application/octet-stream"),
                file.bytes());
        String token =
                expect(answer, "The file").json().path("upload").path("token").asString();
        return Map.of("token", token, "filename", file.name(), "content_type", file.type());
    }

    @Override
    public String add(Ticket.External external, NoteToFile note, boolean again) {
        String mark = Journal.mark(note.key());
        if (again && Journal.notes(issue(external.id())).anyMatch(text -> text.contains(mark))) {
            return mark;
        }
        String text = note.author() + " :\n\n" + note.text() + "\n\n" + mark;
        Map<String, Object> change = Map.of(
                "notes", text,
                "private_notes", note.internal(),
                "uploads", note.enclosures().stream().map(this::uploaded).toList());
        Answer answer = http.send("PUT", "/issues/" + external.id() + ".json", Map.of("issue", change));
        expect(answer, "The note");
        return mark;
    }

    @Override
    public Touched touched(@Nullable String position) {
        Instant last = position == null ? newest() : Instant.parse(position);
        if (position == null) {
            return new Touched(Set.of(), last.toString());
        }
        Set<String> ids = new LinkedHashSet<>();
        String since = encoded(">=" + last.minus(OVERLAP));
        for (int offset = 0; ; offset += PAGE) {
            JsonNode issues =
                    changes("&updated_on=" + since + "&sort=updated_on,id&limit=" + PAGE + "&offset=" + offset);
            for (JsonNode issue : issues) {
                String id = issue.path("id").asString();
                String updated = issue.path("updated_on").asString();
                last = Instant.parse(updated).isAfter(last) ? Instant.parse(updated) : last;
                // Of one second there may be two changes: it is only skipped when it was told after that second.
                String seen = told.put(id, updated);
                if (!updated.equals(seen) || Instant.parse(updated).isAfter(last.minusSeconds(2))) {
                    ids.add(id);
                }
            }
            if (issues.size() < PAGE) {
                return new Touched(ids, last.toString());
            }
        }
    }

    private Instant newest() {
        String updated = changes("&sort=updated_on:desc&limit=1")
                .path(0)
                .path("updated_on")
                .asString("");
        return updated.isEmpty() ? Instant.EPOCH : Instant.parse(updated);
    }

    private JsonNode changes(String query) {
        return expect(http.get("/issues.json?status_id=*&project_id=" + settings.project() + query), "The changes")
                .json()
                .path("issues");
    }

    @Override
    public Seen read(String id, Set<String> known) {
        Answer answer = http.get("/issues/" + id + ".json?include=journals");
        if (answer.status() == 404) {
            return new Seen(TicketState.CLOSED, List.of(), null);
        }
        JsonNode issue = expect(answer, "Issue " + id).json().path("issue");
        return new Seen(state(issue), Journal.replies(issue, known), null);
    }

    private JsonNode issue(String id) {
        return expect(http.get("/issues/" + id + ".json?include=journals"), "Issue " + id)
                .json()
                .path("issue");
    }

    /** States have numbers that differ everywhere; these are their names in Redmine's own default data. */
    private static TicketState state(JsonNode issue) {
        JsonNode status = issue.path("status");
        if (status.path("is_closed").asBoolean(false)) {
            return TicketState.CLOSED;
        }
        return switch (status.path("name").asString("")) {
            case "Feedback", "Commentaire" -> TicketState.WAITING;
            case "Resolved", "Résolu" -> TicketState.RESOLVED;
            case "Closed", "Fermé", "Rejected", "Rejeté" -> TicketState.CLOSED;
            default -> TicketState.OPEN;
        };
    }

    private static String value(JsonNode issue, String name) {
        for (JsonNode field : issue.path("custom_fields")) {
            if (field.path("name").asString("").equals(name)) {
                return field.path("value").asString("");
            }
        }
        return "";
    }

    private static Answer expect(Answer answer, String what) {
        if (!answer.ok()) {
            String said = answer.text().strip();
            throw new Refused(what + ": Redmine answered " + answer.status() + " "
                    + said.substring(0, Math.min(200, said.length())));
        }
        return answer;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }
}
