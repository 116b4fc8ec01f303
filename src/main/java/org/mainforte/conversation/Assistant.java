package org.mainforte.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes the turns: for every message of an employee, the first {@link Responder} in {@link SpeakingOrder} that has something to
 * say. A turn is one transaction under the conversation's row lock, so a crash leaves either the whole answer or none, and a
 * sweep, here or on another instance, takes up what was left unanswered. A {@link SlowResponder} thinks between two such
 * transactions, under a lease (see decision 8).
 */
@Component
public class Assistant {
    private static final Logger LOG = LoggerFactory.getLogger(Assistant.class);
    /** How often a connection is waited for, five seconds each, to store what was thought over. */
    private static final int STORING = 6;

    /** How long a message may wait before every instance looks after it. */
    static final Duration LEFT_BEHIND = Duration.ofSeconds(3);

    private final ConversationRows rows;
    private final MessageRows messageRows;
    private final Speakers speakers;
    private final SlowTurns slowTurns;
    private final Directory directory;
    private final Feed feed;
    private final TurnGate gate;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    /** The conversations being answered here. */
    private final Map<ConversationId, Wake> awake = new ConcurrentHashMap<>();

    /** Whether whoever was woken since the answering thread looked last is to be looked after too. */
    private enum Wake {
        AT_WORK,
        ONCE_MORE
    }

    Assistant(
            ConversationRows rows,
            MessageRows messageRows,
            Speakers speakers,
            SlowTurns slowTurns,
            Directory directory,
            Feed feed,
            TurnGate gate,
            Clock clock) {
        this.clock = clock;
        this.rows = rows;
        this.messageRows = messageRows;
        this.speakers = speakers;
        this.slowTurns = slowTurns;
        this.directory = directory;
        this.feed = feed;
        this.gate = gate;
    }

    static Message.Author author(Language language) {
        return new Message.Author(Message.Kind.ASSISTANT, Texts.get(language, "assistant.name"));
    }

