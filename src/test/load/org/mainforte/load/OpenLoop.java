package org.mainforte.load;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Turns arrive at random (Poisson) whatever the server does, and a turn's time counts from the moment it was due, so that a
 * stall is felt by all who came during it (no coordinated omission, G. Tene).
 */
final class OpenLoop {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Target target;
    private final BlockingQueue<Integer> calm;
    /** When the turn under way was due, 0 when there is none. */
    private final AtomicLongArray due;

    private final ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failed = new AtomicInteger();
    private volatile boolean closed;

    /** Times of turns in milliseconds. */
    record Result(String name, int rate, int turns, int failed, double p50, double p95, double p99, double worst) {
        String row() {
            return "| %s | %d | %d | %d | %.1f | %.1f | %.1f | %.1f |"
                    .formatted(name, rate, turns, failed, p50, p95, p99, worst);
        }
    }

    OpenLoop(Target target, int conversations) throws Exception {
        this.target = target;
        this.calm = new ArrayBlockingQueue<>(conversations);
        this.due = new AtomicLongArray(conversations);
        target.open(conversations);
        for (int i = 0; i < conversations; i++) {
            listen(i);
            calm.add(i);
        }
        Thread.sleep(2_000);
    }

    /** A stream that ends is opened again, as browsers do; that it ended counts as a fault. */
    private void listen(int conversation) {
        http.sendAsync(target.events(conversation), HttpResponse.BodyHandlers.fromLineSubscriber(new Lines(conversation)))
                .whenComplete((response, gone) -> {
                    if (!closed) {
                        failed.incrementAndGet();
                        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS)
                                .execute(() -> listen(conversation));
                    }
                });
    }

    Result run(int perSecond, Duration time, long seed) throws InterruptedException {
        times.clear();
        failed.set(0);
        Random random = new Random(seed);
        long begin = System.nanoTime();
        long at = begin;
        while (at - begin < time.toNanos()) {
            at += (long) (-Math.log(1 - random.nextDouble()) / perSecond * 1e9);
            LockSupport.parkNanos(at - System.nanoTime());
            Integer conversation = calm.poll(10, TimeUnit.SECONDS);
            if (conversation == null) {
                throw new IllegalStateException("Every conversation hangs: " + target.faults());
            }
            send(conversation, at);
        }
        Thread.sleep(3_000);
        return result(perSecond);
    }

    private void send(int conversation, long at) {
        due.set(conversation, at);
        http.sendAsync(target.turn(conversation), HttpResponse.BodyHandlers.discarding())
                .whenComplete((response, broken) -> {
                    if (broken != null || response.statusCode() != 202) {
                        failed.incrementAndGet();
                        if (due.getAndSet(conversation, 0) != 0) {
                            calm.add(conversation);
                        }
                    }
                });
    }

    private Result result(int perSecond) {
        double[] sorted = times.stream().mapToDouble(nanos -> nanos / 1e6).sorted().toArray();
        return new Result(
                target.name(),
                perSecond,
                sorted.length,
                failed.get() + target.faults().size(),
                at(sorted, 0.50),
                at(sorted, 0.95),
                at(sorted, 0.99),
                Arrays.stream(sorted).max().orElse(Double.NaN));
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    void close() {
        closed = true;
        http.shutdownNow();
    }

    /** Reads server-sent events (WHATWG HTML, section 9.2) line by line. */
    private final class Lines implements Flow.Subscriber<String> {
        private final int conversation;
        private String event = "";
        private String data = "";

        Lines(int conversation) {
            this.conversation = conversation;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.startsWith("event:")) {
                event = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data = line.substring(5);
            } else if (line.isEmpty()) {
                if (target.heard(conversation, event, data)) {
                    over();
                }
                event = "";
                data = "";
            }
        }

        private void over() {
            long began = due.getAndSet(conversation, 0);
            if (began != 0) {
                times.add(System.nanoTime() - began);
                calm.add(conversation);
            }
        }

        @Override
        public void onError(Throwable broken) {
            // told by the response's future
        }

        @Override
        public void onComplete() {
            // told by the response's future
        }
    }
}
