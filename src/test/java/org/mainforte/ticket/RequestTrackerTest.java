package org.mainforte.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mainforte.ticket.TicketHouse.CLAIRE;
import static org.mainforte.ticket.TicketHouse.MONDAY_TEN;
import static org.mainforte.ticket.TicketHouse.confirmed;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.mainforte.kernel.SiteId;
import org.mainforte.outside.Outboxes;
import org.mainforte.outside.OutsideHttp;
import org.mainforte.outside.Refused;
import org.mainforte.servers.Servers;
import org.mainforte.ticket.TicketSystem.CaseToFile;
import org.mainforte.ticket.requesttracker.RequestTracker;
import org.mainforte.ticket.requesttracker.RequestTrackerSettings;
import tools.jackson.databind.JsonNode;

/** The contract with a real Request Tracker 5, and its traps. */
class RequestTrackerTest extends TicketSystemContract {
    private final Servers.Running server = Servers.requestTracker();
    private final OutsideHttp technician = new OutsideHttp(
            server.get("url") + "/REST/2.0",
            Map.of("Authorization", "token " + server.get("technician")),
            Outboxes.patient());

    @Override
    protected TicketSystem system() {
        return tracker("IT-Support");
    }

    private RequestTracker tracker(String queue) {
        var settings = new RequestTrackerSettings(
                server.get("url"), server.get("token"), queue, Map.of("security", "Security"));
        return new RequestTracker(settings, Outboxes.patient());
    }

    @Test
    void aLostAnswerIsLookedForBeforeItIsAskedAgain() {
        CaseToFile work = work("nancy");
        var first = tracker("IT-Support").create(work, false);
        var again = tracker("IT-Support").create(work, true);
        assertThat(again).isEqualTo(first);
        assertThat(bench().withKey(work.key())).hasSize(1);
    }

    @Test
    void aFieldThatWasDroppedSilentlyIsNoticed() {
        assertThat(tracker("IT-Support").create(work("nancy"), false).dropped()).isEmpty();
        assertThat(tracker("IT-Support").create(work("dijon"), false).dropped()).containsExactly("Site");
    }

