package org.mainforte.knowledge.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;

/** Makes the documents of one topic: the topic, each of its questions, each of its sections. Every text is taken apart once. */
final class EntryDocuments {
    static final String TOPIC = "topic";
    /** Only of what is for some sites and not for all: those sites. */
    static final String SITE = "site";
    /** Marks what is for some sites only. */
    static final String LIMITED = "*";

    static final String FROM = "from";
    static final String UNTIL = "until";
    /** The topic of a document, and of a section its anchor; read by document. */
    static final String NAME = "name";

    static final String TEXT = "text";
    /** Of a question: the language and what it means, separated by spaces. */
    static final String MEANINGS = "meanings";

    private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS);
    private static final FieldType LISTED = type(IndexOptions.DOCS);

    private final Map<Language, TermReader> readers;

    EntryDocuments(Map<Language, TermReader> readers) {
        this.readers = readers;
    }

    static String pool(Language language) {
        return "pool." + language.code();
    }

    /** What the writer wrote, without what people were heard to say: only that makes a subject ours. */
    static String written(Language language) {
        return "written." + language.code();
    }

    static String subject(Language language) {
        return "subject." + language.code();
    }

    static String title(Language language) {
        return "title." + language.code();
    }

    static String question(Language language) {
        return "question." + language.code();
    }

    static String section(Language language) {
        return "section." + language.code();
    }

    /** What a section's heading says beyond what the whole article is about: words that ask for this section and no other. */
    static String heading(Language language) {
        return "heading." + language.code();
    }

    /** The documents of a topic, by kind. */
    record Made(String name, Document topic, List<Document> questions, List<Document> sections) {}

    Made of(Entry entry) {
        Document topic = document(entry);
        List<Document> questions = new ArrayList<>();
        List<Document> sections = new ArrayList<>();
        for (Entry.Text text : entry.texts()) {
            Language language = text.language();
            TermReader reader = reader(language);
            var pool = new Counts(reader);
            var subject = new Counts(reader);
            List<Word> title = reader.wording().words(text.title());
            pool.add(title, Weights.TITLE);
            subject.add(title, 1);
            var titled = new Counts(reader);
            titled.add(title, 1);
            topic.add(new Field(title(language), new TermStream(once(titled.terms)), LISTED));
            pool.add(reader.wording().words(text.summary()), Weights.SUMMARY);
            for (String keyword : text.keywords()) {
                List<Word> words = reader.wording().words(keyword);
                pool.add(words, Weights.KEYWORD);
                subject.add(words, 1);
            }
            for (String question : text.questions()) {
                List<Word> words = reader.wording().words(question);
                pool.add(words, Weights.QUESTION);
                questions.add(question(entry, language, words));
            }
            questions.add(question(entry, language, title));
            List<Part> parts =
                    text.parts().stream().map(part -> part(part, reader, pool)).toList();
            Set<String> common = common(titled.terms.keySet(), parts);
            parts.forEach(part -> sections.add(section(entry, language, part, common)));
            topic.add(new Field(written(language), new TermStream(once(new HashMap<>(pool.terms))), LISTED));
            for (String wording : text.wordings()) {
                List<Word> words = reader.wording().words(wording);
                pool.addUnknown(words, Weights.QUESTION);
                questions.add(question(entry, language, words));
            }
            addCounted(topic, pool(language), pool.terms);
            topic.add(new Field(subject(language), new TermStream(once(subject.terms)), LISTED));
            reader.lexicon().add(pool.surfaces);
        }
        return new Made(entry.topic(), topic, questions, sections);
    }

    /** How often terms occur, each occurrence weighed by where it stands. */
    private static final class Counts {
        private final TermReader reader;
        private final Map<String, Integer> terms = new HashMap<>();
        private final Set<String> surfaces = new HashSet<>();

        Counts(TermReader reader) {
            this.reader = reader;
        }

        void add(List<Word> words, int weight) {
            reader.count(words, weight, terms, surfaces);
        }

        /** The same of words that may be misspelt. */
        void addUnknown(List<Word> words, int weight) {
            reader.count(words, weight, terms, new HashSet<>());
        }
    }

    private static Map<String, Integer> once(Map<String, Integer> terms) {
        terms.replaceAll((term, count) -> 1);
        return terms;
    }

    private Document question(Entry entry, Language language, List<Word> words) {
        var counts = new Counts(reader(language));
        counts.add(words, 1);
        Map<String, Integer> terms = once(counts.terms);
        List<String> meanings = reader(language).meanings(words);
        TermReader.pairs(meanings).forEach(pair -> terms.put(pair, 1));
        Document document = document(entry);
        addCounted(document, question(language), terms);
        document.add(
                new BinaryDocValuesField(MEANINGS, new BytesRef(language.code() + " " + String.join(" ", meanings))));
        return document;
    }

    /** A section taken apart. */
    private record Part(String anchor, Counts all, Counts heading) {}

    private static Part part(Entry.Part part, TermReader reader, Counts pool) {
        var counts = new Counts(reader);
        var heading = new Counts(reader);
        List<Word> title = reader.wording().words(part.title());
        List<Word> text = reader.wording().words(part.text());
        for (Counts each : List.of(counts, pool)) {
            each.add(title, Weights.HEADING);
            each.add(text, Weights.BODY);
        }
        heading.add(title, 1);
        return new Part(part.anchor(), counts, heading);
    }

    /** The words of the title that half of the sections speak of: they ask for the article and for no section of it. */
    private static Set<String> common(Set<String> title, List<Part> parts) {
        return title.stream()
                .filter(term -> 2
                                * parts.stream()
                                        .filter(part -> part.all().terms.containsKey(term))
                                        .count()
                        >= parts.size())
                .collect(Collectors.toSet());
    }

    private static Document section(Entry entry, Language language, Part part, Set<String> common) {
        Map<String, Integer> heading = once(part.heading().terms);
        heading.keySet().removeAll(common);
        Document document = document(entry);
        addCounted(document, section(language), part.all().terms);
        document.add(new Field(heading(language), new TermStream(heading), LISTED));
        document.add(new BinaryDocValuesField(TEXT, new BytesRef(part.anchor())));
        return document;
    }

    private static Document document(Entry entry) {
        Document document = new Document();
        document.add(new StringField(TOPIC, entry.topic(), Field.Store.NO));
        document.add(new BinaryDocValuesField(NAME, new BytesRef(entry.topic())));
        if (!entry.sites().isEmpty()) {
            document.add(new StringField(SITE, LIMITED, Field.Store.NO));
            entry.sites().forEach(site -> document.add(new StringField(SITE, site, Field.Store.NO)));
        }
        addDay(document, FROM, entry.from());
        addDay(document, UNTIL, entry.until());
        return document;
    }

    /**
     * Terms that are scored by how often they stand there and how long the field is. Its length is kept as Lucene's norms keep it, but
     * beside them: norms of fields that not every document has are looked up for each posting when the index is written, which took
     * half of that time.
     */
    private static void addCounted(Document document, String field, Map<String, Integer> terms) {
        int length = terms.values().stream().mapToInt(Integer::intValue).sum();
        document.add(new Field(field, new TermStream(terms), COUNTED));
        document.add(new NumericDocValuesField(field, SmallFloat.intToByte4(length)));
    }

    private static void addDay(Document document, String field, @Nullable LocalDate day) {
        if (day != null) {
            document.add(new LongPoint(field, day.toEpochDay()));
        }
    }

    private TermReader reader(Language language) {
        return Objects.requireNonNull(readers.get(language));
    }

    private static FieldType type(IndexOptions options) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
