package org.mainforte.channel.teams;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mainforte.channel.teams.wire.Connector;
import org.mainforte.conversation.Conversation;
import org.mainforte.conversation.Conversations;
import org.mainforte.kernel.ConversationId;
import org.springframework.stereotype.Component;

/** Shows that somebody is working on an answer: at once, and again every few seconds until it is there. Shown or lost. */
@Component
class Typing {
    private static final String TYPING = "{\"type\":\"typing\"}";
    private static final Duration AGAIN = Duration.ofSeconds(4);
    private static final Duration AGENT_AGAIN = Duration.ofSeconds(3);
    private static final int TIMES = 20;
    private static final long PATIENCE_MILLIS = 1_000;

    private final Connector connector;
    private final Conversations conversations;
    private final Links links;
    private final Chats chats;
    private final Streams streams;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, CompletableFuture<Void>> first = new ConcurrentHashMap<>();
    private final Map<ConversationId, Long> agents = new ConcurrentHashMap<>();

    Typing(Connector connector, Conversations conversations, Links links, Chats chats, Streams streams) {
        this.connector = connector;
        this.conversations = conversations;
        this.links = links;
        this.chats = chats;
        this.streams = streams;
    }

    /** Shows it now. */
    void start(String serviceUrl, String chat) {
        CompletableFuture<Void> sent =
                CompletableFuture.runAsync(() -> connector.post(serviceUrl, chat, TYPING), threads);
        first.put(chat, sent);
        sent.whenComplete((nothing, failure) -> first.remove(chat, sent));
    }

    /** Shows it from now on as long as the assistant works on a conversation. */
    void work(String serviceUrl, String chat, ConversationId id) {
        if (working(id)) {
            start(serviceUrl, chat);
            keepUp(serviceUrl, chat, id);
        }
    }

    /** Lets the sign that somebody is working come before the answer, but never holds the answer up for long. */
    void before(String chat) {
        CompletableFuture<Void> sent = first.get(chat);
        if (sent == null) {
            return;
        }
        try {
            sent.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException lost) {
            first.remove(chat, sent);
        }
    }

    /** Shows it again as long as the assistant works on a conversation. */
    void keepUp(String serviceUrl, String chat, ConversationId id) {
        threads.execute(() -> {
            try {
                for (int i = 0; i < TIMES && working(id); i++) {
                    Thread.sleep(AGAIN);
                    if (working(id) && !streams.running(id)) {
                        connector.post(serviceUrl, chat, TYPING);
                    }
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Shows that an agent writes. Their page says so at each key, Teams hears it every few seconds. Returns at once. */
    void agent(ConversationId id) {
        long now = System.nanoTime();
        agents.values().removeIf(shown -> now - shown > AGENT_AGAIN.toNanos());
        if (agents.putIfAbsent(id, now) == null) {
            threads.execute(() -> links.find(id)
                    .flatMap(link -> chats.find(link.chat()))
                    .filter(chat -> chat.personal() && !chat.gone())
                    .ifPresent(chat -> connector.post(chat.serviceUrl(), chat.id(), TYPING)));
        }
    }

    private boolean working(ConversationId id) {
        Conversation now = conversations.find(id);
        return now != null && !now.idle() && now.state().assisted();
    }

    /** Nobody is shown anything while we stop. */
    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
