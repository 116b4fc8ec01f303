package org.mainforte.knowledge.index;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.mainforte.catalogue.Words;
import org.mainforte.kernel.Language;

/**
 * Takes a text apart into words. Words are split as Unicode UAX #29 says, so that codes such as {@code 0x8004010f},
 * {@code aadsts50058} or {@code mp2o} stay whole; then elision (l', d', qu' …), stop words and a light stemmer: for French
 * Savoy's (“Light stemming approaches for the French …”, 2006) after the endings of verbs that it leaves, for English Krovetz's
 * (“Viewing morphology as an inference process”, 1993).
 */
final class Wording {
    private static final Pattern ELIDED = Pattern.compile("(?:[cdjlmnsty]|qu|jusqu|lorsqu|puisqu|presqu|quelqu)'(.+)");
    private static final Pattern POSSESSIVE = Pattern.compile("(.+)'s?");
    /** “10 minutes”, “3h”, “5 €”: numbers of this size are never what a question is about. */
    private static final Pattern SMALL_NUMBER = Pattern.compile("\\d{1,2}(?:h\\d{0,2}|min)?");

    /** Alone: not in an address, and not “stuck @ 30”. */
    private static final Pattern SIGN =
            Pattern.compile("(?<![\\p{L}\\p{N}])[@#](?! ?[\\p{L}\\p{N}]*\\d)(?![\\p{L}\\p{N}])");

    private static final int MOST_STEMS = 200_000;
    private static final Pattern CODE = Pattern.compile(".*\\d.*");
    /** Endings of the second and third persons, the imperfect, and the participles, which Savoy's stemmer leaves. */
    private static final Pattern VERB_ENDING = Pattern.compile(
            "(?<=.{4})(?:aient|erent|erait|eront|eriez|erai|iez|ait|ais|ant|ent|ons|ez|ees|ee|es|er|e)$");

    private final Language language;
    private final Set<String> stops;
    private final Set<String> everyday;
    private final Map<String, String> stems = new ConcurrentHashMap<>();

    Wording(Language language) {
        this.language = language;
        this.stops = WordLists.stops(language);
        this.everyday = WordLists.everyday(language).stream().map(this::stem).collect(Collectors.toUnmodifiableSet());
    }

    List<Word> words(String text) {
        String folded = spoken(Words.fold(text).replace('_', '-'));
        List<String> surfaces = new ArrayList<>();
        List<Boolean> glued = new ArrayList<>();
        try (var tokenizer = new StandardTokenizer()) {
            tokenizer.setReader(new StringReader(folded));
            var term = tokenizer.addAttribute(CharTermAttribute.class);
            var offset = tokenizer.addAttribute(OffsetAttribute.class);
            tokenizer.reset();
            int end = -1;
            while (tokenizer.incrementToken()) {
                surfaces.add(bare(term.toString()));
                glued.add(offset.startOffset() == end + 1 && end > 0 && folded.charAt(end) == '-');
                end = offset.endOffset();
            }
            tokenizer.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading from memory failed", impossible);
        }
        return words(surfaces, glued);
    }

    /** Signs that people ask about, as words: they would vanish between the words. */
    private String spoken(String folded) {
        if (folded.indexOf('@') < 0 && folded.indexOf('#') < 0) {
            return folded;
        }
        boolean french = language == Language.FR;
        return SIGN.matcher(folded)
                .replaceAll(sign -> sign.group().equals("@")
                        ? (french ? " arobase " : " atsign ")
                        : (french ? " diese " : " hash "));
    }

    private List<Word> words(List<String> surfaces, List<Boolean> glued) {
        List<Word> words = new ArrayList<>(surfaces.size());
        for (int i = 0; i < surfaces.size(); i++) {
            String surface = surfaces.get(i);
            words.add(new Word(surface, stem(surface), glued.get(i), isStop(surface)));
        }
        return words;
    }

    boolean isStop(String surface) {
        return stops.contains(surface) || SMALL_NUMBER.matcher(surface).matches();
    }

    /** Whether people say it in every story: see {@link WordLists#everyday}. */
    boolean isEveryday(Word word) {
        return everyday.contains(word.stem());
    }

    /** The stem of one word as it would be in a text. */
    String stem(String surface) {
        String known = stems.get(surface);
        if (known != null) {
            return known;
        }
        String stem = CODE.matcher(surface).matches() ? surface : stemmed(surface);
        if (stems.size() < MOST_STEMS) {
            stems.put(surface, stem);
        }
        return stem;
    }

    private String bare(String token) {
        if (token.indexOf('\'') < 0) {
            return token;
        }
        var matcher = language == Language.FR ? ELIDED.matcher(token) : POSSESSIVE.matcher(token);
        return matcher.matches() ? matcher.group(1) : token.replace("'", "");
    }

    private String stemmed(String surface) {
        TokenStream word = new TermStream(List.of(surface));
        try (TokenStream stemmed = language == Language.FR ? new FrenchLightStemFilter(word) : new KStemFilter(word)) {
            var term = stemmed.addAttribute(CharTermAttribute.class);
            stemmed.reset();
            stemmed.incrementToken();
            return language == Language.FR ? VERB_ENDING.matcher(term).replaceFirst("") : term.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Stemming in memory failed", impossible);
        }
    }
}
