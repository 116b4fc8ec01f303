package org.mainforte.knowledge;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainforte.knowledge.Shelf.Key;
import org.mainforte.knowledge.index.Vocabulary;
import org.mainforte.markdown.Document;
import org.mainforte.markdown.Fault;

/**
 * A file of the knowledge base as it was read.
 *
 * @param content an {@link Article}, a {@link GuideHead}, {@link Wordings} or a {@link Vocabulary}; null when there are faults
 */
record KnowledgeFile(Path file, @Nullable Object content, List<Fault> faults) {
    /** Depends on nothing but the file, so that many can be read at a time. */
    static KnowledgeFile read(Path file) {
        try {
            String text = Files.readString(file);
            return switch (folderOf(file)) {
                case "articles", "imported" -> {
                    ArticleReader.Outcome outcome = ArticleReader.read(text, nameOf(file));
                    yield new KnowledgeFile(file, outcome.article(), outcome.faults());
                }
                case "guides" -> guide(file, Document.parse(text, nameOf(file)));
                case "wordings", "intents" -> new KnowledgeFile(file, Wordings.parse(text), List.of());
                default -> new KnowledgeFile(file, Vocabulary.parse(text.lines().toList()), List.of());
            };
        } catch (CharacterCodingException notUtf8) {
            return new KnowledgeFile(
                    file, null, List.of(new Fault(nameOf(file), 1, "The file is not UTF-8.", "Save it as UTF-8.")));
        } catch (IOException unreadable) {
            var fault = new Fault(nameOf(file), 1, "Unreadable: " + unreadable.getMessage(), "Save it again.");
            return new KnowledgeFile(file, null, List.of(fault));
        }
    }

    private static KnowledgeFile guide(Path file, Document guide) {
        Key key = keyOf(file);
        var head = new GuideHead(key.id(), key.language(), guide.text("title").orElse(""), guide.texts("questions"));
        return new KnowledgeFile(file, head, guide.faults());
    }

    static Key keyOf(Path file) {
        return new Key(ArticleReader.topicOf(nameOf(file)), ArticleReader.languageOf(nameOf(file)));
    }

    static String folderOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? "" : parent.getFileName().toString();
    }

    /** An article and a guide may have the same name. */
    static String placeOf(Path file) {
        return folderOf(file) + "/" + nameOf(file);
    }

    static String nameOf(Path file) {
        return file.getFileName().toString();
    }
}
