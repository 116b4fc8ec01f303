package org.mainforte.ticket.redmine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.mainforte.ticket.TicketSystem.Reply;
import tools.jackson.databind.JsonNode;

/** What was said in an issue. Private notes are not for the employee. */
final class Journal {
    private static final String OURS = "(mainforte ";

    private Journal() {}

    /** What marks a note as one of our own, and as this one. */
    static String mark(String key) {
        return OURS + key + ")";
    }

    static Stream<String> notes(JsonNode issue) {
        return entries(issue).map(entry -> entry.path("notes").asString(""));
    }

    static List<Reply> replies(JsonNode issue, Set<String> known) {
        List<Reply> replies = new ArrayList<>();
        entries(issue)
                .filter(entry -> !entry.path("private_notes").asBoolean(false))
                .filter(entry -> !known.contains(entry.path("id").asString()))
                .forEach(entry -> {
                    String text = entry.path("notes").asString("").strip();
                    List<String> files = isOurs(entry, issue) ? List.of() : files(entry);
                    if (!(text.isEmpty() && files.isEmpty()) && !text.contains(OURS)) {
                        replies.add(new Reply(
                                entry.path("id").asString(),
                                Instant.parse(entry.path("created_on").asString()),
                                entry.path("user").path("name").asString(""),
                                false,
                                text,
                                files));
                    }
                });
        return replies;
    }

    /** Redmine keeps the files of a private note in an entry of their own, without its words; the issue's author is our user. */
    private static boolean isOurs(JsonNode entry, JsonNode issue) {
        return entry.path("user").path("id").equals(issue.path("author").path("id"));
    }

    private static List<String> files(JsonNode entry) {
        return StreamSupport.stream(entry.path("details").spliterator(), false)
                .filter(detail -> detail.path("property").asString("").equals("attachment"))
                .map(detail -> detail.path("new_value").asString(""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Stream<JsonNode> entries(JsonNode issue) {
        return StreamSupport.stream(issue.path("journals").spliterator(), false);
    }
}
