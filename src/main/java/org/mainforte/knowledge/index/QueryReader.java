package org.mainforte.knowledge.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.mainforte.kernel.Language;
import org.mainforte.knowledge.index.Unit.Alternative;
import org.mainforte.knowledge.index.Vocabulary.Expression;

/** Reads a query into units, with the words of both languages, corrections of unknown words, compounds and expressions. */
final class QueryReader {
    private static final int LONGEST = 20;

    private final IndexReader index;
    private final Map<Language, TermReader> readers;
    private final Language asked;
    private final int topics;

    QueryReader(IndexReader index, Map<Language, TermReader> readers, Language asked, int topics) {
        this.index = index;
        this.readers = readers;
        this.asked = asked;
        this.topics = topics;
    }

    /** The units of a query, each once, in the order of the text; the least telling are left out of a very long one. */
    List<Unit> read(String text) throws IOException {
        Map<Language, List<Word>> words = Map.of(
                Language.FR, reader(Language.FR).wording().words(text),
                Language.EN, reader(Language.EN).wording().words(text));
        Map<Language, List<Word>> meant = Map.of(
                Language.FR, meant(words, Language.FR),
                Language.EN, meant(words, Language.EN));
        int length = words(words, asked).size();
        Map<String, Unit> units = new LinkedHashMap<>();
        int i = 0;
        while (i < length) {
            if (elsewhere(words, i) > 1) {
                Unit foreign = new Unit("elsewhere " + i, List.of(), 1, 0, false, true);
                units.put(foreign.text(), foreign);
            }
            Span span = span(words, meant, i);
            if (!span.alternatives.isEmpty() || !span.stop) {
                Unit unit = unit(span);
                if (unit.known() || !span.stop) {
                    units.putIfAbsent(key(unit), unit);
                }
            }
            i += span.length;
        }
        return units.size() <= LONGEST
                ? List.copyOf(units.values())
                : units.values().stream()
                        .sorted(Comparator.comparingDouble(Unit::importance).reversed())
                        .limit(LONGEST)
                        .toList();
    }

    private static String key(Unit unit) {
        return unit.alternatives().isEmpty()
                ? unit.text()
                : unit.alternatives().getFirst().term();
    }

    /** The words with the unknown ones corrected, so that expressions are found in spite of a slip: “jme rapel plus”. */
    private List<Word> meant(Map<Language, List<Word>> words, Language language) {
        List<Word> meant = new ArrayList<>(words(words, language));
        Lexicon lexicon = reader(language).lexicon();
        Wording wording = reader(language).wording();
        for (int i = 0; i < meant.size(); i++) {
            Word word = meant.get(i);
            boolean strange = !word.stop() && isUnknown(words, i) && !wording.isEveryday(word);
            List<Spelling.Guess> guesses = strange ? Spelling.guesses(word.surface(), lexicon) : List.of();
            if (!guesses.isEmpty()) {
                meant.set(i, wording.words(guesses.getFirst().surface()).getFirst());
            }
        }
        return meant;
    }

    private boolean isUnknown(Map<Language, List<Word>> words, int at) {
        return words.entrySet().stream()
                .noneMatch(in -> reader(in.getKey())
                        .lexicon()
                        .knows(in.getValue().get(at).surface()));
    }

    private Span span(Map<Language, List<Word>> words, Map<Language, List<Word>> meant, int at) {
        Span span = new Span(words(words, asked).get(at).surface());
        if (!expression(meant, asked, at, span) && !compound(words, at, span)) {
            if (!expression(meant, asked.other(), at, span)) {
                word(words, at, span);
            }
        }
        return span;
    }

    /** How many words long the longest expression of another subject is that begins here; 0 when there is none. */
    private int elsewhere(Map<Language, List<Word>> words, int at) {
        return reader(asked).elsewhere().at(words(words, asked), at).stream()
                .mapToInt(Expression::length)
                .max()
                .orElse(0);
    }

    /** The longest expression of several words that begins here. */
    private boolean expression(Map<Language, List<Word>> words, Language language, int at, Span span) {
        List<Word> all = words(words, language);
        List<Expression> expressions = reader(language).concepts().at(all, at).stream()
                .filter(expression -> expression.length() > 1)
                .toList();
        int longest = expressions.stream().mapToInt(Expression::length).max().orElse(0);
        if (longest == 0) {
            return false;
        }
        for (Expression expression : expressions) {
            if (expression.length() == longest) {
                span.add(language, expression.concept(), factor(language));
            }
        }
        for (Word part : all.subList(at, at + longest)) {
            if (!part.stop()) {
                span.add(language, part.stem(), factor(language) * Weights.PART_OF_EXPRESSION);
                concepts(part, language, factor(language) * Weights.PART_OF_EXPRESSION, span);
            }
        }
        span.length = longest;
        return true;
    }

    /** Two words that the index knows as one: “one drive”, “wi-fi”. */
    private boolean compound(Map<Language, List<Word>> words, int at, Span span) {
        boolean found = false;
        for (Language language : Language.values()) {
            List<Word> all = words(words, language);
            if (at + 1 < all.size()) {
                Word first = all.get(at);
                Word second = all.get(at + 1);
                String joined = first.surface() + second.surface();
                if ((second.glued() || joined.length() > 5)
                        && !first.stop()
                        && reader(language).lexicon().knows(joined)) {
                    known(joined, language, factor(language), span);
                    span.add(language, first.stem(), factor(language) * Weights.PART_OF_EXPRESSION);
                    span.add(language, second.stem(), factor(language) * Weights.PART_OF_EXPRESSION);
                    span.length = 2;
                    found = true;
                }
            }
        }
        return found;
    }

