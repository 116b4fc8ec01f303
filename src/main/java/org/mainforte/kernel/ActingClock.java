package org.mainforte.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * The one clock of the product, in Europe/Paris. A request of the demo may act at another time ({@code X-Demo-Now}); that
 * time then holds for all that the request causes, on whatever thread. Leases and retries never use it: they use the
 * database's time.
 */
public final class ActingClock extends Clock {
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final ThreadLocal<@Nullable Instant> ACTING = new ThreadLocal<>();
    private final Clock real;

    public ActingClock(Clock real) {
        this.real = real;
    }

    /** The time somebody set for what happens on this thread, or null when real time holds. */
    public static @Nullable Instant acting() {
        return ACTING.get();
    }

    /** Sets the time for this thread; null goes back to real time. Prefer {@link #at}. */
    public static void actAt(@Nullable Instant now) {
        if (now == null) {
            ACTING.remove();
        } else {
            ACTING.set(now);
        }
    }

    /** Runs something at a given time (null: real time) and puts back what held before. */
    public static void at(@Nullable Instant now, Runnable action) {
        Instant before = ACTING.get();
        actAt(now);
        try {
            action.run();
        } finally {
            actAt(before);
        }
    }

    @Override
    public Instant instant() {
        Instant acting = ACTING.get();
        return acting != null ? acting : real.instant();
    }

    @Override
    public ZoneId getZone() {
        return PARIS;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return real.withZone(zone);
    }
}
