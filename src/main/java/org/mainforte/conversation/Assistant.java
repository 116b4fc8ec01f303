package org.mainforte.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the turns: for every message of an employee, the first {@link Responder} in {@link SpeakingOrder} that has something to
 * say. A turn is one transaction under the conversation's row lock, so a crash leaves either the whole answer or none, and a
 * sweep, here or on another instance, takes up what was left unanswered.
 */
@Component
public class Assistant {
    private static final Logger LOG = LoggerFactory.getLogger(Assistant.class);
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(3);

    private final ConversationRows rows;
    private final ObjectProvider<Responder> responders;
    private final ObjectProvider<Resumable> resumables;
    private final Directory directory;
    private final Feed feed;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<ConversationId> awake = ConcurrentHashMap.newKeySet();

    Assistant(
            ConversationRows rows,
            ObjectProvider<Responder> responders,
            ObjectProvider<Resumable> resumables,
            Directory directory,
            Feed feed,
            TransactionTemplate transaction,
            Clock clock) {
        this.clock = clock;
        this.rows = rows;
        this.responders = responders;
        this.resumables = resumables;
        this.directory = directory;
        this.feed = feed;
        this.transaction = transaction;
    }

    static Message.Author author(Language language) {
        return new Message.Author(Message.Kind.ASSISTANT, Texts.get(language, "assistant.name"));
    }

    /** Answers what waits in a conversation, once the message that is being stored is committed. */
    void wakeAfterCommit(ConversationId id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake(id);
            }
        });
    }

    private void wake(ConversationId id) {
        threads.execute(() -> answerAll(id));
    }

    @Scheduled(fixedDelay = 2_000, initialDelay = 500)
    void takeUpWhatWasLeft() {
        rows.unanswered(LEFT_BEHIND).forEach(this::wake);
    }

    private void answerAll(ConversationId id) {
        // The row lock already keeps turns apart; this only spares useless threads.
        if (!awake.add(id)) {
            return;
        }
        try {
            boolean more = true;
            while (more) {
                more = answerNext(id);
            }
        } catch (RuntimeException failure) {
            LOG.error("Conversation {} cannot be answered now; the sweep will try again", id, failure);
            return;
        } finally {
            awake.remove(id);
        }
        // A message stored between the last look and the line above has woken nobody.
        if (rows.find(id).filter(Assistant::waits).isPresent()) {
            wake(id);
        }
    }

    private static boolean waits(Conversation conversation) {
        return conversation.state().assisted() && conversation.askedSeq() > conversation.answeredSeq();
    }

    private boolean answerNext(ConversationId id) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> rows.lock(id)
                    .flatMap(conversation -> next(conversation).map(asked -> answer(conversation, asked)))
                    .orElse(false)));
        } catch (CannotCreateTransactionException busy) {
            // Nothing is wrong with the message: the sweep takes it up when there is a connection again.
            throw busy;
        } catch (RuntimeException failure) {
            LOG.error("A turn of conversation {} failed", id, failure);
            return apologise(id);
        }
    }

    private Optional<ConversationRows.Asked> next(Conversation conversation) {
        return conversation.state().assisted()
                ? rows.nextAsked(conversation.id(), conversation.answeredSeq())
                : Optional.empty();
    }

    private boolean answer(Conversation conversation, ConversationRows.Asked asked) {
        ActingClock.at(asked.actingAt(), () -> {
            Turn turn = turn(conversation, asked);
            List<Reply> replies = speak(turn);
            Language language = turn.language();
            store(conversation, asked.seq(), turn.dialogue(), replies, language);
        });
        return true;
    }

    private Turn turn(Conversation conversation, ConversationRows.Asked asked) {
        Employee employee = directory
                .find(conversation.person())
                .orElseThrow(() -> new IllegalStateException("The person of " + conversation.id() + " is unknown"));
        Instant now = asked.actingAt() == null ? asked.at() : asked.actingAt();
        return new Turn(
                conversation.id(),
                employee,
                asked.language(),
                now,
                asked.seq(),
                asked.input(),
                conversation.dialogue());
    }

    private List<Reply> speak(Turn turn) {
        List<Reply> replies = new ArrayList<>();
        ReplySink sink = new ReplySink() {
            @Override
            public void say(Reply reply) {
                replies.add(reply);
            }

            @Override
            public void delta(String text) {
                feed.tell(turn.conversation(), new Feed.Signal.Delta(turn.seq(), text));
            }
        };
        boolean taken = responders.stream()
                .sorted(Comparator.comparing(Responder::place))
                .anyMatch(responder -> responder.respond(turn, sink));
        if (!taken || replies.isEmpty()) {
            throw new IllegalStateException("Nobody answered message " + turn.seq() + " of " + turn.conversation());
        }
        return neverTrapped(turn, replies);
    }

    /** The last message of a turn always leads on: back to what was under way, and to a person. */
    private List<Reply> neverTrapped(Turn turn, List<Reply> replies) {
        Reply last = replies.removeLast();
        for (Resumable resumable : resumables.stream().toList()) {
            Optional<Choice> back = resumable.comeBack(turn);
            if (back.isPresent() && last.step() == null && last.form() == null && last.proposal() == null) {
                last = last.choice(back.get());
            }
        }
        replies.add(last.offersPerson() ? last : last.choice(Choice.person(turn.language())));
        return replies;
    }

    private void store(Conversation conversation, int seq, Dialogue dialogue, List<Reply> replies, Language language) {
        Conversation now = rows.find(conversation.id()).orElse(conversation);
        for (Reply reply : replies) {
            now = now.added();
            rows.append(now.id(), now.lastSeq(), clock.instant(), author(language), language, reply, null, null);
        }
        rows.update(now.answered(seq, dialogue));
        feed.changed(now.id());
    }

    /** A turn that failed is answered honestly rather than tried for ever; nothing of it was kept. */
    private boolean apologise(ConversationId id) {
        return Boolean.TRUE.equals(transaction.execute(status -> rows.lock(id)
                .flatMap(conversation -> next(conversation).map(asked -> {
                    Reply sorry = Reply.say(MessageKind.NOTICE, asked.language(), "assistant.failed")
                            .choice(Choice.person(asked.language()));
                    store(conversation, asked.seq(), conversation.dialogue(), List.of(sorry), asked.language());
                    return true;
                }))
                .orElse(false)));
    }
}
