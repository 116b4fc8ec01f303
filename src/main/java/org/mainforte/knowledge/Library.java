package org.mainforte.knowledge;

import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mainforte.kernel.Language;
import org.mainforte.knowledge.index.Vocabulary;
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
        var intake = new Intake(shelf);
        changes.gone().forEach(intake::drop);
        List<KnowledgeFile> files = changes.written().stream().sorted().toList().parallelStream()
                .map(KnowledgeFile::read)
                .toList();
        files.forEach(intake::take);
        shelf = intake.shelf();
        vocabularies.putAll(intake.vocabularies());
        LOG.info(
                "Knowledge base {}: {} articles, {} files with faults",
                root,
                shelf.articles().size(),
                shelf.faults().size());
        return intake.news();
    }
}
