package org.mainforte.knowledge;

import static org.mainforte.knowledge.KnowledgeFile.folderOf;
import static org.mainforte.knowledge.KnowledgeFile.keyOf;
import static org.mainforte.knowledge.KnowledgeFile.nameOf;
import static org.mainforte.knowledge.KnowledgeFile.placeOf;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.mainforte.kernel.Language;
import org.mainforte.knowledge.Shelf.Key;
import org.mainforte.knowledge.index.Vocabulary;
import org.mainforte.markdown.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The next shelf being filled: the one before, with what files brought and took away. */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Map<Key, Article> articles;
    private final Map<Key, GuideHead> guides;
    private final Map<Key, Wordings> wordings;
    private final Map<Key, Wordings> intents;
    private final Map<String, List<Fault>> faults;
    private final Map<Language, Vocabulary> vocabularies = new EnumMap<>(Language.class);
    private final Set<String> topics = new HashSet<>();
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

    /** The vocabularies that changed. */
    Map<Language, Vocabulary> vocabularies() {
        return vocabularies;
    }

    Library.News news() {
        return new Library.News(topics, !vocabularies.isEmpty(), intended);
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

    void take(KnowledgeFile read) {
        Path file = read.file();
        if (!read.faults().isEmpty()) {
            blame(file, read.faults());
            return;
        }
        faults.remove(placeOf(file));
        switch (Objects.requireNonNull(read.content(), "content")) {
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
    }

    private void blame(Path file, List<Fault> found) {
        faults.put(placeOf(file), found);
        boolean kept = articles.containsKey(keyOf(file)) || guides.containsKey(keyOf(file));
        found.forEach(fault -> LOG.warn("{}{}", fault, kept ? " The version before stays in use." : ""));
    }
}
