package org.mainforte.channel.teams;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.mainforte.channel.teams.Arrivals.Arrival;
import org.mainforte.channel.teams.wire.Activity;
import org.mainforte.channel.teams.wire.TeamsSettings;
import org.mainforte.kernel.ActingClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works off what came in: one chat at a time under its row's lock, in the order people wrote, each activity in one transaction with
 * its effect. What an instance left behind, another takes up.
 */
@Component
class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(3);
    private static final int AT_ONCE = 4;
    private static final int MOST_ATTEMPTS = 6;

    private final Arrivals arrivals;
    private final Chats chats;
    private final Reading reading;
    private final Files files;
    private final Outbox outbox;
    private final TeamsSettings settings;
    private final TransactionTemplate transaction;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Set<String> again = ConcurrentHashMap.newKeySet();

    Intake(
            Arrivals arrivals,
            Chats chats,
            Reading reading,
            Files files,
            Outbox outbox,
            TeamsSettings settings,
            TransactionTemplate transaction) {
        this.arrivals = arrivals;
        this.chats = chats;
        this.reading = reading;
        this.files = files;
        this.outbox = outbox;
        this.settings = settings;
        this.transaction = transaction;
    }

    void wake(String chat) {
        again.add(chat);
        if (busy.add(chat)) {
            threads.execute(() -> run(chat));
        }
    }

    @Scheduled(fixedDelay = 2_000, initialDelay = 1_500)
    void takeUpWhatWasLeft() {
        arrivals.left(LEFT_BEHIND).forEach(this::wake);
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 300_000)
    void forgetWhatIsOld() {
        arrivals.forget(settings.keep());
        outbox.forget(settings.keep());
    }

    private void run(String chat) {
        room.acquireUninterruptibly();
        try {
            while (again.remove(chat)) {
                workOff(chat);
            }
        } catch (RuntimeException failure) {
            LOG.warn("A chat cannot be worked off now; the sweep will try again: {}", failure.toString());
        } finally {
            room.release();
            busy.remove(chat);
        }
        if (again.contains(chat)) {
            wake(chat);
        }
    }

    private void workOff(String chat) {
        Optional<Arrival> next = arrivals.next(chat);
        while (next.isPresent()) {
            work(next.get());
            next = arrivals.next(chat);
        }
    }

    private void work(Arrival arrival) {
        try {
            Activity activity = Activity.read(arrival.body());
            // Files are fetched before the transaction: nobody waits for a slow host with a lock in hand.
            Files.Fetched fetched =
                    arrival.kind() == Arrivals.Kind.MESSAGE ? files.fetch(activity) : Files.Fetched.NONE;
            ActingClock.at(arrival.actingAt(), () -> {
                Runnable after = transaction.execute(status -> workUnderLock(arrival, activity, fetched));
                if (after != null) {
                    after.run();
                }
            });
        } catch (RuntimeException failure) {
            LOG.error("An activity of Teams could not be worked off", failure);
            if (arrivals.failed(arrival, MOST_ATTEMPTS) && arrival.kind() == Arrivals.Kind.MESSAGE) {
                apologize(Activity.read(arrival.body()));
            }
        }
    }

    /** Nobody is left without an answer, even if it is only that there is none. */
    private void apologize(Activity activity) {
        transaction.executeWithoutResult(status -> reading.gaveUp(chats.lock(activity), activity));
    }

    private Runnable workUnderLock(Arrival arrival, Activity activity, Files.Fetched fetched) {
        Chat chat = chats.lock(activity);
        if (!arrivals.next(arrival.chat())
                .map(Arrival::id)
                .filter(arrival.id()::equals)
                .isPresent()) {
            // Another instance was faster, or something that was written earlier has just come in.
            return () -> {};
        }
        return reading.read(chat, arrival, activity, fetched);
    }
}
