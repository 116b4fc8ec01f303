package org.mainforte.channel.teams;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mainforte.channel.teams.wire.Activity;
import org.mainforte.channel.teams.wire.Refused;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Where Teams sends activities: verified before they are read, stored before they are acknowledged. The answers go out by the
 * connector; only buttons and feedback are answered here.
 */
@RestController
class TeamsController {
    private static final Logger LOG = LoggerFactory.getLogger(TeamsController.class);

    private final Door door;
    private final Inbox inbox;
    private final Invokes invokes;
    private final Scheduler threads;

    TeamsController(Door door, Inbox inbox, Invokes invokes, AsyncTaskExecutor applicationTaskExecutor) {
        this.door = door;
        this.inbox = inbox;
        this.invokes = invokes;
        this.threads = Schedulers.fromExecutor(applicationTaskExecutor);
    }

    @PostMapping("/api/messages")
    Mono<ResponseEntity<Map<String, Object>>> receive(ServerHttpRequest request) {
        String authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        InetSocketAddress from = request.getRemoteAddress();
        return Mono.fromCallable(
                        () -> inRealTime(() -> door.knock(authorization, from == null ? null : from.getAddress())))
                .subscribeOn(threads)
                .flatMap(visitor -> DataBufferUtils.join(request.getBody(), Activity.LARGEST)
                        .map(TeamsController::bytes)
                        .defaultIfEmpty(new byte[0])
                        .publishOn(threads)
                        .map(body -> take(visitor, body)))
                .onErrorMap(DataBufferLimitException.class, tooLarge -> new Problem(413, "too-large"))
                .onErrorMap(Refused.class, TeamsController::refused);
    }

    private ResponseEntity<Map<String, Object>> take(Door.Visitor visitor, byte[] body) {
        Activity activity;
        try {
            activity = Activity.read(body);
        } catch (IllegalArgumentException malformed) {
            LOG.info("An activity could not be read: {}", malformed.getMessage());
            throw new Problem(400, "malformed");
        }
        door.admit(visitor, activity);
        if (activity.type().equals("invoke")) {
            return ResponseEntity.ok(invokes.answer(activity));
        }
        inbox.take(activity);
        return ResponseEntity.accepted().build();
    }

    private static Throwable refused(Refused refused) {
        LOG.warn("A call to /api/messages was refused: {}", refused.getMessage());
        return new Problem(refused.status(), refused.status() == 401 ? "not-signed-in" : "teams-refused");
    }

    /** The demo's clock moves what happens, never how long a token is valid. */
    private static <T> @Nullable T inRealTime(Callable<T> check) throws Exception {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        ActingClock.at(null, () -> {
            try {
                result.set(check.call());
            } catch (Exception thrown) {
                failure.set(thrown);
            }
        });
        Exception thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
        return result.get();
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
