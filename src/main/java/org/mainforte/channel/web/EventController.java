package org.mainforte.channel.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.Feed;
import org.mainforte.conversation.Standings;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Problem;
import org.mainforte.people.SignIn;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** The live feed of a conversation as server-sent events (WHATWG HTML, section 9.2). */
@RestController
class EventController {
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private final Conversations conversations;
    private final Standings standings;
    private final Feed feed;
    private final SignIn signIn;
    private final AsyncTaskExecutor threads;

    EventController(
            Conversations conversations,
            Standings standings,
            Feed feed,
            SignIn signIn,
            AsyncTaskExecutor applicationTaskExecutor) {
        this.standings = standings;
        this.conversations = conversations;
        this.feed = feed;
        this.signIn = signIn;
        this.threads = applicationTaskExecutor;
    }

    /** Ends of streams are no errors: browsers reconnect with the last id they saw. */
    @GetMapping("/api/conversations/{id}/events")
    ResponseEntity<Flux<ServerSentEvent<Object>>> events(
            @AuthenticationPrincipal Jwt token,
            @PathVariable ConversationId id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String after) {
        conversations.mine(id, signIn.employee(token, id));
        int from = number(lastEventId == null ? after : lastEventId);
        Flux<ServerSentEvent<Object>> events =
                Flux.create(sink -> new EventStream(id, from, sink, conversations, standings, feed, threads).open());
        Flux<ServerSentEvent<Object>> heartbeat = Flux.interval(HEARTBEAT)
                .onBackpressureDrop()
                .map(tick -> ServerSentEvent.builder().comment("").build());
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .header(HttpHeaders.CONTENT_ENCODING, "identity")
                .body(events.mergeWith(heartbeat));
    }

    private static int number(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return 0;
        }
        if (!given.matches("\\d{1,9}")) {
            throw new Problem(422, "malformed");
        }
        return Integer.parseInt(given);
    }
}
