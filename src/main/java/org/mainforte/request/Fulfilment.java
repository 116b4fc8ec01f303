package org.mainforte.request;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.mainforte.catalogue.Asking;
import org.mainforte.catalogue.Catalogue;
import org.mainforte.catalogue.Confirmed;
import org.mainforte.catalogue.FormReader;
import org.mainforte.catalogue.Receipt;
import org.mainforte.catalogue.RequestKind;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Refusal;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what was confirmed, exactly once: the row is locked while a kind works in the same transaction, so a crash leaves it
 * confirmed and a sweep takes it up again, here or on another instance. Attempts are spaced with back-off and jitter.
 */
@Component
class Fulfilment {
    private static final Logger LOG = LoggerFactory.getLogger(Fulfilment.class);
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Requests requests;
    private final Catalogue catalogue;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Fulfilment(
            Requests requests,
            Catalogue catalogue,
            Directory directory,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.requests = requests;
        this.catalogue = catalogue;
        this.directory = directory;
        this.events = events;
        this.transaction = transaction;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void confirmed(RequestConfirmed event) {
        threads.execute(() -> fulfil(event.request()));
    }

    /** Takes up what a crash or a failure left: within seconds after a restart, within the back-off otherwise. */
    @Scheduled(fixedDelay = 2_000, initialDelay = 1_000)
    void sweep() {
        requests.due(LEFT_BEHIND, 100).forEach(this::fulfil);
    }

    private void fulfil(String id) {
        try {
            transaction.executeWithoutResult(
                    status -> requests.lockConfirmed(id).ifPresent(this::settle));
        } catch (Refusal refusal) {
            refuse(id, refusal);
        } catch (RuntimeException failure) {
            LOG.error("Request {} could not be fulfilled; it will be tried again", id, failure);
            delay(id);
        }
    }

    private void settle(Request request) {
        ActingClock.at(request.actingAt(), () -> {
            RequestKind<?> kind = catalogue
                    .kind(request.kind())
                    .orElseThrow(() -> new IllegalStateException("No kind " + request.kind()));
            Receipt receipt = done(kind, request);
            requests.fulfilled(request.id(), receipt);
            events.publishEvent(new RequestSettled(request, receipt, null));
        });
    }

    private <F extends Record> Receipt done(RequestKind<F> kind, Request request) {
        Employee employee = directory
                .find(request.person())
                .orElseThrow(() -> new IllegalStateException("The person of request " + request.id() + " is unknown"));
        var at = Objects.requireNonNullElseGet(
                request.actingAt(),
                () -> Objects.requireNonNull(request.confirmedAt(), "confirmed requests have a time"));
        Asking asking = new Asking(employee, request.language(), at, request.values());
        F form = new FormReader<>(kind).reread(asking);
        return kind.fulfil(form, new Confirmed(request.id(), employee, request.language(), request.conversation(), at));
    }

    private void refuse(String id, Refusal refusal) {
        transaction.executeWithoutResult(status -> {
            if (requests.refused(id)) {
                Request request = requests.find(id).orElseThrow();
                ActingClock.at(
                        request.actingAt(), () -> events.publishEvent(new RequestSettled(request, null, refusal)));
            }
        });
    }

    private void delay(String id) {
        transaction.executeWithoutResult(status -> {
            Request request = requests.find(id).orElseThrow();
            int attempts = requests.failed(id, backOff(request.attempts()));
            if (attempts == 1) {
                events.publishEvent(new RequestSettled(request, null, null));
            }
        });
    }

    private static Duration backOff(int attempts) {
        long seconds = Math.min(LONGEST_WAIT.toSeconds(), 2L << Math.min(attempts, 8));
        return Duration.ofSeconds(seconds + ThreadLocalRandom.current().nextLong(1 + seconds / 2));
    }
}
