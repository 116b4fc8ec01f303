package org.mainforte.knowledge.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;

/** Makes the documents of one topic: the topic, each of its questions, each of its sections. */
final class EntryDocuments {
    static final String TOPIC = "topic";
    static final String KIND = "kind";
    static final String SITE = "site";
    static final String EVERYWHERE = "*";
    static final String FROM = "from";
    static final String UNTIL = "until";
    /** The topic of a document, and what it says: the question, or the anchor of the section; read by document. */
    static final String NAME = "name";

    static final String TEXT = "text";
    /** Of a question: the language and what it means, separated by spaces. */
    static final String MEANINGS = "meanings";

    private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS, false);
    private static final FieldType LISTED = type(IndexOptions.DOCS, true);

    private final Map<Language, TermReader> readers;

    EntryDocuments(Map<Language, TermReader> readers) {
        this.readers = readers;
    }

    static String pool(Language language) {
        return "pool." + language.code();
    }

    static String subject(Language language) {
        return "subject." + language.code();
    }

    static String question(Language language) {
        return "question." + language.code();
    }

    static String section(Language language) {
        return "section." + language.code();
    }

    List<Document> of(Entry entry) {
        List<Document> documents = new ArrayList<>();
        documents.add(topic(entry));
        for (Entry.Text text : entry.texts()) {
            for (String question : text.questions()) {
                documents.add(question(entry, text.language(), question));
            }
            documents.add(question(entry, text.language(), text.title()));
            for (Entry.Part part : text.parts()) {
                documents.add(section(entry, text.language(), part));
            }
        }
        return documents;
    }

    private Document topic(Entry entry) {
        Document document = document(entry, "topic");
        for (Entry.Text text : entry.texts()) {
            Map<String, Integer> counts = new HashMap<>();
            Set<String> surfaces = new HashSet<>();
            TermReader reader = reader(text.language());
            reader.count(text.title(), Weights.TITLE, counts, surfaces);
            reader.count(text.summary(), Weights.SUMMARY, counts, surfaces);
            text.questions().forEach(question -> reader.count(question, Weights.QUESTION, counts, surfaces));
            text.keywords().forEach(keyword -> reader.count(keyword, Weights.KEYWORD, counts, surfaces));
            for (Entry.Part part : text.parts()) {
                reader.count(part.title(), Weights.HEADING, counts, surfaces);
                reader.count(part.text(), Weights.BODY, counts, surfaces);
            }
            document.add(new Field(pool(text.language()), new TermStream(counts), COUNTED));
            document.add(new Field(subject(text.language()), new TermStream(subject(text)), LISTED));
            reader.lexicon().add(surfaces);
        }
        return document;
    }

    /** What an article is about: the words of its title and its keywords. */
    private Map<String, Integer> subject(Entry.Text text) {
        Map<String, Integer> terms = new HashMap<>();
        reader(text.language()).count(text.title(), 1, terms, new HashSet<>());
        text.keywords().forEach(keyword -> reader(text.language()).count(keyword, 1, terms, new HashSet<>()));
        terms.replaceAll((term, count) -> 1);
        return terms;
    }

    private Document question(Entry entry, Language language, String question) {
        Map<String, Integer> counts = new HashMap<>();
        reader(language).count(question, 1, counts, new HashSet<>());
        counts.replaceAll((term, count) -> 1);
        List<String> meanings = reader(language).meanings(question);
        TermReader.pairs(meanings).forEach(pair -> counts.put(pair, 1));
        Document document = document(entry, "question");
        document.add(new Field(question(language), new TermStream(counts), COUNTED));
        document.add(new BinaryDocValuesField(TEXT, new BytesRef(question)));
        document.add(
                new BinaryDocValuesField(MEANINGS, new BytesRef(language.code() + " " + String.join(" ", meanings))));
        return document;
    }

    private Document section(Entry entry, Language language, Entry.Part part) {
        Map<String, Integer> counts = new HashMap<>();
        reader(language).count(part.title(), Weights.HEADING, counts, new HashSet<>());
        reader(language).count(part.text(), Weights.BODY, counts, new HashSet<>());
        Document document = document(entry, "section");
        document.add(new Field(section(language), new TermStream(counts), COUNTED));
        document.add(new BinaryDocValuesField(TEXT, new BytesRef(part.anchor())));
        return document;
    }

    private static Document document(Entry entry, String kind) {
        Document document = new Document();
        document.add(new StringField(TOPIC, entry.topic(), Field.Store.NO));
        document.add(new BinaryDocValuesField(NAME, new BytesRef(entry.topic())));
        document.add(new StringField(KIND, kind, Field.Store.NO));
        for (String site : entry.sites().isEmpty() ? List.of(EVERYWHERE) : entry.sites()) {
            document.add(new StringField(SITE, site, Field.Store.NO));
        }
        addDay(document, FROM, entry.from());
        addDay(document, UNTIL, entry.until());
        return document;
    }

    private static void addDay(Document document, String field, @Nullable LocalDate day) {
        if (day != null) {
            document.add(new LongPoint(field, day.toEpochDay()));
        }
    }

    private TermReader reader(Language language) {
        return Objects.requireNonNull(readers.get(language));
    }

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(omitNorms);
        type.freeze();
        return type;
    }
}
