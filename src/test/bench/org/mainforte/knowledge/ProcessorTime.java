package org.mainforte.knowledge;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** Processor time of single calls on one thread: other programs on the machine make a call late, but not this longer. */
final class ProcessorTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long[] nanos = new long[1 << 16];
    private int calls;

    /** Of all threads of this process since it began, in nanoseconds. */
    static long ofProcess() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    long start() {
        return THREADS.getCurrentThreadCpuTime();
    }

    void stop(long start) {
        if (calls == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * calls);
        }
        nanos[calls++] = THREADS.getCurrentThreadCpuTime() - start;
    }

    /** The calls since the last report. */
    String report() {
        Arrays.sort(nanos, 0, calls);
        String report = calls == 0
                ? "no calls"
                : "processor time of %d calls: p50 %.2f, p95 %.2f, p99 %.2f ms;"
                        .formatted(calls, at(0.50), at(0.95), at(0.99));
        calls = 0;
        return report;
    }

    private double at(double share) {
        return nanos[(int) (share * (calls - 1))] / 1e6;
    }
}
