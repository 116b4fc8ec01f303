package org.mainforte.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;
import org.mainforte.knowledge.index.Unit.Alternative;
import org.mainforte.knowledge.index.Why.Kind;
import org.mainforte.knowledge.index.Why.WordMatch;

/** Tells why one topic answers a query as well as it does: the same reading of the query, looked up in the topic's own text. */
final class Explainer {
    private final Map<Language, TermReader> readers;
    private final Language asked;
    private final List<Unit> units;
    private final Closeness closeness;

    Explainer(IndexReader topics, Map<Language, TermReader> readers, Language asked, String query) throws IOException {
        var reader = new QueryReader(topics, readers, asked, topics.numDocs());
        this.readers = readers;
        this.asked = asked;
        this.units = reader.read(query);
        this.closeness = new Closeness(topics, reader, units);
    }

    /** @param document the topic's */
    Why of(Entry entry, int document) throws IOException {
        double[] strengths = closeness.strengths(new int[] {document})[0];
        Map<Language, Map<String, Place>> places = places(entry);
        List<WordMatch> words = new ArrayList<>();
        for (int u = 0; u < strengths.length; u++) {
            Unit unit = units.get(u);
            List<Why.Way> ways = new ArrayList<>();
            for (Alternative way : unit.alternatives()) {
                Place place = places.getOrDefault(way.language(), Map.of()).get(way.term());
                if (place != null) {
                    ways.add(way(unit, way, place));
                }
            }
            words.add(new WordMatch(
                    unit.text(),
                    unit.known() ? unit.importance() : 0,
                    strengths[u],
                    unit.elsewhere(),
                    ways.stream()
                            .sorted(Comparator.comparingDouble(Why.Way::weight).reversed())
                            .distinct()
                            .toList()));
        }
        return new Why(words, nearestQuestion(entry));
    }

    private Why.Way way(Unit unit, Alternative way, Place place) {
        Kind kind = kind(unit, way);
        String text = isConcept(way)
                ? String.join(", ", reader(way.language()).concepts().said(way.term()))
                : String.join(", ", place.surfaces);
        return new Why.Way(kind, text, way.weight(), List.copyOf(place.fields));
    }

    /** What a term was made of can be read from it and its weight. */
    private Kind kind(Unit unit, Alternative way) {
        boolean strange =
                readers.values().stream().noneMatch(reader -> reader.lexicon().knows(unit.text()));
        if (isConcept(way)) {
            return strange ? Kind.CORRECTED : Kind.SYNONYM;
        }
        if (way.term().startsWith("~")) {
            return Kind.SAME_ROOT;
        }
        Wording wording = reader(way.language()).wording();
        if (wording.stem(unit.text()).equals(way.term())) {
            boolean whole = way.weight() == Weights.AS_WRITTEN || way.weight() == Weights.OTHER_LANGUAGE;
            return !whole ? Kind.PART_OF_EXPRESSION : way.language() == asked ? Kind.AS_WRITTEN : Kind.OTHER_LANGUAGE;
        }
        boolean expression = unit.alternatives().stream().anyMatch(Explainer::isConcept)
                && way.weight() <= Weights.PART_OF_EXPRESSION;
        return expression ? Kind.PART_OF_EXPRESSION : Kind.CORRECTED;
    }

    private static boolean isConcept(Alternative way) {
        return way.term().startsWith(Vocabulary.CONCEPT_MARK);
    }

    /** Where a term stands in an article, and as which words. */
    private record Place(Set<String> fields, Set<String> surfaces) {
        Place() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>());
        }
    }

    private Map<Language, Map<String, Place>> places(Entry entry) {
        Map<Language, Map<String, Place>> places = new EnumMap<>(Language.class);
        for (Entry.Text text : entry.texts()) {
            Map<String, Place> here = places.computeIfAbsent(text.language(), first -> new HashMap<>());
            look(text.language(), "title", List.of(text.title()), here);
            look(text.language(), "summary", List.of(text.summary()), here);
            look(text.language(), "keywords", text.keywords(), here);
            look(text.language(), "questions", text.asked(), here);
            look(
                    text.language(),
                    "headings",
                    text.parts().stream().map(Entry.Part::title).toList(),
                    here);
            look(
                    text.language(),
                    "text",
                    text.parts().stream().map(Entry.Part::text).toList(),
                    here);
        }
        return places;
    }

    private void look(Language language, String field, List<String> texts, Map<String, Place> into) {
        TermReader reader = reader(language);
        for (String text : texts) {
            List<Word> words = reader.wording().words(text);
            Map<String, Integer> terms = new HashMap<>();
            reader.count(words, 1, terms, new LinkedHashSet<>());
            terms.keySet()
                    .forEach(term -> into.computeIfAbsent(term, first -> new Place())
                            .fields
                            .add(field));
            for (Word word : words) {
                note(into.get(word.stem()), word);
                word.family().ifPresent(family -> note(into.get(family), word));
            }
        }
    }

    private static void note(@Nullable Place place, Word word) {
        if (place != null && !word.stop()) {
            place.surfaces.add(word.surface());
        }
    }

    private @Nullable String nearestQuestion(Entry entry) throws IOException {
        String nearest = null;
        double most = 0;
        for (Entry.Text text : entry.texts()) {
            List<String> questions = new ArrayList<>(text.asked());
            questions.add(text.title());
            for (String question : questions) {
                TermReader reader = reader(text.language());
                List<String> meanings = reader.meanings(reader.wording().words(question));
                double alike = closeness.alike(text.language().code() + " " + String.join(" ", meanings));
                if (alike > most) {
                    most = alike;
                    nearest = question;
                }
            }
        }
        return nearest;
    }

    private TermReader reader(Language language) {
        return Objects.requireNonNull(readers.get(language));
    }
}
