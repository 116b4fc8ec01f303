package org.mainforte.outside;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainforte.outside.Outbox.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does the errands of the outbox. Failures of a system are tried again with exponential back-off and full jitter, all of them
 * at once when the system is back; refusals are shown to an operator and tried again every hour.
 */
@Component("outsideCourier")
public class Courier implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration REFUSED_WAIT = Duration.ofSeconds(10);
    private static final Duration ATTENTION_WAIT = Duration.ofHours(1);
    private static final Duration ORDER_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

    private final Outbox outbox;
    private final OutsideSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<String, Errand> errands;
    private final Map<String, Gate> gates;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public Courier(
            Outbox outbox,
            List<Errand> errands,
            OutsideSettings settings,
            TransactionTemplate transaction,
            Clock clock,
            MeterRegistry meters) {
        this.outbox = outbox;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
        this.errands = errands.stream().collect(Collectors.toMap(Errand::kind, Function.identity()));
        gates = errands.stream()
                .map(Errand::destination)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        destination -> new Gate(destination, settings.lanes(), settings.probeEvery(), clock)));
        this.errands.keySet().forEach(kind -> measure(kind, meters));
    }

    private void measure(String kind, MeterRegistry meters) {
        Gauge.builder("mainforte.outside.waiting", () -> outbox.count(kind, false))
                .description("Errands that have not arrived yet")
                .tag("kind", kind)
                .register(meters);
        Gauge.builder("mainforte.outside.attention", () -> outbox.count(kind, true))
                .description("Errands that a person has to look at")
                .tag("kind", kind)
                .register(meters);
    }

    /** Sends off what is due, as far as the ways are free. */
    @Scheduled(fixedDelay = 500, initialDelay = 1_000)
    public void sweep() {
        for (Due due : outbox.due(List.copyOf(errands.keySet()), 200)) {
            Errand errand = errands.get(due.kind());
            Gate gate = errand == null ? null : gates.get(errand.destination());
            if (errand != null && gate != null && gate.enter()) {
                threads.execute(() -> carry(due, errand, gate));
            }
        }
    }

    private void carry(Due due, Errand errand, Gate gate) {
        int attempt = begun(due);
        if (attempt == 0) {
            gate.turnedBack();
            return;
        }
        long start = System.nanoTime();
        try {
            boolean ours = Boolean.TRUE.equals(transaction.execute(status -> done(due, errand, attempt)));
            if (!ours) {
                gate.turnedBack();
            } else if (gate.answered(since(start))) {
                LOG.info("{} answers again", errand.destination());
                outbox.hurry(kindsTo(errand.destination()));
            }
        } catch (NotYet earlier) {
            gate.turnedBack();
            failed(due, attempt, "order", ORDER_WAIT, null);
        } catch (Refused refused) {
            gate.answered(since(start));
            refused(due, attempt, refused.getMessage());
        } catch (Unavailable outage) {
            Duration retryAfter = atMost(outage.retryAfter(), LONGEST_RETRY_AFTER);
            gate.failed(since(start), outage, retryAfter);
            LOG.warn("{} {} did not arrive: {}", due.kind(), due.subject(), outage.getMessage());
            Duration wait = longer(backOff(attempt), retryAfter);
            if (outage.unanswered()) {
                failed(due, attempt, "unanswered", longer(wait, settings.settle()), null);
            } else {
                failed(due, attempt, "outage", wait, null);
            }
        } catch (TransientDataAccessException
                | RecoverableDataAccessException
                | DataAccessResourceFailureException
                | TransactionException database) {
            gate.turnedBack();
            LOG.warn("{} {}: our own database failed; it is due again soon", due.kind(), due.subject(), database);
        } catch (RuntimeException failure) {
            gate.turnedBack();
            LOG.error("{} {} failed", due.kind(), due.subject(), failure);
            refused(due, attempt, failure.toString());
        }
    }

    private int begun(Due due) {
        try {
            return Objects.requireNonNullElse(transaction.execute(status -> outbox.begin(due)), 0);
        } catch (RuntimeException database) {
            LOG.warn("{} {} could not be begun; it stays due", due.kind(), due.subject(), database);
            return 0;
        }
    }

    private boolean done(Due due, Errand errand, int attempt) {
        if (!outbox.lock(due, attempt)) {
            return false;
        }
        errand.run(due.subject(), attempt);
        outbox.drop(due.kind(), due.subject());
        return true;
    }

    private void refused(Due due, int attempt, @Nullable String why) {
        LOG.warn("{} {} was refused: {}", due.kind(), due.subject(), why);
        try {
            boolean lost = outbox.refusals(due) + 1 >= settings.refusals();
            outbox.failed(due, attempt, "refusal", lost ? ATTENTION_WAIT : REFUSED_WAIT, lost ? why : null);
        } catch (DataAccessException database) {
            LOG.warn("{} {}: it could not be noted; it is due again soon", due.kind(), due.subject(), database);
        }
    }

    private void failed(Due due, int attempt, String waiting, Duration wait, @Nullable String attention) {
        try {
            outbox.failed(due, attempt, waiting, wait, attention);
        } catch (DataAccessException database) {
            LOG.warn("{} {}: it could not be noted; it is due again soon", due.kind(), due.subject(), database);
        }
    }

    private List<String> kindsTo(String destination) {
        return errands.values().stream()
                .filter(errand -> errand.destination().equals(destination))
                .map(Errand::kind)
                .toList();
    }

    /** Full jitter: anything between nothing and the doubled wait, so that a crowd does not come back as one. */
    private Duration backOff(int attempt) {
        long ceiling = Math.min(settings.longestWait().toMillis(), FIRST_WAIT.toMillis() << Math.min(attempt, 16));
        return Duration.ofMillis(1 + ThreadLocalRandom.current().nextLong(ceiling));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration longer(Duration one, @Nullable Duration other) {
        return other == null || one.compareTo(other) > 0 ? one : other;
    }

    private static @Nullable Duration atMost(@Nullable Duration asked, Duration most) {
        return asked == null || asked.compareTo(most) <= 0 ? asked : most;
    }

    @Override
    public void destroy() {
        threads.close();
    }
}
