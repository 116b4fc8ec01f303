package org.mainforte.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the disk has what was written before. Everybody who waits meanwhile shares the next force (group commit: DeWitt
 * et al., Implementation techniques for main memory database systems, 1984). A thread of its own forces, because an interrupted
 * thread would close the file.
 */
final class DiskBarrier {
    private static final Map<Path, DiskBarrier> RAISED = new ConcurrentHashMap<>();

    /** Puts everything written so far on the disk. */
    interface Force {
        void now() throws IOException;
    }

    private final Force force;
    private final @Nullable Object fileKey;
    private final Executor thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("disk-barrier").factory());
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition forced = lock.newCondition();
    private long asked;
    private long done;
    private boolean forcing;
    private @Nullable IOException failure;

    DiskBarrier(Force force, @Nullable Object fileKey) {
        this.force = force;
        this.fileKey = fileKey;
    }

    /**
     * Called whenever the database opens its file. Ours stays open as long as the process lives: closing any descriptor of a
     * file gives up the locks the process holds on it (POSIX fcntl).
     */
    static void raiseFor(Path file) throws IOException {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        DiskBarrier known = RAISED.get(file);
        if (known == null || key == null || !Objects.equals(key, known.fileKey)) {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            RAISED.put(file, new DiskBarrier(() -> channel.force(false), key));
        }
    }

    /** Waits for all files; returns at once when there are none, as on PostgreSQL. */
    static void awaitAll() {
        RAISED.values().forEach(DiskBarrier::await);
    }

    /**
     * Returns when a force that began after this call has ended.
     *
     * @throws UncheckedIOException when the disk refused, now or ever before: what it then lost nobody knows, so that nothing
     *     is acknowledged until the next start
     */
    void await() {
        lock.lock();
        try {
            long mine = ++asked;
            if (!forcing) {
                forcing = true;
                thread.execute(this::forceUntilCalm);
            }
            while (done < mine && failure == null) {
                forced.awaitUninterruptibly();
            }
            if (failure != null) {
                throw new UncheckedIOException("The disk does not take what is written", failure);
            }
        } finally {
            lock.unlock();
        }
    }

    private void forceUntilCalm() {
        long covers = next();
        while (covers > 0) {
            IOException refused = forced();
            lock.lock();
            try {
                failure = refused == null ? failure : refused;
                done = covers;
                forced.signalAll();
            } finally {
                lock.unlock();
            }
            covers = next();
        }
    }

    /** Up to whom the next force counts; 0 when nobody waits. */
    private long next() {
        lock.lock();
        try {
            forcing = asked > done;
            return forcing ? asked : 0;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable IOException forced() {
        try {
            force.now();
            return null;
        } catch (IOException refused) {
            return refused;
        }
    }
}
