package org.mainforte.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DiskBarrierTest {
    private final AtomicInteger began = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    private void slowDisk() throws IOException {
        int number = began.incrementAndGet();
        try {
            Thread.sleep(5);
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
        ended.set(number);
    }

    private static void atOnce(int times, Callable<Void> action) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> one : threads.invokeAll(Collections.nCopies(times, action))) {
                one.get();
            }
        }
    }

    @Test
    void nobodyGoesOnBeforeAForceThatBeganAfterTheyCame() throws Exception {
        var barrier = new DiskBarrier(this::slowDisk, null);
        atOnce(400, () -> {
            int before = began.get();
            barrier.await();
            assertThat(ended.get()).isGreaterThan(before);
            return null;
        });
    }

    @Test
    void thoseWhoWaitMeanwhileShareAForce() throws Exception {
        var barrier = new DiskBarrier(this::slowDisk, null);
        atOnce(400, () -> {
            barrier.await();
            return null;
        });
        assertThat(began.get()).isBetween(1, 100);
    }

    @Test
    void aDiskThatRefusedOnceIsNotTrustedAgain() {
        var barrier = new DiskBarrier(
                () -> {
                    if (began.incrementAndGet() == 1) {
                        throw new IOException("No space left on device");
                    }
                },
                null);
        assertThatThrownBy(barrier::await).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(barrier::await).hasRootCauseMessage("No space left on device");
    }

    @Test
    void anInterruptedThreadWaitsLikeAnyOther() {
        var barrier = new DiskBarrier(this::slowDisk, null);
        Thread.currentThread().interrupt();
        barrier.await();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended.get()).isEqualTo(1);
    }
}
