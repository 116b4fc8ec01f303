package org.mainforte.channel.teams;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.mainforte.channel.teams.Links.Link;
import org.mainforte.channel.teams.card.Drawing;
import org.mainforte.conversation.Conversation;
import org.mainforte.conversation.ConversationErased;
import org.mainforte.conversation.ConversationState;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.Feed;
import org.mainforte.conversation.Message;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the conversations that are shown in Teams as any other reader does, and writes what is new into the outbox: answers,
 * an agent's words, what became of a ticket. Whoever causes a message need not know that Teams exists.
 */
@Component
class Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int AT_ONCE = 8;

    private final Feed feed;
    private final Conversations conversations;
    private final Chats chats;
    private final Links links;
    private final Outbox outbox;
    private final Clicks clicks;
    private final Drawing drawing;
    private final Courier courier;
    private final Streams streams;
    private final Places places;
    private final Typing typing;
    private final TransactionTemplate transaction;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Map<ConversationId, AutoCloseable> watched = new ConcurrentHashMap<>();
    private final Set<ConversationId> looking = ConcurrentHashMap.newKeySet();
    private final Set<ConversationId> again = ConcurrentHashMap.newKeySet();

    Follower(
            Feed feed,
            Conversations conversations,
            Chats chats,
            Links links,
            Outbox outbox,
            Clicks clicks,
            Drawing drawing,
            Courier courier,
            Streams streams,
            Places places,
            Typing typing,
            TransactionTemplate transaction) {
        this.feed = feed;
        this.conversations = conversations;
        this.chats = chats;
        this.links = links;
        this.outbox = outbox;
        this.clicks = clicks;
        this.drawing = drawing;
        this.courier = courier;
        this.streams = streams;
        this.places = places;
        this.typing = typing;
        this.transaction = transaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
    void followAll() {
        links.all().stream().filter(id -> !watched.containsKey(id)).forEach(this::follow);
    }

    /** Shows from now on what happens in a conversation, and what has happened since it was last looked at. */
    void follow(ConversationId id) {
        watched.computeIfAbsent(id, fresh -> feed.watch(fresh, signal -> signalled(fresh, signal)));
        look(id);
    }

    private void signalled(ConversationId id, Feed.Signal signal) {
        switch (signal) {
            case Feed.Signal.Delta delta -> streams.written(id, delta.turn(), delta.text(), delta.anew());
            case Feed.Signal.Changed changed -> look(id);
            case Feed.Signal.Typing writing -> {
                // That the assistant writes is shown from the moment it is asked.
                if (writing.who().equals(Feed.AGENT)) {
                    typing.agent(id);
                }
            }
        }
    }

    @EventListener
    void erased(ConversationErased event) {
        links.forget(event.conversation());
        unwatch(event.conversation());
    }

    private void unwatch(ConversationId id) {
        AutoCloseable watch = watched.remove(id);
        if (watch != null) {
            try {
                watch.close();
            } catch (Exception impossible) {
                LOG.warn("A watch of {} could not be closed", id, impossible);
            }
        }
    }

    /** Looks soon, one thread at a time for each conversation. */
    void look(ConversationId id) {
        again.add(id);
        if (looking.add(id)) {
            threads.execute(() -> lookUntilCalm(id));
        }
    }

    private void lookUntilCalm(ConversationId id) {
        room.acquireUninterruptibly();
        try {
            while (again.remove(id)) {
                transaction.executeWithoutResult(status -> lookNow(id));
            }
        } catch (RuntimeException failure) {
            LOG.warn("What is new in {} cannot be shown now: {}", id, failure.toString());
            unwatch(id);
        } finally {
            room.release();
            looking.remove(id);
        }
        if (again.contains(id) && watched.containsKey(id)) {
            look(id);
        }
    }

    private void lookNow(ConversationId id) {
        Optional<Link> before = links.find(id);
        Conversation conversation = conversations.find(id);
        if (before.isEmpty() || conversation == null) {
            unwatch(id);
            return;
        }
        if (conversation.lastSeq() <= before.get().shown()
                && before.get().openCard() == null
                && before.get().place() == null
                && conversation.state() != ConversationState.OFFERED) {
            return;
        }
        Chat chat = chats.lock(before.get().chat()).orElse(null);
        Link link = links.find(id).orElse(null);
        if (chat != null && link != null && !link.awaited()) {
            publish(chat, link, conversations.messages(id, link.shown()), null, null);
            if (link.place() != null || conversation.state() == ConversationState.OFFERED) {
                places.follow(chat, link, conversation);
            }
        }
    }

    /**
     * Puts messages into the outbox, under the lock of their chat.
     *
     * @param inPlace the number of the message that already stands where a card was, by the reply to a click
     * @param card the id of that card in Teams
     */
    void publish(Chat chat, Link link, List<Message> messages, @Nullable Integer inPlace, @Nullable String card) {
        Integer open = link.openCard();
        int shown = link.shown();
        for (Message message : messages) {
            if (inPlace != null && message.seq() <= inPlace) {
                outbox.inPlace(chat.id(), link.conversation(), message.seq(), message.seq() == inPlace ? card : null);
            } else if (!Sent.hereAlready(message)) {
                outbox.message(
                        chat.id(),
                        link.conversation(),
                        message.seq(),
                        drawing.activity(link.conversation(), message, Drawing.Way.WHOLE));
            }
            if (message.proposal() != null) {
                closeCard(chat, link.conversation(), open);
                open = message.seq();
            }
            shown = message.seq();
        }
        if (open != null && !stillOpen(link.conversation(), open)) {
            closeCard(chat, link.conversation(), open);
            open = null;
        }
        if (shown != link.shown() || !Objects.equals(open, link.openCard())) {
            links.shown(link.conversation(), shown, open);
            courier.wakeAfterCommit(chat.id());
        }
    }

    private boolean stillOpen(ConversationId id, int seq) {
        Conversation now = conversations.find(id);
        String proposal = now == null ? null : now.dialogue().proposal();
        return proposal != null
                && conversations.messages(id, seq - 1).stream()
                        .limit(1)
                        .flatMap(message -> message.choices().stream())
                        .anyMatch(choice -> choice.id().endsWith(proposal));
    }

    /** A card that was decided elsewhere loses its buttons. */
    private void closeCard(Chat chat, ConversationId id, @Nullable Integer seq) {
        if (seq == null || clicks.redrawn(id, seq)) {
            return;
        }
        conversations.messages(id, seq - 1).stream().limit(1).forEach(message -> {
            String label = clicks.before(id, seq, "any")
                    .map(Clicks.Before::label)
                    .orElseGet(() -> Texts.get(message.language(), "teams.card.closed"));
            outbox.redraw(chat.id(), id, seq, "closed", drawing.pressed(id, message, label));
        });
    }
}
