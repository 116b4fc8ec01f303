package org.mainforte.knowledge.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.store.AlreadyClosedException;
import org.mainforte.kernel.Language;

/** The index of all topics, in memory. Changes are seen by the searches that begin after {@link #change} returns. */
public final class TopicIndex implements Closeable {
    /** From so many topics on a change is worth tidying up after. */
    private static final int MANY = 40;
    /** So many topics are held in memory before they are written. */
    private static final int PORTION = 200;

    private final Map<Language, TermReader> readers = new EnumMap<>(Language.class);
    private final EntryDocuments documents;
    private final Drawer topics;
    private final Drawer questions;
    private final Drawer sections;
    /** Whoever looks sees all three drawers before a change or all three after it. */
    private final ReentrantReadWriteLock sight = new ReentrantReadWriteLock();

    /** @param vocabularies what means the same, by language */
    public TopicIndex(Map<Language, Vocabulary> vocabularies) {
        for (Language language : Language.values()) {
            var wording = new Wording(language);
            var concepts = vocabularies.getOrDefault(language, Vocabulary.EMPTY).concepts(wording);
            var elsewhere = Vocabulary.of(WordLists.elsewhere(language)).concepts(wording);
            var lexicon = new Lexicon(language);
            // stop words and the vocabulary's words are known words too, though no topic may contain them
            lexicon.add(WordLists.stops(language));
            lexicon.add(concepts.surfaces());
            readers.put(language, new TermReader(wording, concepts, elsewhere, lexicon));
        }
        documents = new EntryDocuments(readers);
        try {
            topics = new Drawer(new DampedSimilarity(Weights.TOPIC_K1, Weights.TOPIC_B));
            questions = new Drawer(new DampedSimilarity(Weights.QUESTION_K1, Weights.QUESTION_B));
            sections = new Drawer(new DampedSimilarity(Weights.TOPIC_K1, Weights.TOPIC_B));
        } catch (IOException impossible) {
            throw new UncheckedIOException("An index in memory could not be made", impossible);
        }
    }

    /** Puts entries in, replacing those of the same topics, and takes topics out. */
    public synchronized void change(Collection<Entry> put, Collection<String> taken) {
        try {
            List<Entry> entries = List.copyOf(put);
            for (int from = 0; from < entries.size(); from += PORTION) {
                put(entries.subList(from, Math.min(entries.size(), from + PORTION)));
            }
            for (Drawer drawer : drawers()) {
                for (String topic : taken) {
                    drawer.take(topic);
                }
                if (entries.size() >= MANY) {
                    drawer.tidy();
                }
            }
            show();
        } catch (IOException impossible) {
            throw new UncheckedIOException("The index in memory could not be changed", impossible);
        }
    }

    /** Texts are taken apart on all processors; each drawer is filled by one, in order, which makes one segment. */
    private void put(List<Entry> entries) {
        List<EntryDocuments.Made> all =
                entries.parallelStream().map(documents::of).toList();
        Stream.<Runnable>of(
                        () -> all.forEach(made -> topics.put(made.name(), List.of(made.topic()))),
                        () -> all.forEach(made -> questions.put(made.name(), made.questions())),
                        () -> all.forEach(made -> sections.put(made.name(), made.sections())))
                .parallel()
                .forEach(Runnable::run);
    }

    private void show() throws IOException {
        sight.writeLock().lock();
        try {
            for (Drawer drawer : drawers()) {
                drawer.show();
            }
        } finally {
            sight.writeLock().unlock();
        }
    }

    private List<Drawer> drawers() {
        return List.of(topics, questions, sections);
    }

    /**
     * The topics that answer a query best, best first, each with the sections that fit.
     *
     * @param asked the language the query is taken to be in; words of the other are found as well
     */
    public List<Ranked> search(String query, Language asked, Scope scope, int k) {
        return with(searchers -> new TopicSearch(searchers, readers, asked, scope).best(query, k));
    }

    /** Why each of some topics answers a query as well as it does. @return in their order */
    public List<Why> explain(String query, Language asked, List<Entry> entries) {
        return with(searchers -> {
            var explainer = new Explainer(searchers.topics().getIndexReader(), readers, asked, query);
            List<Why> reasons = new ArrayList<>();
            for (Entry entry : entries) {
                int[] document = searchers.topics().having(EntryDocuments.TOPIC, List.of(entry.topic()));
                reasons.add(document.length == 0 ? new Why(List.of(), null) : explainer.of(entry, document[0]));
            }
            return reasons;
        });
    }

    /** What a query speaks of. */
    public Gist gist(String query, Language asked) {
        return with(searchers -> {
            IndexReader topics = searchers.topics().getIndexReader();
            List<Unit> units = new QueryReader(topics, readers, asked, topics.numDocs()).read(query);
            return new Gist((int) units.stream().filter(Unit::known).count(), (int)
                    units.stream().filter(Unit::elsewhere).count());
        });
    }

    /** How many topics there are. */
    public int size() {
        return with(searchers -> searchers.topics().getIndexReader().numDocs());
    }

    private <T> T with(Search<T> search) {
        try {
            Searchers searchers = acquire();
            try {
                return search.in(searchers);
            } finally {
                topics.release(searchers.topics());
                questions.release(searchers.questions());
                sections.release(searchers.sections());
            }
        } catch (IOException damaged) {
            throw new BrokenIndex(damaged);
        } catch (AlreadyClosedException closed) {
            throw new BrokenIndex(closed);
        }
    }

    private Searchers acquire() throws IOException {
        sight.readLock().lock();
        try {
            return new Searchers(topics.acquire(), questions.acquire(), sections.acquire());
        } finally {
            sight.readLock().unlock();
        }
    }

    @Override
    public void close() throws IOException {
        for (Drawer drawer : drawers()) {
            drawer.close();
        }
    }

    /** The index is damaged or closed, for instance after memory ran out while it was written; it has to be made anew. */
    public static final class BrokenIndex extends IllegalStateException {
        private BrokenIndex(Exception cause) {
            super("The index cannot be read", cause);
        }
    }

    private interface Search<T> {
        T in(Searchers searchers) throws IOException;
    }
}
