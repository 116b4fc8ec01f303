package org.mainforte.handover.web;

import java.time.Duration;
import java.util.Map;
import org.mainforte.conversation.Feed;
import org.mainforte.handover.DeskQueue;
import org.mainforte.people.Employee;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/**
 * The live feed of an agent's page as server-sent events (WHATWG HTML, section 9.2): {@code queue} (the whole queue), {@code
 * message}, {@code notes}, {@code files}, {@code typing}, and {@code beat}, which the page answers by renewing its presence. A page in the
 * background gets events on time although its timers are slowed down.
 */
@RestController
class DeskEventController {
    private static final Duration SLOWEST_BEAT = Duration.ofSeconds(10);

    private final DeskQueue queue;
    private final Feed feed;
    private final DeskAccess access;
    private final AsyncTaskExecutor threads;

    DeskEventController(DeskQueue queue, Feed feed, DeskAccess access, AsyncTaskExecutor applicationTaskExecutor) {
        this.queue = queue;
        this.feed = feed;
        this.access = access;
        this.threads = applicationTaskExecutor;
    }

    @GetMapping("/api/desk/events")
    ResponseEntity<Flux<ServerSentEvent<Object>>> events(@AuthenticationPrincipal Jwt token) {
        Employee agent = access.agent(token);
        Flux<ServerSentEvent<Object>> events =
                Flux.create(sink -> new DeskStream(agent.id(), sink, queue, feed, threads).open());
        Duration every = beat();
        Flux<ServerSentEvent<Object>> beat = Flux.interval(every)
                .onBackpressureDrop()
                .map(tick -> ServerSentEvent.<Object>builder()
                        .event("beat")
                        .data(Map.of("milliseconds", every.toMillis()))
                        .build());
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .header(HttpHeaders.CONTENT_ENCODING, "identity")
                .body(events.mergeWith(beat));
    }

    /** Often enough for a page that misses two of them to keep its presence. */
    private Duration beat() {
        Duration third = Duration.ofSeconds(queue.leaseSeconds()).dividedBy(3);
        return third.compareTo(SLOWEST_BEAT) < 0 ? third : SLOWEST_BEAT;
    }
}
