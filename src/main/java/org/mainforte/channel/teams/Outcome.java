package org.mainforte.channel.teams;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.Message;
import org.mainforte.conversation.MessageKind;
import org.mainforte.kernel.ConversationId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What became of a decided card, so that it can stand in the card's place. Waited for a few seconds, while the messages are held
 * back from the outbox; what comes later is sent as any other message.
 */
@Component
class Outcome {
    /** Longer than the wait, so that a message is never shown in place and sent as well. */
    static final int HELD_SECONDS = 9;

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Answered answered;
    private final Conversations conversations;
    private final Chats chats;
    private final Links links;
    private final Follower follower;
    private final TransactionTemplate transaction;

    Outcome(
            Answered answered,
            Conversations conversations,
            Chats chats,
            Links links,
            Follower follower,
            TransactionTemplate transaction) {
        this.answered = answered;
        this.conversations = conversations;
        this.chats = chats;
        this.links = links;
        this.follower = follower;
        this.transaction = transaction;
    }

    /**
     * Waits for the answer to a message and takes the part of it that stands in the card's place.
     *
     * @param card the id of the card in Teams
     * @return null when nothing came in time
     */
    @Nullable
    Message of(ConversationId id, int said, @Nullable String card) {
        answered.await(id, said, PATIENCE);
        return transaction.execute(status -> take(id, said, card));
    }

    private @Nullable Message take(ConversationId id, int said, @Nullable String card) {
        Chat chat = links.find(id).flatMap(link -> chats.lock(link.chat())).orElse(null);
        Links.Link link = links.find(id).orElse(null);
        if (chat == null || link == null) {
            return null;
        }
        links.await(id, 0);
        Message told = link.shown() > said ? null : told(id, said);
        if (told != null) {
            follower.publish(chat, link, conversations.messages(id, link.shown()), told.seq(), card);
        }
        return told;
    }

    /** What was told after a decision: the receipt, or else the first word; null when there is none yet. */
    @Nullable
    Message told(ConversationId id, int said) {
        List<Message> after = conversations.messages(id, said).stream()
                .takeWhile(message -> message.author().kind() != Message.Kind.EMPLOYEE)
                .filter(message -> message.author().kind() == Message.Kind.ASSISTANT)
                .toList();
        Message first = after.isEmpty() ? null : after.getFirst();
        return after.stream()
                .filter(message -> message.kind() == MessageKind.RECEIPT)
                .findFirst()
                .orElse(first);
    }
}
