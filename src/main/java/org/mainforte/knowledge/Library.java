package org.mainforte.knowledge;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;
import org.mainforte.knowledge.Shelf.Key;
import org.mainforte.knowledge.index.Vocabulary;
import org.mainforte.markdown.Document;
import org.mainforte.markdown.Fault;
import org.mainforte.markdown.FaultyFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The articles of the knowledge base, kept up to date with the files. A file that has faults keeps its last good version; the
 * faults are logged with file, line and remedy.
 */
@Component
public class Library implements FaultyFiles {
    private static final Logger LOG = LoggerFactory.getLogger(Library.class);

    private final Path root;
    private final KnowledgeFolder folder;
    private final Map<Language, Vocabulary> vocabularies = new EnumMap<>(Language.class);
    private volatile Shelf shelf = Shelf.EMPTY;
    private volatile Set<String> lost = Set.of();

    Library(KnowledgeSettings settings) {
        this.root = settings.knowledgeBase();
        this.folder = new KnowledgeFolder(root);
    }

    /** An article as it is now; its validity and sites are for the caller to heed. */
    public Optional<Article> article(String id, Language language) {
        return shelf.article(id, language);
    }

    /** Every article in every language as it is now. */
    public Collection<Article> articles() {
        return shelf.articles().values();
    }

    /** What is wrong in files whose newest version could not be taken. */
    @Override
    public List<Fault> faults() {
        return shelf.faults().values().stream().flatMap(List::stream).toList();
    }

    /** Folders that are gone, emptied or unreadable, whose last good version is in use; mostly none. */
    public Set<String> lost() {
        return lost;
    }

    Shelf shelf() {
        return shelf;
    }

    synchronized Map<Language, Vocabulary> vocabularies() {
        return Map.copyOf(vocabularies);
    }

    /**
     * What a look at the folder brought.
     *
     * @param topics whose articles or guides are new, different or gone
     * @param vocabulary whether words changed
     * @param intents whether examples of intents changed
     */
    record News(Set<String> topics, boolean vocabulary, boolean intents) {}

    /** Looks at the folder and takes in what has changed. */
    synchronized News refresh() {
        KnowledgeFolder.Changes changes = folder.look();
        if (!changes.lost().equals(lost)) {
            lost = Set.copyOf(changes.lost());
            if (lost.isEmpty()) {
                LOG.info("The folders of {} are there again", root);
            } else {
                LOG.error(
                        "Files of {} are gone from {}; what was known before stays in use. Put them back.", root, lost);
            }
        }
        if (changes.none()) {
            return new News(Set.of(), false, false);
        }
        var desk = new Intake(shelf);
        changes.gone().forEach(desk::drop);
        List<Reading> readings = changes.written().stream().sorted().toList().parallelStream()
                .map(Library::read)
                .toList();
        readings.forEach(desk::take);
        shelf = desk.shelf();
        LOG.info(
                "Knowledge base {}: {} articles, {} files with faults",
                root,
                shelf.articles().size(),
                shelf.faults().size());
        return new News(desk.topics, desk.vocabulary, desk.intended);
    }

    /**
     * What a file contains.
     *
     * @param content an {@link Article}, a {@link GuideHead}, {@link Wordings} or a {@link Vocabulary}; null when there are faults
     */
    private record Reading(Path file, @Nullable Object content, List<Fault> faults) {}

    /** Depends on nothing but the file, so that many can be read at a time. */
    private static Reading read(Path file) {
        try {
            String text = Files.readString(file);
            return switch (folderOf(file)) {
                case "articles", "imported" -> {
                    ArticleReader.Outcome outcome = ArticleReader.read(text, nameOf(file));
                    yield new Reading(file, outcome.article(), outcome.faults());
                }
                case "guides" -> guide(file, Document.parse(text, nameOf(file)));
                case "wordings", "intents" -> new Reading(file, Wordings.parse(text), List.of());
                default -> new Reading(file, Vocabulary.parse(text.lines().toList()), List.of());
            };
        } catch (CharacterCodingException notUtf8) {
            return new Reading(
                    file, null, List.of(new Fault(nameOf(file), 1, "The file is not UTF-8.", "Save it as UTF-8.")));
        } catch (IOException unreadable) {
            var fault = new Fault(nameOf(file), 1, "Unreadable: " + unreadable.getMessage(), "Save it again.");
            return new Reading(file, null, List.of(fault));
        }
    }

