package org.mainforte.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/** Reads the labels of documents from their doc values, in the order in which they can be read. */
final class Labels {
    private Labels() {}

    /** A hit with a label, in no particular order. */
    record Labelled(int document, float score, String label) {}

    static List<Labelled> read(IndexSearcher searcher, ScoreDoc[] hits, String field) throws IOException {
        ScoreDoc[] forward = hits.clone();
        Arrays.sort(forward, Comparator.comparingInt(hit -> hit.doc));
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        List<Labelled> labelled = new ArrayList<>(hits.length);
        int current = -1;
        @Nullable BinaryDocValues values = null;
        for (ScoreDoc hit : forward) {
            int leaf = ReaderUtil.subIndex(hit.doc, leaves);
            if (leaf != current) {
                values = leaves.get(leaf).reader().getBinaryDocValues(field);
                current = leaf;
            }
            if (values != null && values.advanceExact(hit.doc - leaves.get(leaf).docBase)) {
                labelled.add(
                        new Labelled(hit.doc, hit.score, values.binaryValue().utf8ToString()));
            }
        }
        return labelled;
    }

    static String one(IndexSearcher searcher, int document, String field) throws IOException {
        return read(searcher, new ScoreDoc[] {new ScoreDoc(document, 0)}, field)
                .getFirst()
                .label();
    }
}
