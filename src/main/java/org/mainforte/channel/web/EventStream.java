package org.mainforte.channel.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.Conversation;
import org.mainforte.conversation.ConversationState;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.Feed;
import org.mainforte.conversation.Message;
import org.mainforte.conversation.Standing;
import org.mainforte.conversation.Standings;
import org.mainforte.kernel.ConversationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.FluxSink;
import reactor.netty.channel.AbortedException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One reader of a conversation. What was just stored is sent as it is told when it comes next; otherwise the table is read after
 * the last number sent, so that nothing is missing and nothing comes twice. A reader that does not keep up is read for later, not
 * buffered for.
 */
class EventStream {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final ServerSentEvent<String> BEAT =
            ServerSentEvent.<String>builder().comment("").build();

    /** After how many beats that found no room the reader is gone. */
    private static final int LONGEST_SILENCE = 2;

    private final ConversationId id;
    private final FluxSink<ServerSentEvent<String>> sink;
    private final Readers readers;
    /** How often somebody asked to look; whoever raises it from 0 may send, and hands it down to 0 again. */
    private final AtomicInteger asked = new AtomicInteger();
    /** Whether the reader could not take all there was. */
    private volatile boolean behind;

    private int sent;
    private int idle = -1;
    private int silent;
    private @Nullable Standing standing;

    /**
     * What all streams share.
     *
     * @param room for those that read at the same moment; when an instance dies, thousands come to another at once
     * @param json the form of every answer's data; an event's is written here, because the framework's encoder takes new buffers for each
     */
    record Readers(
            Conversations conversations,
            Standings standings,
            Feed feed,
            Executor threads,
            Semaphore room,
            JsonMapper json) {}

    EventStream(ConversationId id, int after, FluxSink<ServerSentEvent<String>> sink, Readers readers) {
        this.id = id;
        this.sent = after;
        this.sink = sink;
        this.readers = readers;
    }

    /** Begins to send. @return what closes the watch */
    AutoCloseable open() {
        AutoCloseable watch = readers.feed().watch(id, this::signalled);
        sink.onRequest(demand -> {
            if (behind) {
                behind = false;
                look();
            }
        });
        look();
        return watch;
    }

    /** A sign of life, so that nothing on the way takes the connection for dead. Who takes nothing for long is sent away. */
    void beat() {
        silent = offer(BEAT) ? 0 : silent + 1;
        if (silent > LONGEST_SILENCE) {
            sink.error(new AbortedException("The reader takes nothing any more"));
        }
    }

    private void signalled(Feed.Signal signal) {
        switch (signal) {
            case Feed.Signal.Changed changed -> changed(changed);
            case Feed.Signal.Delta delta -> live("delta", () -> delta(delta));
            case Feed.Signal.Typing typing -> live("typing", () -> Map.of("who", typing.who()));
        }
    }

    private static Map<String, Object> delta(Feed.Signal.Delta delta) {
        return delta.anew()
                ? Map.of("turn", delta.turn(), "text", delta.text(), "anew", true)
                : Map.of("turn", delta.turn(), "text", delta.text());
    }

    private ServerSentEvent<String> event(String name, Object data) {
        return ServerSentEvent.<String>builder()
                .event(name)
                .data(readers.json().writeValueAsString(data))
                .build();
    }

    /** What is not worth writing for a reader that does not take it now. */
    private void live(String name, Supplier<Map<String, Object>> data) {
        if (sink.requestedFromDownstream() > 0) {
            offer(event(name, data.get()));
        }
    }

    /** Sends it if the reader takes it now. Live text and signs of life are shown or lost: the whole message follows. */
    private synchronized boolean offer(ServerSentEvent<String> event) {
        if (sink.requestedFromDownstream() == 0) {
            return false;
        }
        sink.next(event);
        return true;
    }

    /** The same for what must arrive: it is read again when the reader takes more. */
    private boolean send(ServerSentEvent<String> event) {
        if (offer(event)) {
            return true;
        }
        behind = true;
        // The reader may have asked for more just before that was noted.
        return offer(event);
    }

    private void changed(Feed.Signal.Changed changed) {
        if (!asked.compareAndSet(0, 1)) {
            look();
        } else if (!comesNext(changed) || !show(changed) || !asked.compareAndSet(1, 0)) {
            readers.threads().execute(this::lookUntilCalm);
        }
    }

    /** Whether the reader has everything before it, and nothing else can have changed what it sees. */
    private boolean comesNext(Feed.Signal.Changed changed) {
        return changed.now() != null
                && changed.now().state() == ConversationState.BOT
                && !changed.messages().isEmpty()
                && changed.messages().getFirst().seq() == sent + 1
                && changed.messages().getLast().seq() == changed.now().lastSeq();
    }

    private boolean show(Feed.Signal.Changed changed) {
        Conversation now = Objects.requireNonNull(changed.now());
        try {
            return state(now) && messages(changed.messages()) && idle(now);
        } catch (RuntimeException failure) {
            end(failure);
            return true;
        }
    }

    private void look() {
        if (asked.getAndIncrement() == 0) {
            readers.threads().execute(this::lookUntilCalm);
        }
    }

    private void lookUntilCalm() {
        int seen = 1;
        while (seen > 0 && !sink.isCancelled()) {
            seen = asked.get();
            readers.room().acquireUninterruptibly();
            try {
                read();
            } catch (RuntimeException failure) {
                end(failure);
                return;
            } finally {
                readers.room().release();
            }
            seen = asked.addAndGet(-seen);
        }
    }

    private void end(RuntimeException failure) {
        LOG.warn("The feed of {} ends, its reader will come back: {}", id, failure.toString());
        sink.complete();
    }

    private void read() {
        Conversation now = readers.conversations().find(id);
        if (now == null) {
            sink.complete();
            return;
        }
        boolean all = state(now);
        while (all && sent < now.lastSeq()) {
            List<Message> more = readers.conversations().messages(id, sent);
            if (more.isEmpty()) {
                return;
            }
            all = messages(more);
        }
        if (all) {
            idle(now);
        }
    }

    private boolean state(Conversation now) {
        Standing stands = readers.standings().of(now);
        if (!stands.equals(standing)) {
            if (!send(event("state", stands))) {
                return false;
            }
            standing = stands;
        }
        return true;
    }

    private boolean messages(List<Message> some) {
        for (Message message : some) {
            if (!send(ServerSentEvent.<String>builder()
                    .id(String.valueOf(message.seq()))
                    .event("message")
                    .data(readers.json().writeValueAsString(message))
                    .build())) {
                return false;
            }
            sent = message.seq();
        }
        return true;
    }

    private boolean idle(Conversation now) {
        if (sent >= now.lastSeq() && now.idle() && idle != now.lastSeq()) {
            if (!send(event("idle", Map.of("seq", now.askedSeq())))) {
                return false;
            }
            idle = now.lastSeq();
        }
        return true;
    }
}
