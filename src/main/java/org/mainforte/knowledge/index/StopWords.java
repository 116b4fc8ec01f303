package org.mainforte.knowledge.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mainforte.catalogue.Words;
import org.mainforte.kernel.Language;

/**
 * Words that say nothing about the subject: articles, pronouns, auxiliaries, politeness, also as people type them in a hurry.
 * Negations are not among them: “ne marche pas” is what an incident is made of.
 */
final class StopWords {
    private StopWords() {}

    static Set<String> of(Language language) {
        String name = "/knowledge/stop-words." + language.code() + ".txt";
        try (var file = StopWords.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The resource " + name + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.strip().split("\\s+")))
                    .map(Words::fold)
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + name, unreadable);
        }
    }
}
