package org.mainforte.advisor.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Words;
import org.mainforte.knowledge.KnowledgeSearch;
import org.mainforte.learning.TextClassifier;
import org.mainforte.learning.TextClassifier.Example;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final Logger LOG = LoggerFactory.getLogger(PromiseLikeness.class);
    private static final String FILE = "/promise-examples.tsv";
    private static final String PROMISE = "promise";
    private static final String HARMLESS = "harmless";
    /** From here on; of harmless sentences one in thirty is as likely, of promises nine in ten. */
    private static final double LIMIT = 0.52;
    /** What cites an article is mostly what that says. */
    private static final double CITED_LIMIT = 0.57;
    /** So many sentences of articles teach what is harmless; more make learning longer and nothing better. */
    private static final int MOST_SENTENCES = 3_000;

    private static final int SHORTEST_SENTENCE = 20;

    /** A line may end in the middle of a sentence; so few words sound like anything. */
    private static final int FEWEST_WORDS = 4;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Null where there is no model, which promises nothing. */
    private final @Nullable CompletableFuture<TextClassifier> learnt;

    @Autowired
    PromiseLikeness(ModelSettings settings, KnowledgeSearch knowledge) {
        learnt = settings.configured() ? learning(knowledge.texts()) : null;
    }

    /** @param articles texts that promise nothing */
    PromiseLikeness(List<String> articles) {
        learnt = learning(articles);
    }

    private static CompletableFuture<TextClassifier> learning(List<String> articles) {
        return CompletableFuture.supplyAsync(() -> TextClassifier.learnt(examples(articles)))
                .whenComplete((classifier, failure) -> {
                    if (failure != null) {
                        LOG.error("{} could not be learnt; promises are heard by their patterns alone", FILE, failure);
                    }
                });
    }

    /**
     * Whether a sentence sounds as if something had been done, or were going to be, for the person who asks.
     *
     * @param cites whether it says which article it is from, and so may say what is done in general
     */
    boolean isPromise(String sentence, boolean cites) {
        if (learnt == null || SPACES.split(sentence.strip()).length < FEWEST_WORDS) {
            return false;
        }
        try {
            return learnt.join().likelihoods(sentence).getOrDefault(PROMISE, 0.0) >= (cites ? CITED_LIMIT : LIMIT);
        } catch (CompletionException saidAlready) {
            return false;
        }
    }

    private static List<Example> examples(List<String> articles) {
        List<Example> examples = new ArrayList<>(read());
        List<String> sentences = articles.stream()
                .flatMap(text -> AnswerText.sentences(text).stream())
                .map(String::strip)
                .filter(sentence -> sentence.length() >= SHORTEST_SENTENCE)
                .filter(sentence -> Promises.in(Words.fold(sentence)).isEmpty())
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
                    .map(PromiseLikeness::example)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " cannot be read", unreadable);
        }
    }

    private static Example example(String line) {
        String[] cells = line.split("\t");
        if (cells.length != 2 || !(cells[0].equals(PROMISE) || cells[0].equals(HARMLESS))) {
            throw new IllegalStateException(FILE + ": no example: " + line);
        }
        return new Example(cells[0], cells[1]);
    }
}
