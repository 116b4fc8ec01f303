package org.mainforte.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Problem;
import org.mainforte.knowledge.Shelf.Key;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The desk where further ways to ask are added to an article; they lead to it as soon as they are added. */
@Component
public class WordingsDesk {
    private static final Logger LOG = LoggerFactory.getLogger(WordingsDesk.class);
    private static final int MOST = 50;
    private static final int LONGEST = 300;
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    /** What masking leaves in place of what it takes out. */
    private static final Pattern GAP = Pattern.compile("\\[[^\\[\\]]*]|\\{[A-Z]+_\\d+}");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");

    private final Path folder;
    private final Library library;
    private final KnowledgeSearch search;
    private final Clock clock;

    WordingsDesk(KnowledgeSettings settings, Library library, KnowledgeSearch search, Clock clock) {
        this.folder = settings.knowledgeBase().resolve("wordings");
        this.library = library;
        this.search = search;
        this.clock = clock;
    }

    /**
     * What became of wordings.
     *
     * @param added as they stand in the file
     * @param left those that lead to an article already, or of which nothing was left
     */
    public record Added(List<String> added, List<String> left) {}

    /**
     * Adds to an article's wordings what nobody is known to ask by yet. All are saved, or none.
     *
     * @param wordings from 1 to 50, each a line of 300 characters at most; what stands for masked words is left out
     * @throws Problem 404 when there is no such article, 409 when there is nothing to add, 413 or 422 when a wording or their number
     *     is not allowed, 503 when the knowledge base cannot be written
     */
    public synchronized Added add(String topic, Language language, List<String> wordings) {
        if (wordings.isEmpty() || wordings.size() > MOST) {
            throw new Problem(422, "wordings-count", MOST);
        }
        for (String wording : wordings) {
            if (wording.length() > LONGEST) {
                throw new Problem(413, "text-too-long", LONGEST);
            }
            if (LINE_BREAK.matcher(wording).find()) {
                throw new Problem(422, "wordings-line");
            }
        }
        // what is known names the file: what a caller sends never does
        Article article = library.article(topic, language).orElseThrow(() -> new Problem(404, "wordings-article"));
        try {
            search.refresh();
            Added added = sorted(wordings, language);
            if (added.added().isEmpty()) {
                throw new Problem(409, "wordings-known");
            }
            append(file(new Key(article.id(), language)), added.added());
            search.refresh();
            return added;
        } catch (IOException | UncheckedIOException unwritable) {
            LOG.warn("Wordings for {} could not be added", article.id(), unwritable);
            throw new Problem(503, "wordings-not-saved");
        }
    }

    private Added sorted(List<String> wordings, Language language) {
        Set<String> known = known(language);
        var sorted = new Added(new ArrayList<>(), new ArrayList<>());
        for (String wording : wordings) {
            String line = line(wording);
            String key = Finder.bare(line);
            boolean fresh = !key.isEmpty() && known.add(key);
            (fresh ? sorted.added() : sorted.left()).add(fresh ? line : wording);
        }
        return sorted;
    }

    private static String line(String wording) {
        return UNSEEN.matcher(GAP.matcher(wording).replaceAll(" "))
                .replaceAll("")
                .replaceAll("\\s+(?=[,.](?:\\s|$))|^[\\s#,.;:-]+|[\\s,;:-]+$", "")
                .replaceAll("\\s+", " ");
    }

    /** Every way to ask in a language, wherever it stands. */
    private Set<String> known(Language language) {
        Shelf shelf = library.shelf();
        Set<String> known = new HashSet<>();
        shelf.articles().forEach((key, article) -> learn(key, language, article.questions(), known));
        shelf.guides().forEach((key, guide) -> learn(key, language, guide.asked(), known));
        shelf.wordings().forEach((key, further) -> learn(key, language, further.lines(), known));
        return known;
    }

    private static void learn(Key key, Language language, List<String> ways, Set<String> known) {
        if (key.language() == language) {
            ways.forEach(way -> known.add(Finder.bare(way)));
        }
    }

    private void append(Path file, List<String> lines) throws IOException {
        Files.createDirectories(folder);
        String before = Files.exists(file) ? Files.readString(file) : "";
        String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
        Path half = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(half, before + gap + String.join("\n", lines) + "\n");
            Files.setLastModifiedTime(half, FileTime.from(clock.instant()));
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private Path file(Key key) {
        return folder.resolve(key.id() + "." + key.language().code() + ".txt");
    }

    /** What has been added in a language, and when that file was last saved: who asked so before then is answered by now. */
    public Answered answered(Language language) {
        Map<String, Instant> saved = new HashMap<>();
        library.shelf().wordings().forEach((key, further) -> {
            if (key.language() == language) {
                Instant when = Instant.ofEpochMilli(file(key).toFile().lastModified());
                further.lines().forEach(line -> saved.put(Finder.bare(line), when));
            }
        });
        return new Answered(saved);
    }

    /** Questions that an article answers since somebody added them to its wordings. */
    public record Answered(Map<String, Instant> saved) {
        /** @param masked a question as it is shown to writers */
        public boolean has(String masked, Instant asked) {
            return !asked.isAfter(saved.getOrDefault(Finder.bare(line(masked)), Instant.MIN));
        }
    }
}
