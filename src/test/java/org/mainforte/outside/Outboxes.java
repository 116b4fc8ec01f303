package org.mainforte.outside;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox for the tests of other rooms, with less patience than in production. */
public final class Outboxes {
    private Outboxes() {}

    public static OutsideSettings impatient() {
        return new OutsideSettings(
                Duration.ofSeconds(2),
                Duration.ofMillis(1_500),
                Duration.ofSeconds(3),
                8,
                Duration.ofMillis(500),
                Duration.ofMillis(300),
                3);
    }

    /** For real servers on a busy machine behind a network that fails: waits long enough for them, not for nobody. */
    public static OutsideSettings brisk() {
        return new OutsideSettings(
                Duration.ofSeconds(3),
                Duration.ofSeconds(5),
                Duration.ofSeconds(4),
                4,
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                3);
    }

    /** As in production. */
    public static OutsideSettings patient() {
        return OutsideSettings.patient();
    }

    public static Outbox of(JdbcClient jdbc) {
        return new Outbox(jdbc);
    }

    public static Attention attention(Outbox outbox, JdbcClient jdbc, List<Errand> errands) {
        return new Attention(outbox, jdbc, errands);
    }

    public static Courier courier(Outbox outbox, List<Errand> errands, TransactionTemplate transaction, Clock clock) {
        return new Courier(outbox, errands, impatient(), transaction, clock, new SimpleMeterRegistry());
    }
}
