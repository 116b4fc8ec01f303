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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files of the knowledge base as they were when last looked at, to tell which have changed since. Files that vanish many at a time
 * are not believed: a folder that is gone, emptied or unreadable, a share that is not mounted, a deletion half done. They count as
 * unchanged, and the folder as lost, until it is there again.
 */
final class KnowledgeFolder {
    private static final String ARTICLES = "articles";
    /** An import may leave nothing on purpose. */
    private static final String IMPORTED = "imported";

    private static final List<String> FOLDERS =
            List.of(ARTICLES, IMPORTED, "guides", "vocabulary", "wordings", "intents");
    /** So many files a writer may delete at once; of more than that, and a quarter of all, a second look is taken. */
    private static final int FEW = 4;

    private final Path root;
    private Set<Path> missing = Set.of();
    private Map<Path, Stamp> seen = new HashMap<>();

    KnowledgeFolder(Path root) {
        this.root = root;
    }

    private record Stamp(long modifiedMillis, long size) {}

    /**
     * What has changed: files that are new or different, and files that are gone.
     *
     * @param lost the folders that are not believed
     */
    record Changes(Set<Path> written, Set<Path> gone, Set<String> lost) {
        boolean none() {
            return written.isEmpty() && gone.isEmpty();
        }
    }

    /** Looks again. The first time every file is new. */
    Changes look() {
        Map<Path, Stamp> now = new HashMap<>();
        Set<String> lost = new TreeSet<>();
        Set<Path> missingNow = new HashSet<>();
        for (String folder : FOLDERS) {
            Map<Path, Stamp> there = new HashMap<>();
            walk(root.resolve(folder), there);
            Map<Path, Stamp> vanished = new HashMap<>(seenIn(root.resolve(folder)));
            vanished.keySet().removeAll(there.keySet());
            missingNow.addAll(vanished.keySet());
            boolean mayBeEmpty = folder.equals(IMPORTED) && !lost.contains(ARTICLES);
            boolean emptied = there.isEmpty() && !vanished.isEmpty() && !mayBeEmpty;
            boolean many = vanished.size() > FEW && 4 * vanished.size() > there.size() + vanished.size();
            if (emptied || (many && !missing.containsAll(vanished.keySet()))) {
                lost.add(folder);
                now.putAll(vanished);
            }
            now.putAll(there);
        }
        missing = missingNow;
        Set<Path> written = new HashSet<>();
        now.forEach((file, stamp) -> {
            if (!stamp.equals(seen.get(file))) {
                written.add(file);
            }
        });
        Set<Path> gone = new HashSet<>(seen.keySet());
        gone.removeAll(now.keySet());
        seen = now;
        return new Changes(written, gone, lost);
    }

    private Map<Path, Stamp> seenIn(Path folder) {
        Map<Path, Stamp> there = new HashMap<>();
        seen.forEach((file, stamp) -> {
            if (folder.equals(file.getParent())) {
                there.put(file, stamp);
            }
        });
        return there;
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
