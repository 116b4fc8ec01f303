package org.mainforte.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Does things at the same moment. */
public final class Together {
    private Together() {}

    /** The same thing so many times. */
    public static <T> List<T> all(int times, Callable<T> one) {
        return all(IntStream.range(0, times).mapToObj(i -> one));
    }

    public static <T> List<T> all(Stream<Callable<T>> things) {
        List<Callable<T>> each = things.toList();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = each.stream()
                    .map(thing -> threads.submit(() -> {
                        start.await();
                        return thing.call();
                    }))
                    .toList();
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }
}