    private static Reading guide(Path file, Document guide) {
        Key key = keyOf(file);
        var head = new GuideHead(key.id(), key.language(), guide.text("title").orElse(""), guide.texts("questions"));
        return new Reading(file, head, guide.faults());
    }

    /** The next shelf being filled. */
    private final class Intake {
        private final Map<Key, Article> articles;
        private final Map<Key, GuideHead> guides;
        private final Map<Key, Wordings> wordings;
        private final Map<Key, Wordings> intents;
        private final Map<String, List<Fault>> faults;
        private final Set<String> topics = new HashSet<>();
        private boolean vocabulary;
        private boolean intended;

        Intake(Shelf before) {
            articles = new HashMap<>(before.articles());
            guides = new HashMap<>(before.guides());
            wordings = new HashMap<>(before.wordings());
            intents = new HashMap<>(before.intents());
            faults = new HashMap<>(before.faults());
        }

        Shelf shelf() {
            return new Shelf(articles, guides, wordings, intents, faults);
        }

        void drop(Path file) {
            faults.remove(placeOf(file));
            switch (folderOf(file)) {
                case "articles", "imported" -> {
                    articles.remove(keyOf(file));
                    topics.add(keyOf(file).id());
                }
                case "guides" -> {
                    guides.remove(keyOf(file));
                    touchStartersOf(keyOf(file).id());
                }
                case "wordings" -> {
                    wordings.remove(keyOf(file));
                    topics.add(keyOf(file).id());
                }
                case "intents" -> {
                    intents.remove(keyOf(file));
                    intended = true;
                }
                default -> words(file, Vocabulary.EMPTY);
            }
        }

        void take(Reading reading) {
            Path file = reading.file();
            if (!reading.faults().isEmpty()) {
                blame(file, reading.faults());
                return;
            }
            faults.remove(placeOf(file));
            switch (Objects.requireNonNull(reading.content(), "content")) {
                case Article article -> {
                    articles.put(keyOf(file), article);
                    topics.add(article.id());
                }
                case GuideHead guide -> {
                    guides.put(keyOf(file), guide);
                    touchStartersOf(guide.id());
                }
                case Wordings lines -> takeLines(file, lines);
                case Vocabulary words -> words(file, words);
                default -> throw new IllegalStateException("Nothing was read in " + file);
            }
        }

        private void takeLines(Path file, Wordings lines) {
            if (folderOf(file).equals("intents")) {
                intents.put(keyOf(file), lines);
                intended = true;
            } else {
                wordings.put(keyOf(file), lines);
                topics.add(keyOf(file).id());
            }
        }

        private void touchStartersOf(String guide) {
            articles.values().stream()
                    .filter(article -> article.starts().stream()
                            .anyMatch(start ->
                                    start.kind().equals("guide") && start.id().equals(guide)))
                    .forEach(article -> topics.add(article.id()));
        }

        private void words(Path file, Vocabulary words) {
            vocabularies.put(nameOf(file).startsWith("en") ? Language.EN : Language.FR, words);
            vocabulary = true;
        }

        private void blame(Path file, List<Fault> found) {
            faults.put(placeOf(file), found);
            boolean kept = articles.containsKey(keyOf(file)) || guides.containsKey(keyOf(file));
            found.forEach(fault -> LOG.warn("{}{}", fault, kept ? " The version before stays in use." : ""));
        }
    }

    private static Key keyOf(Path file) {
        return new Key(ArticleReader.topicOf(nameOf(file)), ArticleReader.languageOf(nameOf(file)));
    }

    private static String folderOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? "" : parent.getFileName().toString();
    }

    /** An article and a guide may have the same name. */
    private static String placeOf(Path file) {
        return folderOf(file) + "/" + nameOf(file);
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString();
    }
}
