package org.mainforte.knowledge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.mainforte.kernel.Language;

/** What one gets without any of our work: Lucene's analyzer and BM25 over title and body. */
final class BaselineSearch {
    private final Analyzer analyzer;
    private final IndexSearcher searcher;

    BaselineSearch(Shelf shelf, Language language) throws IOException {
        analyzer = language == Language.FR ? new FrenchAnalyzer() : new EnglishAnalyzer();
        var directory = new ByteBuffersDirectory();
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (Article article : shelf.articles().values()) {
                if (article.language() == language) {
                    Document document = new Document();
                    document.add(new StringField("id", article.id(), Field.Store.YES));
                    document.add(new TextField("text", article.title() + "\n" + body(article), Field.Store.NO));
                    writer.addDocument(document);
                }
            }
        }
        searcher = new IndexSearcher(DirectoryReader.open(directory));
    }

    private static String body(Article article) {
        List<String> texts = new ArrayList<>();
        article.sections().forEach(section -> texts.add(section.title() + "\n" + section.wholeText()));
        return String.join("\n", texts);
    }

    List<String> search(String query, int k) throws IOException {
        var any = new BooleanQuery.Builder();
        for (String term : terms(query)) {
            any.add(new TermQuery(new Term("text", term)), BooleanClause.Occur.SHOULD);
        }
        List<String> found = new ArrayList<>();
        for (var hit : searcher.search(any.build(), k).scoreDocs) {
            found.add(searcher.storedFields().document(hit.doc).get("id"));
        }
        return found;
    }

    private Set<String> terms(String query) throws IOException {
        Set<String> terms = new LinkedHashSet<>();
        try (var stream = analyzer.tokenStream("text", query)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
        }
        return terms;
    }
}
