package org.mainforte.handover.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.Source;
import org.mainforte.handover.AgentDesk;
import org.mainforte.handover.CaseFacts;
import org.mainforte.handover.DeskQueue;
import org.mainforte.handover.Handover;
import org.mainforte.handover.Notes;
import org.mainforte.handover.Outcome;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.Problem;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The desk for agents. Blocking on virtual threads; the event stream is {@link DeskEventController}. */
@RestController
@RequestMapping("/api/desk")
class DeskController {
    private final AgentDesk desk;
    private final DeskQueue queue;
    private final CaseFacts facts;
    private final DeskAccess access;
    private final Directory directory;

    DeskController(AgentDesk desk, DeskQueue queue, CaseFacts facts, DeskAccess access, Directory directory) {
        this.desk = desk;
        this.queue = queue;
        this.facts = facts;
        this.access = access;
        this.directory = directory;
    }

    record Presence(@Nullable Boolean available) {}

    record Present(boolean available, long leaseSeconds) {}

    @PutMapping("/presence")
    Present presence(@AuthenticationPrincipal Jwt token, @RequestBody Presence body) {
        Employee agent = access.agent(token);
        if (body.available() == null) {
            throw new Problem(422, "malformed");
        }
        queue.seen(agent.id(), body.available());
        return new Present(body.available(), queue.leaseSeconds());
    }

    @GetMapping("/presence")
    Present presence(@AuthenticationPrincipal Jwt token) {
        return new Present(queue.isAvailable(access.agent(token).id()), queue.leaseSeconds());
    }

    @GetMapping("/queue")
    List<DeskViews.Line> queue(@AuthenticationPrincipal Jwt token) {
        Employee agent = access.agent(token);
        return queue.lines(agent.id()).stream()
                .map(line -> DeskViews.Line.of(line, agent.id()))
                .toList();
    }

    @GetMapping("/conversations/{id}")
    DeskViews.Whole whole(@AuthenticationPrincipal Jwt token, @PathVariable ConversationId id) {
        Employee agent = access.agent(token);
        return whole(desk.open(id, agent), agent);
    }

    private DeskViews.Whole whole(Handover about, Employee agent) {
        return DeskViews.Whole.of(
                about,
                facts.of(about, agent.language()),
                queue.notes(about.conversation()),
                queue.colleagues(agent.id()));
    }

    /** May take a few seconds when a language model phrases it. */
    @GetMapping("/conversations/{id}/summary")
    CaseFacts.Phrased summary(@AuthenticationPrincipal Jwt token, @PathVariable ConversationId id) {
        Employee agent = access.agent(token);
        return facts.phrased(desk.open(id, agent), agent.language());
    }

    @PostMapping("/conversations/{id}/claim")
    DeskViews.Whole claim(@AuthenticationPrincipal Jwt token, @PathVariable ConversationId id) {
        Employee agent = access.agent(token);
        return whole(desk.claim(id, agent), agent);
    }

    record Words(
            @Nullable String text,
            @Nullable String clientId,
            @Nullable List<Source> sources) {}

    record Stored(int seq) {}

    @PostMapping("/conversations/{id}/messages")
    ResponseEntity<Stored> say(
            @AuthenticationPrincipal Jwt token, @PathVariable ConversationId id, @RequestBody Words words) {
        Employee agent = access.agent(token);
        List<Source> sources = words.sources() == null ? List.of() : words.sources();
        if (sources.size() > 5 || !sources.stream().allMatch(DeskController::isOurs)) {
            throw new Problem(422, "malformed");
        }
        String clientId = words.clientId();
        if (clientId != null && !clientId.matches("[0-9A-Za-z-]{8,36}")) {
            throw new Problem(422, "client-id-invalid");
        }
        return ResponseEntity.accepted().body(new Stored(desk.say(id, agent, text(words.text()), sources, clientId)));
    }

    /** An agent cites our own articles only. */
    private static boolean isOurs(@Nullable Source source) {
        return source != null
                && source.url() != null
                && source.title() != null
                && source.title().length() <= 300
                && source.url().matches("/kb/(fr|en)/[a-z0-9-]{1,80}(#[\\p{L}0-9-]{1,120})?");
    }

    record Noted(@Nullable String text) {}

    @PostMapping("/conversations/{id}/notes")
    ResponseEntity<Notes.Note> note(
            @AuthenticationPrincipal Jwt token, @PathVariable ConversationId id, @RequestBody Noted note) {
        return ResponseEntity.status(201).body(desk.note(id, access.agent(token), text(note.text())));
    }

    @PostMapping("/conversations/{id}/release")
    ResponseEntity<Void> release(@AuthenticationPrincipal Jwt token, @PathVariable ConversationId id) {
        desk.release(id, access.agent(token));
        return ResponseEntity.noContent().build();
    }

    record Transfer(@Nullable String agent) {}

    @PostMapping("/conversations/{id}/transfer")
    ResponseEntity<Void> transfer(
            @AuthenticationPrincipal Jwt token,
            @PathVariable ConversationId id,
            @RequestBody(required = false) @Nullable Transfer body) {
        Employee agent = access.agent(token);
        Employee to = body == null || body.agent() == null
                ? null
                : directory.find(new PersonId(body.agent())).orElseThrow(() -> new Problem(422, "desk-no-such-agent"));
        desk.transfer(id, agent, to);
        return ResponseEntity.noContent().build();
    }

    record Closing(@Nullable String outcome) {}

    @PostMapping("/conversations/{id}/close")
    ResponseEntity<Void> close(
            @AuthenticationPrincipal Jwt token,
            @PathVariable ConversationId id,
            @RequestBody(required = false) @Nullable Closing body) {
        Employee agent = access.agent(token);
        String outcome = Optional.ofNullable(body).map(Closing::outcome).orElse("other");
        desk.close(id, agent, Outcome.of(outcome).orElseThrow(() -> new Problem(422, "desk-no-such-outcome")));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/conversations/{id}/typing")
    ResponseEntity<Void> typing(@AuthenticationPrincipal Jwt token, @PathVariable ConversationId id) {
        desk.typing(id, access.agent(token));
        return ResponseEntity.noContent().build();
    }

    record Read(@Nullable Integer seq) {}

    @PutMapping("/conversations/{id}/read")
    ResponseEntity<Void> read(
            @AuthenticationPrincipal Jwt token, @PathVariable ConversationId id, @RequestBody Read read) {
        desk.read(id, access.agent(token), seq(read.seq()));
        return ResponseEntity.noContent().build();
    }

    static int seq(@Nullable Integer given) {
        if (given == null || given < 0) {
            throw new Problem(422, "malformed");
        }
        return given;
    }

    /** Words as they may be stored: some of them visible, not too many, no NUL. */
    private static String text(@Nullable String given) {
        String text = given == null ? "" : given.replace("\0", "").replaceAll("[\\x{D800}-\\x{DFFF}]", "\uFFFD");
        if (text.replaceAll("[\\p{Cf}\\p{Cc}\\s\\u00A0\\u202F\\u3164\\u115F]+", "")
                .isEmpty()) {
            throw new Problem(422, "message-empty");
        }
        if (text.codePointCount(0, text.length()) > Conversations.LONGEST_TEXT) {
            throw new Problem(413, "text-too-long", Conversations.LONGEST_TEXT);
        }
        return text;
    }
}