    private void word(Map<Language, List<Word>> words, int at, Span span) {
        Word here = words(words, asked).get(at);
        Word there = words(words, asked.other()).get(at);
        if (here.stop() || there.stop()) {
            span.stop = true;
            return;
        }
        span.elsewhere = elsewhere(words, at) == 1;
        span.add(asked, here.stem(), Weights.AS_WRITTEN);
        concepts(here, asked, Weights.CONCEPT, span);
        if (!span.elsewhere) {
            here.family().ifPresent(family -> span.add(asked, family, Weights.FAMILY));
        }
        if (!span.elsewhere) {
            // “le match” is no “match” of numbers
            span.add(asked.other(), there.stem(), Weights.OTHER_LANGUAGE);
            concepts(there, asked.other(), Weights.OTHER_LANGUAGE * Weights.CONCEPT, span);
        }
        if (!span.elsewhere && isUnknown(words, at)) {
            if (reader(asked).wording().isEveryday(here)
                    || reader(asked.other()).wording().isEveryday(there)) {
                span.stop = true;
                return;
            }
            corrections(here.surface(), asked, span);
            if (span.guesses == 0) {
                corrections(there.surface(), asked.other(), span);
            }
        }
    }

    private void corrections(String surface, Language language, Span span) {
        String elided = withoutLostApostrophe(surface, language);
        if (!elided.equals(surface) && reader(language).lexicon().knows(elided)) {
            span.guesses++;
            known(elided, language, Weights.CORRECTED, span);
            return;
        }
        for (Spelling.Guess guess : Spelling.guesses(surface, reader(language).lexicon())) {
            if (span.guesses++ == 0
                    && guess.soundsAlike()
                    && reader(language).wording().isStop(guess.surface())) {
                span.stop = true;
                span.alternatives.clear();
                return;
            }
            known(guess.surface(), language, guess.confidence() * Weights.CORRECTED * factor(language), span);
        }
    }

    /** People in a hurry write “lancien”, “jessaie” and “jchange”. */
    private static String withoutLostApostrophe(String surface, Language language) {
        return language == Language.FR
                ? surface.replaceFirst("^(?:(?:qu|[cdjlmnst])(?=[aeiouhy].{2})|j(?=[a-z]{4}))", "")
                : surface;
    }

    private void known(String surface, Language language, float weight, Span span) {
        Word word = reader(language).wording().words(surface).getFirst();
        if (!word.stop()) {
            span.add(language, word.stem(), weight);
            concepts(word, language, weight * Weights.CONCEPT, span);
        }
    }

    private void concepts(Word word, Language language, float weight, Span span) {
        for (Expression expression : reader(language).concepts().at(List.of(word), 0)) {
            span.add(language, expression.concept(), weight);
        }
    }

    private Unit unit(Span span) throws IOException {
        int frequency = 0;
        float surest = 0;
        boolean subject = false;
        List<Alternative> found = new ArrayList<>();
        for (Alternative alternative : span.alternatives) {
            int here = index.docFreq(new Term(EntryDocuments.pool(alternative.language()), alternative.term()));
            if (here > 0) {
                found.add(alternative);
                subject |= isSubject(alternative);
            }
            if (here > 0 && alternative.weight() > surest) {
                surest = alternative.weight();
                frequency = here;
            }
        }
        float boost = subject ? Weights.SUBJECT : 1;
        double importance = boost * DampedSimilarity.damped(frequency, topics);
        return new Unit(span.text, found, boost, importance, frequency > 0, span.elsewhere);
    }

    private boolean isSubject(Alternative way) throws IOException {
        return index.docFreq(new Term(EntryDocuments.subject(way.language()), way.term())) > 0;
    }

    /** How much a meaning tells topics apart, as {@link Unit#importance}. */
    double importance(Language language, String meaning) throws IOException {
        var way = new Alternative(language, meaning, 1);
        int frequency = index.docFreq(new Term(EntryDocuments.pool(language), meaning));
        return (isSubject(way) ? Weights.SUBJECT : 1) * DampedSimilarity.damped(frequency, topics);
    }

    private float factor(Language language) {
        return language == asked ? Weights.AS_WRITTEN : Weights.OTHER_LANGUAGE;
    }

    private static List<Word> words(Map<Language, List<Word>> words, Language language) {
        return Objects.requireNonNull(words.get(language));
    }

    private TermReader reader(Language language) {
        return Objects.requireNonNull(readers.get(language));
    }

    /** What is being made out of one or more words. */
    private static final class Span {
        private final String text;
        private final List<Alternative> alternatives = new ArrayList<>();
        private int length = 1;
        private int guesses;
        private boolean stop;
        private boolean elsewhere;

        Span(String text) {
            this.text = text;
        }

        void add(Language language, String term, float weight) {
            alternatives.add(new Alternative(language, term, weight));
        }
    }
}
