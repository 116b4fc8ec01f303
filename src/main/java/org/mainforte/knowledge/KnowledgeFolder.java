package org.mainforte.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The files of the knowledge base as they were when last looked at, to tell which have changed since. */
final class KnowledgeFolder {
    private final Path root;
    private Map<Path, Stamp> seen = new HashMap<>();

    KnowledgeFolder(Path root) {
        this.root = root;
    }

    private record Stamp(long modifiedMillis, long size) {}

    /** What has changed: files that are new or different, and files that are gone. */
    record Changes(Set<Path> written, Set<Path> gone) {
        boolean none() {
            return written.isEmpty() && gone.isEmpty();
        }
    }

    /** Looks again. The first time every file is new. */
    Changes look() {
        Map<Path, Stamp> now = new HashMap<>();
        for (String folder : new String[] {"articles", "imported", "guides", "vocabulary"}) {
            walk(root.resolve(folder), now);
        }
        Set<Path> written = new HashSet<>();
        now.forEach((file, stamp) -> {
            if (!stamp.equals(seen.get(file))) {
                written.add(file);
            }
        });
        Set<Path> gone = new HashSet<>(seen.keySet());
        gone.removeAll(now.keySet());
        seen = now;
        return new Changes(written, gone);
    }

    private static void walk(Path folder, Map<Path, Stamp> into) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, Set.of(), 1, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
                    if (is.isRegularFile() && file.toString().matches(".*\\.(md|txt)")) {
                        into.put(file, new Stamp(is.lastModifiedTime().toMillis(), is.size()));
                    }
                    return FileVisitResult.CONTINUE;
                }

                /** A file that goes away while we look is gone. */
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + folder, unreadable);
        }
    }
}