    /** Answers a message that is being stored, once it is committed. */
    void wakeAfterCommit(ConversationId id, Fresh fresh) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                slowTurns.end(id, Attention.Ending.INTERRUPTED);
                wake(id, fresh);
            }
        });
    }

    /** The person wants no more of the answer being written; within the transaction that checked that they may. */
    void stop(ConversationId id) {
        slowTurns.stop(id);
    }

    /**
     * Whoever takes the conversation over silences the answer being written at once. Once they have the floor ({@link Floor#pass})
     * nothing of it is stored; if that fails after all, what stands by itself of it is kept.
     */
    public void hush(ConversationId id) {
        slowTurns.end(id, Attention.Ending.LOST);
    }

    private void wake(ConversationId id, @Nullable Fresh fresh) {
        if (awake.merge(id, Wake.AT_WORK, (before, now) -> Wake.ONCE_MORE) == Wake.AT_WORK) {
            threads.execute(() -> answerAll(id, fresh));
        }
    }

    @Scheduled(fixedDelay = 2_000, initialDelay = 500)
    void takeUpWhatWasLeft() {
        rows.unanswered(LEFT_BEHIND).forEach(id -> wake(id, null));
    }

    /** The row lock already keeps turns apart; one thread for each conversation only spares useless ones. */
    private void answerAll(ConversationId id, @Nullable Fresh fresh) {
        try {
            boolean more = answerNext(id, fresh);
            while (more || !awake.remove(id, Wake.AT_WORK)) {
                awake.put(id, Wake.AT_WORK);
                more = answerNext(id, null);
            }
        } catch (RuntimeException failure) {
            awake.remove(id);
            LOG.error("Conversation {} cannot be answered now; the sweep will try again", id, failure);
        }
    }

    /** @return whether something may still wait for an answer */
    private boolean answerNext(ConversationId id, @Nullable Fresh fresh) {
        try {
            Begun begun = gate.execute(status -> rows.lock(id)
                    .flatMap(conversation -> begin(conversation, fresh))
                    .orElse(null));
            if (begun == null) {
                return false;
            }
            return begun.thinking() == null ? begun.more() : thinkOver(id, begun, begun.thinking());
        } catch (CannotCreateTransactionException busy) {
            // Nothing is wrong with the message: the sweep takes it up when there is a connection again.
            throw busy;
        } catch (RuntimeException failure) {
            LOG.error("A turn of conversation {} failed", id, failure);
            return apologise(id);
        }
    }

    /** Begins the next turn, unless nothing waits or another instance is at it. */
    private Optional<Begun> begin(Conversation conversation, @Nullable Fresh fresh) {
        if (fresh != null && fresh.isNextOf(conversation)) {
            return Optional.of(begin(conversation, fresh.asked(), fresh.employee()));
        }
        return slowTurns.elsewhere(conversation.id())
                ? Optional.empty()
                : next(conversation).map(asked -> begin(conversation, asked, employee(conversation)));
    }

    /** A turn that is answered, or that is being thought over. */
    private record Begun(
            MessageRows.Asked asked,
            Employee employee,
            @Nullable Thinking thinking,
            boolean more) {}

    private record Thinking(SpeakingOrder place, Thought thought, Listening listening) {}

    private Optional<MessageRows.Asked> next(Conversation conversation) {
        return conversation.state().assisted()
                ? messageRows.nextAsked(conversation.id(), conversation.answeredSeq())
                : Optional.empty();
    }

    private Begun begin(Conversation conversation, MessageRows.Asked asked, Employee employee) {
        AtomicReference<@Nullable Thinking> thinking = new AtomicReference<>();
        ActingClock.at(asked.actingAt(), () -> {
            Turn turn = turn(conversation, asked, employee);
            Speakers.Said said = speakers.speak(turn);
            Thought thought = said.thought();
            if (thought == null) {
                store(conversation, asked.seq(), turn.dialogue(), said.replies(), turn.language());
            } else {
                if (!said.replies().isEmpty() || !turn.dialogue().equals(conversation.dialogue())) {
                    // Told now, so that it is not said again if the turn is taken up elsewhere.
                    store(conversation, conversation.answeredSeq(), turn.dialogue(), said.replies(), turn.language());
                }
                thinking.set(new Thinking(said.place(), thought, slowTurns.begin(conversation.id(), asked.seq())));
            }
        });
        return new Begun(asked, employee, thinking.get(), conversation.askedSeq() > asked.seq());
    }

    private boolean thinkOver(ConversationId id, Begun begun, Thinking thinking) {
        feed.tell(id, new Feed.Signal.Typing(author(begun.asked().language()).name()));
        try {
            return store(id, begun, thinking, thought(id, begun, thinking));
        } finally {
            slowTurns.forget(id, thinking.listening());
        }
    }

    /** Thinks. @return what is to be concluded; empty when that failed, and the next speaker answers */
    private static Optional<Thought> thought(ConversationId id, Begun begun, Thinking thinking) {
        try {
            ActingClock.at(begun.asked().actingAt(), () -> thinking.thought().think(thinking.listening()));
            return Optional.of(thinking.thought());
        } catch (RuntimeException failure) {
            LOG.error("A slow turn of conversation {} failed; the next speaker answers", id, failure);
            return Optional.empty();
        }
    }

    /**
     * What took long to find is not thrown away because no connection is free at once: the lease is kept alive meanwhile.
     *
     * @return whether something may still wait for an answer
     */
    private boolean store(ConversationId id, Begun begun, Thinking thinking, Optional<Thought> thought) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Boolean.TRUE.equals(gate.execute(status -> rows.lock(id)
                        .map(conversation -> conclude(conversation, begun, thinking.place(), thought))
                        .orElse(false)));
            } catch (CannotCreateTransactionException busy) {
                if (attempt == STORING) {
                    throw busy;
                }
                LOG.warn("An answer of conversation {} waits for a connection", id);
            }
        }
    }

    /** Stores what was found, unless the turn is not ours any more: an agent stepped in, or another instance took it up. */
    private boolean conclude(Conversation conversation, Begun begun, SpeakingOrder place, Optional<Thought> thought) {
        MessageRows.Asked asked = begun.asked();
        boolean ours = slowTurns.finish(conversation.id(), asked.seq());
        if (!ours
                || next(conversation).filter(next -> next.seq() == asked.seq()).isEmpty()) {
            return true;
        }
        ActingClock.at(asked.actingAt(), () -> {
            Turn turn = turn(conversation, asked, begun.employee());
            List<Reply> replies = speakers.conclude(turn, place, thought);
            store(conversation, asked.seq(), turn.dialogue(), replies, turn.language());
        });
        return conversation.askedSeq() > asked.seq();
    }

    private Employee employee(Conversation conversation) {
        return directory
                .find(conversation.person())
                .orElseThrow(() -> new IllegalStateException("The person of " + conversation.id() + " is unknown"));
    }

    private static Turn turn(Conversation conversation, MessageRows.Asked asked, Employee employee) {
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

    private void store(Conversation conversation, int seq, Dialogue dialogue, List<Reply> replies, Language language) {
        Conversation now = rows.find(conversation.id()).orElse(conversation);
        for (Reply reply : replies) {
            now = now.added();
            messageRows.append(now.id(), now.lastSeq(), clock.instant(), author(language), language, reply, null, null);
        }
        rows.update(now.answered(seq, dialogue));
        feed.changed(now.id());
    }

    /** A turn that failed is answered honestly rather than tried for ever; nothing of it was kept. */
    private boolean apologise(ConversationId id) {
        return Boolean.TRUE.equals(gate.execute(status -> rows.lock(id)
                .flatMap(conversation -> next(conversation).map(asked -> {
                    Reply sorry = Reply.say(MessageKind.NOTICE, asked.language(), "assistant.failed")
                            .choice(Choice.person(asked.language()));
                    slowTurns.finish(id, asked.seq());
                    store(conversation, asked.seq(), conversation.dialogue(), List.of(sorry), asked.language());
                    return conversation.askedSeq() > asked.seq();
                }))
                .orElse(false)));
    }
}
