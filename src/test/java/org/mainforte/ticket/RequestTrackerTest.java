package org.mainforte.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
                "Une seule fois");
        system().add(external, note, false);
        system().add(external, note, true);
        assertThat(bench().words(note.ticket()).split("Une seule fois", -1)).hasSize(2);
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
