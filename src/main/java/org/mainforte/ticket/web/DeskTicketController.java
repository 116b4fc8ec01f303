package org.mainforte.ticket.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.CaseFile.Enclosure;
import org.mainforte.kernel.Problem;
import org.mainforte.people.Employee;
import org.mainforte.people.Role;
import org.mainforte.people.SignIn;
import org.mainforte.ticket.DeskTickets;
import org.mainforte.ticket.TicketState;
import org.mainforte.ticket.Urgency;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tickets for agents, where no other system keeps them. For everybody else this does not exist. */
@RestController
@RequestMapping("/api/desk/tickets")
class DeskTicketController {
    private static final int LONGEST = 4_000;

    private final DeskTickets tickets;
    private final SignIn signIn;

    DeskTicketController(DeskTickets tickets, SignIn signIn) {
        this.tickets = tickets;
        this.signIn = signIn;
    }

    /** @param all also those that are done with */
    @GetMapping
    List<DeskTicketPage.Line> find(
            @AuthenticationPrincipal Jwt token,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean all) {
        Employee agent = agent(token);
        if (q.length() > 200) {
            throw new Problem(413, "text-too-long", 200);
        }
        return tickets.find(q.replace("\0", ""), !all).stream()
                .map(line -> DeskTicketPage.Line.of(line, agent.language()))
                .toList();
    }

    @GetMapping("/{reference}")
    DeskTicketPage one(@AuthenticationPrincipal Jwt token, @PathVariable String reference) {
        return page(reference, agent(token));
    }

    private DeskTicketPage page(String reference, Employee agent) {
        return DeskTicketPage.of(tickets.open(reference, agent), agent.language());
    }

    /** A file of the ticket, for saving. */
    @GetMapping("/{reference}/files/{id}")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal Jwt token, @PathVariable String reference, @PathVariable String id) {
        Enclosure file = tickets.open(reference, agent(token)).files().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.bytes());
    }

    /** @param clientId the page's own id of the reply, so that sending it again is harmless */
    record Reply(@Nullable UUID clientId, @Nullable String text) {}

    @PostMapping("/{reference}/replies")
    ResponseEntity<DeskTicketPage> reply(
            @AuthenticationPrincipal Jwt token, @PathVariable String reference, @RequestBody Reply reply) {
        Employee agent = agent(token);
        String text = reply.text() == null ? "" : reply.text().replace("\0", "").strip();
        if (text.isEmpty()) {
            throw new Problem(422, "message-empty");
        }
        if (text.length() > LONGEST) {
            throw new Problem(413, "text-too-long", LONGEST);
        }
        UUID id = reply.clientId() == null ? UUID.randomUUID() : reply.clientId();
        tickets.reply(reference, id, agent.name(), text);
        return ResponseEntity.status(201).body(page(reference, agent));
    }

    record Change(@Nullable String state, @Nullable String urgency) {}

    @PatchMapping("/{reference}")
    DeskTicketPage change(
            @AuthenticationPrincipal Jwt token, @PathVariable String reference, @RequestBody Change change) {
        Employee agent = agent(token);
        TicketState state = one(TicketState.values(), TicketState::written, change.state());
        Urgency urgency = one(Urgency.values(), Urgency::written, change.urgency());
        if ((state == null && urgency == null) || state == TicketState.RECORDED) {
            throw new Problem(422, "malformed");
        }
        if (urgency != null) {
            tickets.urge(reference, urgency);
        }
        if (state != null) {
            tickets.become(reference, state);
        }
        return page(reference, agent);
    }

    private static <T> @Nullable T one(T[] values, Function<T, String> written, @Nullable String given) {
        return given == null
                ? null
                : Arrays.stream(values)
                        .filter(value -> written.apply(value).equals(given))
                        .findFirst()
                        .orElseThrow(() -> new Problem(422, "malformed"));
    }

    private Employee agent(Jwt token) {
        Employee agent = signIn.employee(token);
        if (agent.role() != Role.AGENT) {
            throw Problem.notFound();
        }
        return agent;
    }
}
