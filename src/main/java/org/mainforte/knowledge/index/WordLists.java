package org.mainforte.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mainforte.catalogue.Words;
import org.mainforte.kernel.Language;

/** Lists of words that come with the product, one file a language; accents do not matter, {@code #} begins a comment line. */
final class WordLists {
    private WordLists() {}

    /**
     * Words that say nothing about the subject: articles, pronouns, auxiliaries, politeness, small talk, also as people type
     * them in a hurry. Negations are not among them: “ne marche pas” is what an incident is made of.
     */
    static Set<String> stops(Language language) {
        return words("stop-words", language);
    }

    /**
     * Words of everyday stories. Where no article has one of them it is no misspelling, and no sign that we do not know what is
     * asked.
     */
    static Set<String> everyday(Language language) {
        return words("everyday", language);
    }

    private static Set<String> words(String list, Language language) {
        return lines("/knowledge/" + list + "." + language.code() + ".txt")
                .flatMap(line -> Stream.of(line.split("\\s+")))
                .map(word -> Words.fold(word).replace("'", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Words and expressions of subjects that the assistant knows nothing about, from pay slips to recipes. */
    static List<String> elsewhere(Language language) {
        return lines("/knowledge/elsewhere." + language.code() + ".txt")
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .filter(expression -> !expression.isEmpty())
                .toList();
    }

    private static Stream<String> lines(String name) {
        try (var file = WordLists.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The resource " + name + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + name, unreadable);
        }
    }
}
