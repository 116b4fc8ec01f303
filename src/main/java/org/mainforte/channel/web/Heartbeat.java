package org.mainforte.channel.web;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gives every event stream its sign of life, from one timer for all: a part of them each second, so that each has its turn in time. */
@Component
class Heartbeat {
    /** Seconds between two beats of a stream; the contract allows 25. */
    private static final int EVERY = 20;

    private final Set<EventStream>[] parts = parts();
    private final AtomicInteger next = new AtomicInteger();
    private int now;

    @SuppressWarnings("unchecked") // there are no generic arrays
    private static Set<EventStream>[] parts() {
        Stream<Set<EventStream>> fresh = IntStream.range(0, EVERY).mapToObj(part -> ConcurrentHashMap.newKeySet());
        return fresh.toArray(Set[]::new);
    }

    /** Keeps a stream alive until the result is run. */
    Runnable keep(EventStream stream) {
        Set<EventStream> part = parts[Math.floorMod(next.getAndIncrement(), EVERY)];
        part.add(stream);
        return () -> part.remove(stream);
    }

    @Scheduled(fixedRate = 1_000)
    void beat() {
        now = (now + 1) % EVERY;
        parts[now].forEach(EventStream::beat);
    }
}
