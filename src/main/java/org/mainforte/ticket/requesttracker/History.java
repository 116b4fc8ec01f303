package org.mainforte.ticket.requesttracker;

import static org.mainforte.ticket.requesttracker.RequestTracker.encoded;
import static org.mainforte.ticket.requesttracker.RequestTracker.expect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainforte.markdown.Plain;
import org.mainforte.outside.OutsideHttp;
import org.mainforte.ticket.TicketSystem.Reply;
import org.mainforte.ticket.TicketSystem.Touched;
import tools.jackson.databind.JsonNode;

/** Request Tracker's transactions: the feed of all changes, and what was said in one ticket. */
final class History {
    private static final int PAGE = 100;
    /** Transaction ids are given out before they are committed: a lower one may appear after a higher one. */
    private static final int OVERLAP = 50;

    private final OutsideHttp http;
    /** Those of the overlap that were told before; forgetting one only costs a look at its ticket. */
    private final Set<Long> told = Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
            return size() > 10 * OVERLAP;
        }
    }));

    History(OutsideHttp http) {
        this.http = http;
    }

    /** What marks a reply as one of our own; it stands in its subject. */
    static String mark(String key) {
        return "(mainforte " + key + ")";
    }

    Touched touched(@Nullable String position) {
        if (position == null) {
            JsonNode newest = page(
                    "/transactions?query=" + encoded("ObjectType='RT::Ticket'") + "&orderby=id&order=DESC&per_page=1");
            return new Touched(Set.of(), newest.path(0).path("id").asString("0"));
        }
        long last = Long.parseLong(position);
        String query = encoded("ObjectType='RT::Ticket' AND id > " + Math.max(0, last - OVERLAP));
        Set<String> tickets = new LinkedHashSet<>();
        for (JsonNode change : all("/transactions?query=" + query + "&orderby=id&fields=ObjectId")) {
            long id = Long.parseLong(change.path("id").asString());
            last = Math.max(last, id);
            if (told.add(id)) {
                tickets.add(change.path("ObjectId").asString());
            }
        }
        return new Touched(tickets, String.valueOf(last));
    }

    /**
     * The replies in a ticket that are neither known nor our own. Of one that was merged into another: what was said in it
     * before, and what the desk says in the other since; the rest is between the desk and somebody else.
     */
    List<Reply> replies(String ticket, Set<String> requestors, Set<String> known) {
        List<Reply> replies = new ArrayList<>();
        boolean merged = false;
        for (JsonNode said : changes(ticket)) {
            boolean own = said.path("ObjectId").asString("").equals(ticket);
            merged |= own && said.path("Field").asString("").equals("MergedInto");
            boolean told = own || (merged && !requestors.contains(creator(said).toLowerCase(Locale.ROOT)));
            String id = said.path("id").asString();
            if (told && isReply(said) && !known.contains(id)) {
                words(id).ifPresent(words -> replies.add(reply(said, id, requestors, words)));
            }
        }
        return replies;
    }

    private static Reply reply(JsonNode said, String id, Set<String> requestors, Words words) {
        String name = creator(said);
        String shown = said.path("Creator").path("RealName").asString("");
        return new Reply(
                id,
                Instant.parse(said.path("Created").asString()),
                shown.isBlank() ? name : shown,
                requestors.contains(name.toLowerCase(Locale.ROOT)),
                words.text(),
                words.files());
    }

    private static String creator(JsonNode said) {
        JsonNode creator = said.path("Creator");
        return creator.path("Name").asString(creator.path("id").asString(""));
    }

    /** The id of the reply, or internal comment, with this mark. */
    Optional<String> marked(String ticket, String mark) {
        return changes(ticket).stream()
                .filter(change ->
                        isReply(change) || change.path("Type").asString("").equals("Comment"))
                .map(said -> said.path("id").asString())
                .filter(id -> attachments(id).stream()
                        .anyMatch(part -> part.path("Subject").asString("").contains(mark)))
                .findFirst();
    }

    private List<JsonNode> changes(String ticket) {
        return all("/ticket/" + ticket
                + "/history?fields=Type,Field,Creator,Created,ObjectId&fields%5BCreator%5D=Name,RealName");
    }

    private static boolean isReply(JsonNode change) {
        return change.path("Type").asString("").equals("Correspond");
    }

    /** The text of a reply, and the names of its files. */
    private record Words(String text, List<String> files) {}

    /** What a reply says; empty when it is our own, or says nothing. */
    private Optional<Words> words(String transaction) {
        List<JsonNode> parts = attachments(transaction);
        if (parts.stream().anyMatch(part -> part.path("Subject").asString("").contains("(mainforte "))) {
            return Optional.empty();
        }
        List<String> files = parts.stream()
                .map(part -> part.path("Filename").asString(""))
                .filter(name -> !name.isEmpty())
                .toList();
        String text = parts.stream()
                .filter(part -> part.path("Filename").asString("").isEmpty())
                .filter(part -> part.path("ContentType").asString("").startsWith("text/"))
                .map(History::text)
                .findFirst()
                .orElse("");
        return text.isBlank() && files.isEmpty() ? Optional.empty() : Optional.of(new Words(text, files));
    }

    private static String text(JsonNode part) {
        String content = part.path("Content").asString("");
        return part.path("ContentType").asString("").equals("text/html") ? Plain.ofHtml(content) : content.strip();
    }

    private List<JsonNode> attachments(String transaction) {
        return all("/transaction/" + transaction + "/attachments?fields=Content,ContentType,Subject,Filename");
    }

    /** Every page; RT does not say how many there are. */
    private List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        for (int number = 1; ; number++) {
            JsonNode page = page(path + "&per_page=" + PAGE + "&page=" + number);
            page.forEach(items::add);
            if (page.size() < PAGE) {
                return items;
            }
        }
    }

    private JsonNode page(String path) {
        return expect(http.get(path), "The history").json().path("items");
    }
}
