package org.mainforte.advisor.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.mainforte.knowledge.KnowledgeSearch;
import org.mainforte.learning.TextClassifier;
import org.mainforte.learning.TextClassifier.Example;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Hears promises in words that no pattern of {@link Promises} foresees (“gardez votre téléphone à portée de main vers 14 h”), by their
 * likeness to examples. The examples stand in {@code promise-examples.tsv}, one a line: {@code promise} or {@code harmless}, a tab,
 * a sentence; what the articles say is harmless as well, and keeps the ear to how this company speaks. Learnt in the background
 * once, when there is a model at all; the first sentence waits for it.
 */
@Component
final class PromiseLikeness {
    private static final String FILE = "/promise-examples.tsv";
    private static final String PROMISE = "promise";
    private static final String HARMLESS = "harmless";
    /** From here on; of harmless sentences one in thirty is as likely, of promises nine in ten. */
    private static final double LIMIT = 0.55;
    /** So many sentences of articles teach what is harmless; more make learning longer and nothing better. */
    private static final int MOST_SENTENCES = 3_000;

    private static final int SHORTEST_SENTENCE = 20;

    /** A line may end in the middle of a sentence; so few words sound like anything. */
    private static final int FEWEST_WORDS = 4;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final CompletableFuture<TextClassifier> learnt;

    @Autowired
    PromiseLikeness(ModelSettings settings, KnowledgeSearch knowledge) {
        this(settings.configured() ? knowledge.texts() : List.of());
    }

    /** @param articles texts that promise nothing */
    PromiseLikeness(List<String> articles) {
        learnt = CompletableFuture.supplyAsync(() -> TextClassifier.learnt(examples(articles)));
    }

    /** Whether a sentence sounds as if something had been done, or were going to be, for the person who asks. */
    boolean isPromise(String sentence) {
        return SPACES.split(sentence.strip()).length >= FEWEST_WORDS
                && learnt.join().likelihoods(sentence).getOrDefault(PROMISE, 0.0) >= LIMIT;
    }

    private static List<Example> examples(List<String> articles) {
        List<Example> examples = new ArrayList<>(read());
        List<String> sentences = articles.stream()
                .flatMap(text -> AnswerText.sentences(text).stream())
                .map(String::strip)
                .filter(sentence -> sentence.length() >= SHORTEST_SENTENCE)
                .distinct()
                .sorted()
                .toList();
        int step = Math.max(1, Math.ceilDiv(sentences.size(), MOST_SENTENCES));
        for (int i = 0; i < sentences.size(); i += step) {
            examples.add(new Example(HARMLESS, sentences.get(i)));
        }
        return examples;
    }

    private static List<Example> read() {
        try (var stream = Objects.requireNonNull(PromiseLikeness.class.getResourceAsStream(FILE), FILE)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new Example(cells[0], cells[1]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " cannot be read", unreadable);
        }
    }
}
