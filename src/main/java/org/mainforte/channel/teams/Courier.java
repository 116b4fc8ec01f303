package org.mainforte.channel.teams;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.mainforte.channel.teams.Outbox.Item;
import org.mainforte.channel.teams.wire.Connector;
import org.mainforte.channel.teams.wire.Connector.Answer;
import org.mainforte.channel.teams.wire.TeamsSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends what is in the outbox: in order within a chat, one instance at a time for each chat (a lease in the database), again after
 * a while when Teams is busy. What was being sent when an instance died is sent again: a lost answer leaves somebody alone, a
 * doubled one is only untidy (decision 12).
 */
@Component
class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int AT_ONCE = 24;
    private static final int MOST_ATTEMPTS = 40;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Outbox outbox;
    private final Chats chats;
    private final Connector connector;
    private final Envelope envelope;
    private final Typing typing;
    private final Streams streams;
    private final TeamsSettings settings;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Set<String> again = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    Courier(
            Outbox outbox,
            Chats chats,
            Connector connector,
            Envelope envelope,
            Typing typing,
            Streams streams,
            TeamsSettings settings) {
        this.outbox = outbox;
        this.chats = chats;
        this.connector = connector;
        this.envelope = envelope;
        this.typing = typing;
        this.streams = streams;
        this.settings = settings;
    }

    void wakeAfterCommit(String chat) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake(chat);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake(chat);
            }
        });
    }

    @Scheduled(fixedDelay = 500, initialDelay = 1_000)
    void takeUpWhatIsDue() {
        outbox.due().forEach(this::wake);
    }

    void wake(String chat) {
        again.add(chat);
        if (!closing && busy.add(chat)) {
            threads.execute(() -> run(chat));
        }
    }

    private void run(String chat) {
        room.acquireUninterruptibly();
        try {
            while (again.remove(chat) && !closing) {
                sendAll(chat);
            }
        } catch (RuntimeException failure) {
            LOG.warn("Nothing can be sent to a chat now; the sweep will try again: {}", failure.toString());
        } finally {
            room.release();
            busy.remove(chat);
        }
        if (again.contains(chat)) {
            wake(chat);
        }
    }

    private void sendAll(String chat) {
        boolean sent = true;
        while (sent && !closing && outbox.next(chat).isPresent() && chats.lease(chat)) {
            Optional<Item> item = outbox.next(chat);
            sent = item.isPresent() && send(item.get());
        }
        if (!streams.runningIn(chat)) {
            chats.release(chat);
        }
    }

    /** True when the next thing may be sent. */
    private boolean send(Item item) {
        Chat chat = chats.find(item.chat()).orElse(null);
        if (chat == null || chat.gone()) {
            outbox.giveUp(item.chat());
            return false;
        }
        return item.put() ? replace(chat, item) : post(chat, item);
    }

    private boolean replace(Chat chat, Item item) {
        String activity = item.conversation() == null ? null : outbox.activityOf(item.conversation(), item.seq());
        if (activity == null) {
            // Teams gave no id when it took the message, so it cannot be redrawn.
            outbox.sent(item, null);
            return true;
        }
        outbox.sending(item, null);
        Answer answer = connector.put(chat.serviceUrl(), chat.id(), activity, item.body());
        return switch (answer.outcome()) {
            case DONE -> sent(item, null);
            case LATER, UNKNOWN -> later(item, answer, null);
            // A message that the person deleted cannot be redrawn; the chat may be fine.
            case GONE, REFUSED -> failed(item, answer);
        };
    }

    private boolean post(Chat chat, Item item) {
        typing.before(chat.id());
        Envelope.Sealed sealed = envelope.seal(chat, item);
        if (sealed == null) {
            return sent(item, null);
        }
        outbox.sending(item, sealed.stream());
        Answer answer = connector.post(chat.serviceUrl(), chat.id(), sealed.body());
        return switch (answer.outcome()) {
            case DONE -> sent(item, answer.id() == null ? sealed.stream() : answer.id());
            case LATER, UNKNOWN -> later(item, answer, sealed.stream());
            case GONE -> sealed.stream() == null ? gone(chat, item, answer) : streamOver(item, answer, sealed.stream());
            case REFUSED -> plainer(chat, item, answer);
        };
    }

    private boolean sent(Item item, @Nullable String activity) {
        outbox.sent(item, activity);
        return true;
    }

    /**
     * Teams takes the end of a stream once. Refused after an earlier try that may have arrived, it has arrived; stopped by the
     * person, they do not want it; else the time is over and it is sent as a message of its own.
     */
    private boolean streamOver(Item item, Answer answer, String stream) {
        String why = answer.message() == null ? "" : answer.message().toLowerCase(java.util.Locale.ROOT);
        if (item.unsure() && item.stream() != null && !why.contains("time")
                || why.contains("completed") && item.attempts() > 0) {
            return sent(item, stream);
        }
        if (why.contains("cancel")) {
            return sent(item, stream);
        }
        outbox.later(item, Duration.ZERO, null);
        return true;
    }

    /** A card that Teams does not take is sent once more as plain words. */
    private boolean plainer(Chat chat, Item item, Answer answer) {
        if (answer.status() == 401) {
            return failed(item, answer);
        }
        Answer second = connector.post(chat.serviceUrl(), chat.id(), envelope.plain(item));
        return switch (second.outcome()) {
            case DONE -> sent(item, second.id());
            case LATER, UNKNOWN -> later(item, second, null);
            case GONE, REFUSED -> failed(item, second);
        };
    }

    private boolean later(Item item, Answer answer, @Nullable String stream) {
        if (item.attempts() + 1 >= MOST_ATTEMPTS) {
            return failed(item, answer);
        }
        outbox.later(item, wait(item, answer), stream);
        return false;
    }

    /** What Teams asks for, or twice as long each time; never all at the same moment. */
    private Duration wait(Item item, Answer answer) {
        double jitter = ThreadLocalRandom.current().nextDouble(0.5, 1.0);
        Duration own = settings.retryFirst().multipliedBy(1L << Math.min(item.attempts(), 6));
        Duration waited = own.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : own;
        Duration asked = answer.after();
        return asked == null
                ? Duration.ofMillis((long) (waited.toMillis() * jitter))
                : asked.plusMillis((long) (settings.retryFirst().toMillis() * (jitter - 0.5)));
    }

    private boolean failed(Item item, Answer answer) {
        LOG.error(
                "Message {} of {} cannot be sent to Teams: {} {}",
                item.seq(),
                item.conversation(),
                answer.status(),
                answer.code());
        outbox.failed(item);
        return true;
    }

    private boolean gone(Chat chat, Item item, Answer answer) {
        LOG.warn(
                "Teams answers {} {} for a chat: nothing is sent there until its people write again",
                answer.status(),
                answer.code());
        chats.gone(chat.id());
        outbox.giveUp(item.chat());
        return false;
    }

    /** Lets calls that are under way finish, so that a planned stop leaves nothing unsure. */
    @jakarta.annotation.PreDestroy
    void close() throws InterruptedException {
        closing = true;
        room.tryAcquire(AT_ONCE, settings.callTimeout().toSeconds() + 1, java.util.concurrent.TimeUnit.SECONDS);
        threads.shutdown();
        streams.close();
    }
}
