package org.mainforte.knowledge.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.SingleInstanceLockFactory;
import org.jspecify.annotations.Nullable;

/**
 * An index in memory of one kind of documents. Each kind has its own, so that most documents have the fields that are searched.
 */
final class Drawer implements Closeable {
    private static final double BUFFER_MB = 64;

    private final DampedSimilarity similarity;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /** Each file as one array: reading is half as fast again from the many small buffers that are usual. */
    Drawer(DampedSimilarity similarity) throws IOException {
        this.similarity = similarity;
        var memory = new ByteBuffersDirectory(
                new SingleInstanceLockFactory(), ByteBuffersDataOutput::new, ByteBuffersDirectory.OUTPUT_AS_BYTE_ARRAY);
        writer = new IndexWriter(
                memory, new IndexWriterConfig().setCodec(new Uncompressed()).setRAMBufferSizeMB(BUFFER_MB));
        searchers = new SearcherManager(writer, new Searchers());
    }

    /** Puts the documents of a topic in the place of those it had. */
    void put(String topic, List<Document> documents) {
        try {
            writer.updateDocuments(new Term(EntryDocuments.TOPIC, topic), documents);
        } catch (IOException impossible) {
            throw new UncheckedIOException("The index in memory could not be written", impossible);
        }
    }

    void take(String topic) throws IOException {
        writer.deleteDocuments(new Term(EntryDocuments.TOPIC, topic));
    }

    /** Makes one segment of all, which is searched faster than several; for after many changes. */
    void tidy() throws IOException {
        writer.forceMerge(1);
    }

    /** From now on searches see what was changed. */
    void show() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** To be given back with {@link #release}. */
    ClauseSearcher acquire() throws IOException {
        return (ClauseSearcher) searchers.acquire();
    }

    void release(ClauseSearcher searcher) throws IOException {
        searchers.release(searcher);
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
    }

    /** Postings and dictionary as plain arrays: what is in memory anyway is searched a quarter faster when nothing has to be unpacked. */
    private static final class Uncompressed extends Lucene104Codec {
        private static final PostingsFormat DIRECT = PostingsFormat.forName("Direct");

        @Override
        public PostingsFormat getPostingsFormatForField(String field) {
            return DIRECT;
        }
    }

    private final class Searchers extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            return new ClauseSearcher(reader, similarity);
        }
    }
}