    @Test
    void aCategoryMayHaveAQueueOfItsOwn() {
        house.done(
                house.ticket,
                Map.of("description", "PC volé dans le train", "category", "security", "urgency", "urgent"),
                confirmed(UUID.randomUUID().toString(), CLAIRE, MONDAY_TEN));
        house.drain();
        String query = "Queue='Security' AND Subject LIKE 'T-100002' AND id="
                + id(mine()).replace("/ticket/", "");
        assertThat(items("/tickets?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .hasSize(1);
    }

    @Test
    void aQueueThatCannotKeepTheKeyGetsNothing() {
        assertThatThrownBy(() -> tracker("General").create(work("nancy"), false))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("General");
    }

    @Test
    void aNoteWhoseAnswerWasLostIsNotAddedTwice() {
        var external = java.util.Objects.requireNonNull(
                house.tickets.mine(TicketHouse.CLAIRE.id()).getFirst().external());
        var note = new TicketSystem.NoteToFile(
                house.tickets.mine(TicketHouse.CLAIRE.id()).getFirst(),
                UUID.randomUUID().toString(),
                "Claire",
                "Une seule fois",
                false,
                List.of());
        system().add(external, note, false);
        system().add(external, note, true);
        assertThat(bench().words(note.ticket()).split("Une seule fois", -1)).hasSize(2);
    }

    @Test
    void anInternalWordWhoseAnswerWasLostIsNotAddedTwiceAndIsNoReply() {
        Ticket ticket = mine();
        var external = java.util.Objects.requireNonNull(ticket.external());
        var note = new TicketSystem.NoteToFile(
                ticket, UUID.randomUUID().toString(), "Agathe", "Entre nous", true, List.of());
        system().add(external, note, false);
        system().add(external, note, true);
        assertThat(bench().words(ticket).split("Entre nous", -1)).hasSize(2);
        assertThat(technician.get(id(ticket) + "/history?fields=Type").text())
                .contains("Comment")
                .doesNotContain("Correspond");
    }

    @Test
    void theFilesOfAReplyAreNamed() {
        Map<String, String> file =
                Map.of("FileName", "notice_v2.pdf", "FileType", "application/pdf", "FileContent", "JVBERi0=");
        post(
                id(mine()) + "/correspond",
                Map.of("Content", "Voir la notice", "ContentType", "text/plain", "Attachments", List.of(file)));
        house.feed.poll();
        assertThat(house.told).singleElement().asString().contains("Voir la notice", "notice\\_v2.pdf");
        assertThat(house.tickets.notes(mine()))
                .singleElement()
                .satisfies(note -> assertThat(note.text()).isEqualTo("Voir la notice\n\n[notice_v2.pdf]"));
    }

    /** Two people told of the same trouble: the desk puts ours into the other's. */
    @Test
    void aMergedTicketGoesOnAsTheOtherAndShowsNothingOfItBefore() {
        String other = technician
                .send(
                        "POST",
                        "/ticket",
                        Map.of("Queue", "IT-Support", "Subject", "The same", "Requestor", "emma@example.test"))
                .json()
                .path("id")
                .asString();
        post("/ticket/" + other + "/correspond", Map.of("Content", "For Emma only", "ContentType", "text/plain"));
        assertThat(technician
                        .send("PUT", id(mine()), Map.of("MergeInto", other))
                        .text())
                .contains("Merge Successful");
        house.feed.poll();
        post("/ticket/" + other + "/correspond", Map.of("Content", "Now for both", "ContentType", "text/plain"));
        technician.send("PUT", "/ticket/" + other, Map.of("Status", "resolved"));
        house.feed.poll();
        house.feed.poll();
        assertThat(house.told).hasSize(2).anyMatch(text -> text.contains("Now for both"));
        assertThat(house.told).anyMatch(text -> text.contains("est résolu"));
        assertThat(house.tickets.notes(mine())).extracting(Note::text).containsExactly("Now for both");

        add("Merci à vous deux");
        house.drain();
        assertThat(bench().words(mine())).contains("Merci à vous deux");
        assertThat(house.outbox.needingAttention()).isEmpty();
    }

    @Test
    void aDeletedTicketIsClosedAndNothingElseStops() {
        root().send("PUT", id(mine()), Map.of("Status", "deleted"));
        house.feed.poll();
        assertThat(mine().state()).isEqualTo(TicketState.CLOSED);
        assertThat(house.told).singleElement().asString().contains("est clos");
    }

    /** One ticket out of sight must not hide what happens to the others. */
    @Test
    void aTicketMovedWhereWeMayNotLookStopsNobodyElse() {
        house.done(
                house.callback,
                Map.of("reason", "Autre panne"),
                confirmed(UUID.randomUUID().toString(), CLAIRE, MONDAY_TEN));
        house.drain();
        Ticket hidden = house.tickets.find("T-100001", CLAIRE.id()).orElseThrow();
        Ticket seen = house.tickets.find("T-100002", CLAIRE.id()).orElseThrow();
        assertThat(root().send("PUT", id(hidden), Map.of("Queue", "General")).text())
                .contains("General");
        bench().reply(seen, "Nous arrivons");
        house.feed.poll();
        assertThat(house.told).singleElement().asString().contains("T-100002", "Nous arrivons");
        assertThat(house.tickets.find("T-100001", CLAIRE.id()).orElseThrow().state())
                .isEqualTo(TicketState.OPEN);
    }

    /** The field that tells a repeat from a second ticket is renamed between an attempt without an answer and the next one. */
    @Test
    void aFieldRenamedMeanwhileMakesNoSecondTicket() {
        CaseToFile work = work("nancy");
        RequestTracker tracker = tracker("IT-Support");
        tracker.create(work, false);
        String field = StreamSupport.stream(
                        root().get("/queue/IT-Support")
                                .json()
                                .path("TicketCustomFields")
                                .spliterator(),
                        false)
                .filter(one -> one.path("name").asString("").equals("External Key"))
                .map(one -> one.path("id").asString())
                .findFirst()
                .orElseThrow();
        root().send("PUT", "/customfield/" + field, Map.of("Name", "Renamed"));
        try {
            assertThatThrownBy(() -> tracker.create(work, true))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("External Key");
        } finally {
            root().send("PUT", "/customfield/" + field, Map.of("Name", "External Key"));
        }
        tracker.create(work, true);
        assertThat(bench().withKey(work.key())).hasSize(1);
    }

    private Ticket mine() {
        return house.tickets.mine(CLAIRE.id()).getFirst();
    }

    private OutsideHttp root() {
        String basic = Base64.getEncoder().encodeToString("root:RootPass1".getBytes(StandardCharsets.UTF_8));
        return new OutsideHttp(
                server.get("url") + "/REST/2.0", Map.of("Authorization", "Basic " + basic), Outboxes.patient());
    }

    private CaseToFile work(String site) {
        Ticket ticket = house.tickets.mine(TicketHouse.CLAIRE.id()).getFirst();
        Ticket there = new Ticket(
                ticket.reference(),
                ticket.person(),
                new SiteId(site),
                ticket.title(),
                ticket.category(),
                ticket.urgency(),
                TicketState.RECORDED,
                null,
                null,
                null,
                ticket.description(),
                null,
                null,
                ticket.createdAt(),
                null);
        return new CaseToFile(there, UUID.randomUUID().toString(), TicketHouse.CLAIRE, "Texte", List.of());
    }

    @Override
    protected Bench bench() {
        return new Bench() {
            @Override
            public List<String> withKey(String key) {
                String query = URLEncoder.encode("'CF.{External Key}'='" + key + "'", StandardCharsets.UTF_8);
                List<String> ids = new ArrayList<>();
                items("/tickets?query=" + query)
                        .forEach(item -> ids.add(item.path("id").asString()));
                return ids;
            }

            @Override
            public String words(Ticket ticket) {
                var words = new StringBuilder();
                items(id(ticket) + "/attachments?fields=Content,Subject&per_page=100")
                        .forEach(part ->
                                words.append(part.path("Content").asString("")).append('\n'));
                return words.toString();
            }

            @Override
            public List<String> files(Ticket ticket) {
                List<String> names = new ArrayList<>();
                items(id(ticket) + "/attachments?fields=Filename")
                        .forEach(part -> names.add(part.path("Filename").asString("")));
                names.removeIf(String::isEmpty);
                return names;
            }

            @Override
            public void reply(Ticket ticket, String text) {
                String html = "<p>" + text.replace("*orange*", "<b>*orange*</b>") + "</p>";
                post(id(ticket) + "/correspond", Map.of("Content", html, "ContentType", "text/html"));
            }

            @Override
            public void comment(Ticket ticket, String text) {
                post(id(ticket) + "/comment", Map.of("Content", text, "ContentType", "text/plain"));
            }

            @Override
            public void become(Ticket ticket, TicketState state) {
                String name = switch (state) {
                    case WAITING -> "stalled";
                    case RESOLVED -> "resolved";
                    case CLOSED -> "rejected";
                    default -> "open";
                };
                technician.send("PUT", id(ticket), Map.of("Status", name));
            }
        };
    }

    private void post(String path, Object body) {
        assertThat(technician.send("POST", path, body).status()).isEqualTo(201);
    }

    private JsonNode items(String path) {
        return technician.get(path).json().path("items");
    }

    private static String id(Ticket ticket) {
        return "/ticket/" + java.util.Objects.requireNonNull(ticket.external()).id();
    }
}
