package org.mainforte.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mainforte.kernel.Language;
import org.mainforte.markdown.Fault;
import org.mainforte.markdown.FaultyFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The guides of the knowledge base, both languages. A saved file is live within two seconds; a guide with a fault keeps its
 * last good version in both languages, so that a person in the middle of it never sees half a change.
 */
@Component
public class Guides implements FaultyFiles {
    private static final Logger LOG = LoggerFactory.getLogger(Guides.class);

    private final Path folder;
    private final Path articles;
    private volatile Shelf shelf = new Shelf(Map.of(), Map.of(), List.of());

    /**
     * What stands on disk and what became of it.
     *
     * @param seen size and time of every file when it was read
     * @param pairs the good guides
     */
    private record Shelf(Map<Path, String> seen, Map<String, GuidePair> pairs, List<Fault> faults) {}

    Guides(GuideSettings settings) {
        this.folder = settings.knowledgeBase().resolve("guides");
        this.articles = settings.knowledgeBase().resolve("articles");
        refresh();
    }

    public Optional<Guide> find(String id, Language language) {
        return Optional.ofNullable(shelf.pairs.get(id)).map(pair -> pair.in(language));
    }

    /** Every guide in a language, by id. */
    public List<Guide> all(Language language) {
        return shelf.pairs.values().stream().map(pair -> pair.in(language)).toList();
    }

    /** Everything that is wrong in the files as they stand now; empty when every guide shown is the one on disk. */
    @Override
    public List<Fault> faults() {
        return shelf.faults;
    }

    /** Looks at the files again. Polled, because watching a network folder for events is not reliable. */
    @Scheduled(fixedDelay = 1_000)
    final synchronized void refresh() {
        try {
            Map<Path, String> now = files();
            if (!now.equals(shelf.seen) || now.isEmpty()) {
                load(now);
            }
        } catch (UncheckedIOException | IOException unreadable) {
            // A file being replaced may be gone for a moment: what was read before stays, and the next look tells.
            LOG.warn("The guides in {} cannot be read now; the last good ones stay", folder, unreadable);
        }
    }

    private Map<Path, String> files() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> listed = Files.list(folder)) {
                for (Path file :
                        listed.filter(path -> path.toString().endsWith(".md")).toList()) {
                    files.put(file, Files.size(file) + "@" + Files.getLastModifiedTime(file));
                }
            }
        }
        return files;
    }

    private void load(Map<Path, String> files) throws IOException {
        var loading = new GuideLoading(
                shelf.pairs,
                (article, language) -> Files.exists(articles.resolve(GuideReader.file(article, language))));
        for (Path file : files.keySet()) {
            loading.take(file.getFileName().toString(), Files.readString(file));
        }
        if (files.isEmpty()) {
            loading.nothingFound(folder);
        }
        List<Fault> faults = loading.faults();
        faults.stream().filter(fault -> !shelf.faults.contains(fault)).forEach(fault -> LOG.warn("{}", fault));
        shelf = new Shelf(files, loading.pairs(), faults);
    }
}
