package org.mainforte.knowledge.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;

/** The index of all topics, in memory. Changes are seen by the searches that begin after {@link #change} returns. */
public final class TopicIndex implements Closeable {
    private final Map<Language, TermReader> readers = new EnumMap<>(Language.class);
    private final EntryDocuments documents;
    private final IndexWriter writer;
    private final SearcherManager searchers;

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
            writer = new IndexWriter(
                    new ByteBuffersDirectory(), new IndexWriterConfig().setSimilarity(new TopicSimilarity()));
            searchers = new SearcherManager(writer, new Searchers());
        } catch (IOException impossible) {
            throw new UncheckedIOException("An index in memory could not be made", impossible);
        }
    }

    /** Puts entries in, replacing those of the same topics, and takes topics out. */
    public synchronized void change(Collection<Entry> put, Collection<String> taken) {
        try {
            for (Entry entry : put) {
                writer.updateDocuments(new Term(EntryDocuments.TOPIC, entry.topic()), documents.of(entry));
            }
            for (String topic : taken) {
                writer.deleteDocuments(new Term(EntryDocuments.TOPIC, topic));
            }
            searchers.maybeRefreshBlocking();
        } catch (IOException impossible) {
            throw new UncheckedIOException("The index in memory could not be changed", impossible);
        }
    }

    /**
     * The topics that answer a query best, best first, each with the sections that fit.
     *
     * @param asked the language the query is taken to be in; words of the other are found as well
     */
    public List<Ranked> search(String query, Language asked, Scope scope, int k) {
        return with(searcher -> new TopicSearch(searcher, readers, asked, scope).best(query, k));
    }

    /** How many topics there are. */
    public int size() {
        return with(searcher -> TopicSearch.topics(searcher));
    }

    private <T> T with(Search<T> search) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("The index in memory could not be read", impossible);
        }
    }

    private TermReader reader(Language language) {
        return Objects.requireNonNull(readers.get(language));
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
    }

    private interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    /** The writer's similarity only makes the norms; searchers have to be told too. */
    private static final class Searchers extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new TopicSimilarity());
            return searcher;
        }
    }

    /** Inverse document frequency, damped: a word that stands in one article by chance must not outweigh two that matter. */
    static double idf(long frequency, long documents) {
        return Math.pow(Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5)), Weights.IDF_POWER);
    }

    /** BM25 with the damped frequency, tuned for whole topics and for single questions. */
    static final class TopicSimilarity extends PerFieldSimilarityWrapper {
        private static final Similarity TOPIC = new Damped(Weights.TOPIC_K1, Weights.TOPIC_B);
        private static final Similarity QUESTION = new Damped(Weights.QUESTION_K1, Weights.QUESTION_B);

        @Override
        public Similarity get(String field) {
            return field.startsWith("question.") ? QUESTION : TOPIC;
        }
    }

    private static final class Damped extends BM25Similarity {
        Damped(float k1, float b) {
            super(k1, b);
        }

        @Override
        protected float idf(long frequency, long documents) {
            return (float) TopicIndex.idf(frequency, documents);
        }
    }
}
