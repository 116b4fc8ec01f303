package org.mainforte.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** A searcher that also finds documents by {@link Clause clauses}, several times faster than by the same query made of Lucene's parts. */
final class ClauseSearcher extends IndexSearcher {
    private final DampedSimilarity similarity;
    private final Map<String, Field> fields = new ConcurrentHashMap<>();

    ClauseSearcher(IndexReader reader, DampedSimilarity similarity) {
        super(reader);
        this.similarity = similarity;
        setSimilarity(similarity);
        // queries hardly ever come twice, and a cache filled by one stalls the next
        setQueryCache(null);
    }

    /**
     * What scoring needs to know of a field; read once.
     *
     * @param documents how many have it
     * @param lengths by segment, the encoded length of each document; 0 without the field
     * @param saturation by encoded length
     */
    private record Field(long documents, List<byte[]> lengths, float[] saturation) {}

    /**
     * The documents that match any clause, best first.
     *
     * @param without matches documents that are left out
     */
    ScoreDoc[] best(List<Clause> clauses, Query without, int most) throws IOException {
        Bits excluded = matching(without);
        var top = new TopDocuments(most);
        for (LeafReaderContext leaf : getLeafContexts()) {
            var scorer = new ClauseScorer(leaf);
            for (Clause clause : clauses) {
                scorer.add(cursors(clause, leaf));
            }
            scorer.collect(excluded, top);
        }
        return top.sorted();
    }

    /** How well some documents match the clauses. @param documents ascending @return those that match at all, in that order */
    List<ScoreDoc> scored(List<Clause> clauses, int[] documents) throws IOException {
        List<ScoreDoc> scored = new ArrayList<>(documents.length);
        for (LeafReaderContext leaf : getLeafContexts()) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            int[] here = Arrays.stream(documents)
                    .filter(each -> each >= leaf.docBase && each < end)
                    .map(each -> each - leaf.docBase)
                    .toArray();
            var scorer = new ClauseScorer(leaf);
            for (Clause clause : here.length == 0 ? List.<Clause>of() : clauses) {
                scorer.add(cursors(clause, leaf));
            }
            float[] scores = scorer.scores(here);
            for (int i = 0; i < here.length; i++) {
                if (scores[i] > 0) {
                    scored.add(new ScoreDoc(leaf.docBase + here[i], scores[i]));
                }
            }
        }
        return scored;
    }

    /** The documents that have one of these terms, ascending. */
    int[] having(String field, Collection<String> terms) throws IOException {
        IntStream.Builder documents = IntStream.builder();
        for (LeafReaderContext leaf : getLeafContexts()) {
            Bits live = leaf.reader().getLiveDocs();
            for (String term : terms) {
                PostingsEnum postings = leaf.reader().postings(new Term(field, term), PostingsEnum.NONE);
                while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    if (live == null || live.get(postings.docID())) {
                        documents.add(leaf.docBase + postings.docID());
                    }
                }
            }
        }
        return documents.build().sorted().toArray();
    }

    private List<ClauseScorer.Cursor> cursors(Clause clause, LeafReaderContext leaf) throws IOException {
        List<ClauseScorer.Cursor> cursors = new ArrayList<>(clause.ways().size());
        for (Clause.Way way : clause.ways()) {
            Term term = way.term();
            Terms terms = leaf.reader().terms(term.field());
            TermsEnum here = terms == null ? null : terms.iterator();
            Field field = here == null || !here.seekExact(term.bytes()) ? null : field(term.field());
            if (here != null && field != null) {
                // of a single segment the dictionary has just said it
                int frequency = getLeafContexts().size() == 1
                        ? here.docFreq()
                        : getIndexReader().docFreq(term);
                double idf = DampedSimilarity.damped(frequency, field.documents);
                float weight = (float) (clause.boost() * way.weight() * idf);
                PostingsEnum postings = here.postings(null, PostingsEnum.FREQS);
                cursors.add(new ClauseScorer.Cursor(postings, weight, field.lengths.get(leaf.ord), field.saturation));
            }
        }
        return cursors;
    }

    private @Nullable Field field(String name) throws IOException {
        Field known = fields.get(name);
        CollectionStatistics statistics = known == null ? collectionStatistics(name) : null;
        if (statistics == null) {
            return known;
        }
        List<byte[]> lengths = new ArrayList<>();
        for (LeafReaderContext leaf : getLeafContexts()) {
            lengths.add(lengths(leaf, name));
        }
        var read = new Field(statistics.docCount(), lengths, similarity.saturation(statistics));
        fields.put(name, read);
        return read;
    }

    private static byte[] lengths(LeafReaderContext leaf, String field) throws IOException {
        byte[] lengths = new byte[leaf.reader().maxDoc()];
        NumericDocValues values = leaf.reader().getNumericDocValues(field);
        while (values != null && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            lengths[values.docID()] = (byte) values.longValue();
        }
        return lengths;
    }

    private Bits matching(Query query) throws IOException {
        var weight = createWeight(rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        FixedBitSet matching = null;
        for (LeafReaderContext leaf : getLeafContexts()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                matching = matching == null ? new FixedBitSet(getIndexReader().maxDoc()) : matching;
                DocIdSetIterator documents = scorer.iterator();
                for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                    matching.set(leaf.docBase + doc);
                }
            }
        }
        return matching == null ? new Bits.MatchNoBits(getIndexReader().maxDoc()) : matching;
    }
}
