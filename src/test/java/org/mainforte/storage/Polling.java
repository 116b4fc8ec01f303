package org.mainforte.storage;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what other threads do. */
final class Polling {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Polling() {}

    static void until(String what, BooleanSupplier comesTrue) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!comesTrue.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + PATIENCE + ": " + what);
            }
            Thread.sleep(20);
        }
    }
}
