package org.mainforte.crash;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something another process does. */
final class Waiting {
    private Waiting() {}

    static void aMoment() {
        sleep(Duration.ofMillis(20));
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** @return whether it came true in time */
    static boolean until(Duration within, BooleanSupplier comesTrue) {
        long end = System.nanoTime() + within.toNanos();
        while (!comesTrue.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            aMoment();
        }
        return true;
    }
}
