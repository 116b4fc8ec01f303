package org.mainforte.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the YAML files of a folder say, read again once one of them was saved: whoever asks a second later gets the new. Files
 * that do not fit are told in the log, and what they said before stays in use.
 */
final class LiveFiles<T> {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFiles.class);
    private static final long LOOK_AFTER_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path folder;
    private final Function<List<Path>, T> reading;
    private Map<Path, Stamp> seen;
    private volatile long looked;
    private volatile T content;

    /** @throws IllegalArgumentException from {@code reading} when the files do not fit at the start */
    LiveFiles(Path folder, Function<List<Path>, T> reading) {
        this.folder = folder;
        this.reading = reading;
        this.seen = stamps();
        this.content = reading.apply(List.copyOf(seen.keySet()));
        this.looked = System.nanoTime();
    }

    private record Stamp(FileTime saved, long bytes) {}

    T get() {
        if (System.nanoTime() - looked > LOOK_AFTER_NANOS) {
            look();
        }
        return content;
    }

    /** Looks whether a file was saved; a file that went away while it was read is looked at again. */
    synchronized void look() {
        try {
            Map<Path, Stamp> now = stamps();
            if (!now.equals(seen)) {
                take(now);
            }
        } catch (UncheckedIOException meanwhile) {
            LOG.warn("{} What was known before stays in use.", meanwhile.getMessage());
        } finally {
            looked = System.nanoTime();
        }
    }

    private void take(Map<Path, Stamp> now) {
        try {
            content = reading.apply(List.copyOf(now.keySet()));
            LOG.info("{} was read again", folder);
        } catch (IllegalArgumentException unfit) {
            LOG.warn("{} What was known before stays in use.", unfit.getMessage());
        }
        seen = now;
    }

    private Map<Path, Stamp> stamps() {
        Map<Path, Stamp> stamps = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                stamps.put(file, new Stamp(Files.getLastModifiedTime(file), Files.size(file)));
            }
            return stamps;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read the folder " + folder, unreadable);
        }
    }
}
