package org.mainforte.handover.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.Feed;
import org.mainforte.conversation.Message;
import org.mainforte.handover.DeskQueue;
import org.mainforte.handover.HandoverState;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.FluxSink;

/**
 * One open page of an agent. It reads the tables as often as it is woken and sends what differs from what it sent before, so that
 * a signal lost or doubled does no harm.
 */
class DeskStream {
    private static final Logger LOG = LoggerFactory.getLogger(DeskStream.class);

    private final PersonId agent;
    private final FluxSink<ServerSentEvent<Object>> sink;
    private final DeskQueue queue;
    private final Feed feed;
    private final Executor threads;
    /** How often somebody asked to look; the looker counts it down, so that one thread looks at a time. */
    private final AtomicInteger asked = new AtomicInteger();
    /** What belongs to a conversation of this agent's while it is theirs. */
    private final Map<ConversationId, Own> own = new HashMap<>();

    private @Nullable List<DeskViews.Shown> sent;

    private static final class Own {
        final AutoCloseable watch;
        int messages;
        int notes;
        int files;

        Own(AutoCloseable watch, int messages, int notes, int files) {
            this.watch = watch;
            this.messages = messages;
            this.notes = notes;
            this.files = files;
        }
    }

    DeskStream(PersonId agent, FluxSink<ServerSentEvent<Object>> sink, DeskQueue queue, Feed feed, Executor threads) {
        this.agent = agent;
        this.sink = sink;
        this.queue = queue;
        this.feed = feed;
        this.threads = threads;
    }

    void open() {
        AutoCloseable watch = queue.watch(this::signalled);
        sink.onDispose(() -> {
            close(watch);
            threads.execute(this::closeAll);
        });
        sink.onRequest(demand -> look());
        look();
    }

    private void signalled(@Nullable ConversationId typing, @Nullable String who) {
        if (typing == null || who == null) {
            look();
        } else if (sink.requestedFromDownstream() > 0) {
            send("typing", Map.of("conversation", typing, "who", who));
        }
    }

    private void look() {
        if (asked.getAndIncrement() == 0) {
            threads.execute(this::lookUntilCalm);
        }
    }

    private void lookUntilCalm() {
        int seen = 1;
        while (seen > 0 && !sink.isCancelled()) {
            seen = asked.get();
            try {
                show();
            } catch (RuntimeException failure) {
                LOG.warn("The feed of an agent's page ends, the page will come back: {}", failure.toString());
                sink.complete();
                return;
            }
            seen = asked.addAndGet(-seen);
        }
    }

    private synchronized void show() {
        if (sink.requestedFromDownstream() == 0) {
            return;
        }
        List<DeskQueue.Line> now = queue.lines(agent);
        List<DeskViews.Line> lines =
                now.stream().map(line -> DeskViews.Line.of(line, agent)).toList();
        watchOwn(now);
        List<DeskViews.Shown> shown = lines.stream().map(DeskViews.Shown::of).toList();
        if (!shown.equals(sent)) {
            sent = shown;
            send("queue", lines);
        }
        own.forEach(this::showOwn);
    }

    private void watchOwn(List<DeskQueue.Line> lines) {
        Set<ConversationId> held = lines.stream()
                .filter(line -> line.handover().state() == HandoverState.HELD)
                .map(line -> line.handover().conversation())
                .collect(Collectors.toSet());
        own.entrySet().removeIf(entry -> {
            boolean gone = !held.contains(entry.getKey());
            if (gone) {
                close(entry.getValue().watch);
            }
            return gone;
        });
        for (DeskQueue.Line line : lines) {
            ConversationId id = line.handover().conversation();
            if (held.contains(id)) {
                own.computeIfAbsent(
                        id,
                        mine -> new Own(
                                feed.watch(mine, signal -> look()),
                                line.lastSeq(),
                                queue.notes(mine).size(),
                                queue.files(mine).size()));
            }
        }
    }

    private void showOwn(ConversationId id, Own shown) {
        for (Message message : queue.messages(id, shown.messages)) {
            send("message", Map.of("conversation", id, "message", message));
            shown.messages = message.seq();
        }
        var notes = queue.notes(id);
        if (notes.size() != shown.notes) {
            shown.notes = notes.size();
            send("notes", Map.of("conversation", id, "notes", notes));
        }
        var files = queue.files(id);
        if (files.size() != shown.files) {
            shown.files = files.size();
            send("files", Map.of("conversation", id, "files", files));
        }
    }

    private void send(String event, Object data) {
        sink.next(ServerSentEvent.builder().event(event).data(data).build());
    }

    private synchronized void closeAll() {
        own.values().forEach(one -> close(one.watch));
        own.clear();
    }

    private static void close(AutoCloseable watch) {
        try {
            watch.close();
        } catch (Exception impossible) {
            LOG.warn("A watch of an agent's page could not be closed", impossible);
        }
    }
}
