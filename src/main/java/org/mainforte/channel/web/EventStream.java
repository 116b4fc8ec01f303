package org.mainforte.channel.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.Conversation;
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

/**
 * One reader of a conversation. It reads the table after the last number it has sent, as often as it is woken, so that nothing
 * is missing and nothing comes twice; a reader that does not keep up is read for later, not buffered for.
 */
class EventStream {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final ConversationId id;
    private final FluxSink<ServerSentEvent<Object>> sink;
    private final Conversations conversations;
    private final Standings standings;
    private final Feed feed;
    private final Executor threads;
    /** How often somebody asked to look; the looker counts it down, so that one thread looks at a time. */
    private final AtomicInteger asked = new AtomicInteger();

    private int sent;
    private int idle = -1;
    private @Nullable Standing standing;

    EventStream(
            ConversationId id,
            int after,
            FluxSink<ServerSentEvent<Object>> sink,
            Conversations conversations,
            Standings standings,
            Feed feed,
            Executor threads) {
        this.id = id;
        this.sent = after;
        this.sink = sink;
        this.conversations = conversations;
        this.standings = standings;
        this.feed = feed;
        this.threads = threads;
    }

    void open() {
        AutoCloseable watch = feed.watch(id, this::signalled);
        sink.onDispose(() -> {
            try {
                watch.close();
            } catch (Exception impossible) {
                LOG.warn("A watch of {} could not be closed", id, impossible);
            }
        });
        sink.onRequest(demand -> look());
        look();
    }

    private void signalled(Feed.Signal signal) {
        switch (signal) {
            case Feed.Signal.Changed changed -> look();
            case Feed.Signal.Delta delta -> live("delta", delta(delta));
            case Feed.Signal.Typing typing -> live("typing", Map.of("who", typing.who()));
        }
    }

    private static Map<String, Object> delta(Feed.Signal.Delta delta) {
        return delta.anew()
                ? Map.of("turn", delta.turn(), "text", delta.text(), "anew", true)
                : Map.of("turn", delta.turn(), "text", delta.text());
    }

    /** Live text is shown or lost: the whole message follows. */
    private void live(String event, Object data) {
        if (sink.requestedFromDownstream() > 0) {
            sink.next(ServerSentEvent.builder().event(event).data(data).build());
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
                send();
            } catch (RuntimeException failure) {
                LOG.warn("The feed of {} ends, its reader will come back: {}", id, failure.toString());
                sink.complete();
                return;
            }
            seen = asked.addAndGet(-seen);
        }
    }

    private void send() {
        if (sink.requestedFromDownstream() == 0) {
            return;
        }
        Conversation now = conversations.find(id);
        if (now == null) {
            sink.complete();
            return;
        }
        Standing stands = standings.of(now);
        if (!stands.equals(standing)) {
            standing = stands;
            sink.next(ServerSentEvent.<Object>builder()
                    .event("state")
                    .data(stands)
                    .build());
        }
        while (sent < now.lastSeq() && sink.requestedFromDownstream() > 0) {
            List<Message> more = conversations.messages(id, sent);
            if (more.isEmpty()) {
                return;
            }
            for (Message message : more) {
                sink.next(ServerSentEvent.<Object>builder()
                        .id(String.valueOf(message.seq()))
                        .event("message")
                        .data(message)
                        .build());
                sent = message.seq();
            }
        }
        if (sent >= now.lastSeq() && now.idle() && idle != now.lastSeq()) {
            idle = now.lastSeq();
            sink.next(ServerSentEvent.builder()
                    .event("idle")
                    .data(Map.of("seq", now.askedSeq()))
                    .build());
        }
    }
}
