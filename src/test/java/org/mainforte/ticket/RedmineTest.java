package org.mainforte.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mainforte.outside.Outboxes;
import org.mainforte.outside.OutsideHttp;
import org.mainforte.servers.Servers;
import org.mainforte.ticket.TicketSystem.CaseToFile;
import org.mainforte.ticket.redmine.Redmine;
import org.mainforte.ticket.redmine.RedmineSettings;
import tools.jackson.databind.JsonNode;

/** The contract with a real Redmine 5. */
class RedmineTest extends TicketSystemContract {
    private final Servers.Running server = Servers.redmine();
    private final OutsideHttp technician = new OutsideHttp(
            server.get("url"), Map.of("X-Redmine-API-Key", server.get("technician")), Outboxes.patient());

    @Override
    protected TicketSystem system() {
        return new Redmine(
                new RedmineSettings(server.get("url"), server.get("key"), server.get("project"), 0),
                Outboxes.patient());
    }

    @Test
    void aLostAnswerIsLookedForBeforeItIsAskedAgain() {
        Ticket ticket = house.tickets.mine(TicketHouse.CLAIRE.id()).getFirst();
        var work = new CaseToFile(ticket, UUID.randomUUID().toString(), TicketHouse.CLAIRE, "Texte", List.of());
        var first = system().create(work, false);
        assertThat(system().create(work, true)).isEqualTo(first);
        assertThat(bench().withKey(work.key())).hasSize(1);
    }

    @Test
    void theFilesOfAReplyAreNamed() {
        Ticket ticket = house.tickets.mine(TicketHouse.CLAIRE.id()).getFirst();
        String token = technician
                .send(
                        "POST",
                        "/uploads.json?filename=notice.pdf",
                        Map.of("Content-Type", "application/octet-stream"),
                        "%PDF-".getBytes(StandardCharsets.UTF_8))
                .json()
                .path("upload")
                .path("token")
                .asString();
        Map<String, String> file = Map.of("token", token, "filename", "notice.pdf", "content_type", "application/pdf");
        put(ticket, Map.of("uploads", List.of(file)));
        house.feed.poll();
        assertThat(house.told).singleElement().asString().contains("notice.pdf");
    }

    /** No feed tells of it: it is found when the open ones are looked at in turn. */
    @Test
    void aDeletedIssueIsFoundToBeClosed() {
        Ticket ticket = house.tickets.mine(TicketHouse.CLAIRE.id()).getFirst();
        house.feed.poll();
        technician.send("DELETE", path(ticket), Map.of(), null);
        house.feed.poll();
        assertThat(house.tickets.mine(TicketHouse.CLAIRE.id()).getFirst().state())
                .isEqualTo(TicketState.CLOSED);
        assertThat(house.told).singleElement().asString().contains("est clos");
    }

    @Override
    protected Bench bench() {
        return new Bench() {
            @Override
            public List<String> withKey(String key) {
                List<String> ids = new ArrayList<>();
                technician
                        .get("/issues.json?status_id=*&cf_1=" + key)
                        .json()
                        .path("issues")
                        .forEach(issue -> ids.add(issue.path("id").asString()));
                return ids;
            }

            @Override
            public String words(Ticket ticket) {
                var words = new StringBuilder(issue(ticket).path("description").asString(""));
                issue(ticket)
                        .path("journals")
                        .forEach(entry -> words.append(entry.path("notes").asString("")));
                return words.toString().replace("\r", "");
            }

            @Override
            public List<String> files(Ticket ticket) {
                List<String> names = new ArrayList<>();
                issue(ticket)
                        .path("attachments")
                        .forEach(file -> names.add(file.path("filename").asString("")));
                return names;
            }

            @Override
            public void reply(Ticket ticket, String text) {
                put(ticket, Map.of("notes", text));
            }

            @Override
            public void comment(Ticket ticket, String text) {
                put(ticket, Map.of("notes", text, "private_notes", true));
            }

            @Override
            public void become(Ticket ticket, TicketState state) {
                int id = switch (state) {
                    case WAITING -> 4;
                    case RESOLVED -> 3;
                    case CLOSED -> 5;
                    default -> 2;
                };
                put(ticket, Map.of("status_id", id));
            }
        };
    }

    private void put(Ticket ticket, Map<String, Object> change) {
        assertThat(technician.send("PUT", path(ticket), Map.of("issue", change)).status())
                .isEqualTo(204);
    }

    private JsonNode issue(Ticket ticket) {
        return technician
                .get(path(ticket) + "?include=journals,attachments")
                .json()
                .path("issue");
    }

    private static String path(Ticket ticket) {
        return "/issues/" + Objects.requireNonNull(ticket.external()).id() + ".json";
    }
}
