package org.mainforte.channel.teams;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.mainforte.channel.teams.card.Drawing;
import org.mainforte.channel.teams.wire.Connector;
import org.mainforte.channel.teams.wire.TeamsSettings;
import org.mainforte.conversation.Conversation;
import org.mainforte.conversation.Conversations;
import org.mainforte.kernel.ConversationId;
import org.mainforte.people.Directory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The answers that are being written live in personal chats. What is lost here is only liveliness: the whole message follows. */
@Component
class Streams {
    private static final int TRIES = 10;
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    private final Connector connector;
    private final Conversations conversations;
    private final Chats chats;
    private final Links links;
    private final Drawing drawing;
    private final TeamsSettings settings;
    private final Directory directory;
    private final JsonMapper json;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<ConversationId, Stream> running = new ConcurrentHashMap<>();
    /** Chats in which something is being written live. */
    private final Set<String> live = ConcurrentHashMap.newKeySet();

    Streams(
            Connector connector,
            Conversations conversations,
            Chats chats,
            Links links,
            Drawing drawing,
            TeamsSettings settings,
            Directory directory,
            JsonMapper json) {
        this.connector = connector;
        this.conversations = conversations;
        this.chats = chats;
        this.links = links;
        this.drawing = drawing;
        this.settings = settings;
        this.directory = directory;
        this.json = json;
    }

    boolean running(ConversationId id) {
        Stream stream = running.get(id);
        return stream != null && !stream.over();
    }

    boolean runningIn(String chat) {
        return live.contains(chat);
    }

    /** More of the answer to a message has been written. Returns at once. */
    void written(ConversationId id, int turn, String piece, boolean anew) {
        running.compute(id, (key, now) -> {
            Stream stream = now != null && now.turn() == turn ? now : begin(id, turn);
            stream.more(piece, anew);
            return stream;
        });
    }

    private Stream begin(ConversationId id, int turn) {
        Stream stream = new Stream(turn, settings.streamPace(), drawing::live, json);
        threads.execute(() -> {
            Chat chat = links.find(id)
                    .flatMap(link -> chats.find(link.chat()))
                    .filter(found -> found.personal() && !found.gone())
                    .orElse(null);
            Conversation conversation = conversations.find(id);
            if (chat == null || conversation == null) {
                stream.never();
            } else {
                run(stream, chat, conversation);
            }
        });
        return stream;
    }

    /** The right to send is held all the while, so that no other instance sends the whole while this one still writes. */
    private void run(Stream stream, Chat chat, Conversation conversation) {
        live.add(chat.id());
        try {
            if (!held(chat.id())) {
                stream.never();
                return;
            }
            stream.run(conversation.language(), activity -> {
                chats.lease(chat.id());
                return connector.post(chat.serviceUrl(), chat.id(), activity);
            });
        } finally {
            live.remove(chat.id());
        }
        if (stream.stoppedByPerson()) {
            directory.find(conversation.person()).ifPresent(person -> conversations.stop(conversation.id(), person));
        }
    }

    /** Another instance may just be sending something. */
    private boolean held(String chat) {
        try {
            for (int i = 0; i < TRIES; i++) {
                if (chats.lease(chat)) {
                    return true;
                }
                Thread.sleep(A_MOMENT);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Stops the live texts when the product stops; their messages are in the outbox or will be. */
    void close() {
        running.values().forEach(Stream::end);
        threads.shutdown();
    }

    /** Ends the live text before its message is sent; null when there is none. Waits for a call that is under way. */
    @Nullable
    Stream end(ConversationId id, int seq) {
        Stream stream = running.get(id);
        if (stream == null || stream.turn() >= seq || !running.remove(id, stream)) {
            return null;
        }
        stream.end();
        return stream;
    }
}
