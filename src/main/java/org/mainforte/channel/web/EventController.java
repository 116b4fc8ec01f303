package org.mainforte.channel.web;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.Feed;
import org.mainforte.conversation.Standings;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Problem;
import org.mainforte.people.SignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import reactor.core.publisher.FluxSink;
import tools.jackson.databind.json.JsonMapper;

/** The live feed of a conversation as server-sent events (WHATWG HTML, section 9.2). */
@RestController
class EventController {
    private static final Logger LOG = LoggerFactory.getLogger(EventController.class);

    /** Of the pool's connections. */
    private static final int READING_AT_ONCE = 4;

    private final Conversations conversations;
    private final SignIn signIn;
    private final Heartbeat heartbeat;
    private final EventStream.Readers readers;

    EventController(
            Conversations conversations,
            Standings standings,
            Feed feed,
            SignIn signIn,
            Heartbeat heartbeat,
            AsyncTaskExecutor applicationTaskExecutor,
            JsonMapper json) {
        this.conversations = conversations;
        this.signIn = signIn;
        this.heartbeat = heartbeat;
        this.readers = new EventStream.Readers(
                conversations, standings, feed, applicationTaskExecutor, new Semaphore(READING_AT_ONCE, true), json);
    }

    /** Ends of streams are no errors: browsers reconnect with the last id they saw. */
    @GetMapping("/api/conversations/{id}/events")
    ResponseEntity<Flux<ServerSentEvent<String>>> events(
            @AuthenticationPrincipal Jwt token,
            @PathVariable ConversationId id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestParam(required = false) @Nullable String after) {
        conversations.mine(id, signIn.employee(token, id));
        int from = number(lastEventId == null ? after : lastEventId);
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .header(HttpHeaders.CONTENT_ENCODING, "identity")
                .body(Flux.create(sink -> read(id, from, sink), FluxSink.OverflowStrategy.ERROR));
    }

    /** The stream itself never sends more than was asked for. */
    private void read(ConversationId id, int from, FluxSink<ServerSentEvent<String>> sink) {
        EventStream stream = new EventStream(id, from, sink, readers);
        AutoCloseable watch = stream.open();
        Runnable stillness = heartbeat.keep(stream);
        sink.onDispose(() -> {
            stillness.run();
            close(id, watch);
        });
    }

    private static void close(ConversationId id, AutoCloseable watch) {
        try {
            watch.close();
        } catch (Exception impossible) {
            LOG.warn("A watch of {} could not be closed", id, impossible);
        }
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
