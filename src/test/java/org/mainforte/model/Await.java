package org.mainforte.model;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for something that another thread or process does. */
public final class Await {
    private Await() {}

    public static void until(String what, BooleanSupplier comesTrue) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!comesTrue.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not in 20 s: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
