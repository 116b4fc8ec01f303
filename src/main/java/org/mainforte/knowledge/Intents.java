package org.mainforte.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainforte.learning.TextClassifier;
import org.mainforte.learning.TextClassifier.Example;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What messages are for, learnt from the examples in {@code knowledge-base/intents} and from everything that asks for an article. The
 * first question waits until that is learnt; later, what was learnt before serves until what has changed is.
 */
final class Intents {
    /** What is nothing of ours. */
    static final String ELSEWHERE = "elsewhere";
    /** Everything that we answer, whatever it is about. */
    static final String OURS = "ours";

    private static final String PERSON = "person";
    private static final String DISTRESS = "distress";
    /** The article about the people of the service desk. */
    private static final String A_PERSON = "talk-to-human";

    private static final Logger LOG = LoggerFactory.getLogger(Intents.class);

    /**
     * From which likelihood on a message is taken for it; 0.5 is the border, which rare things hardly reach. A false alarm of a danger costs a confirmation
     * that nobody gives, a missed one much more; distress is answered with a helpline, which must not meet somebody with a slow PC.
     */
    private static final Map<String, Double> LIMITS = Map.of(
            PERSON,
            0.43,
            DISTRESS,
            0.47,
            "phishing-clicked",
            0.38,
            "lost-stolen-pc",
            0.38,
            "mobile-lost-stolen",
            0.38,
            "battery-swollen-safety",
            0.38);

    /** It takes more when only one sentence of several says so. */
    private static final double IN_A_SENTENCE = 0.58;

    /** “Sac pc” and “ça marche pas” are like what frightened people say, and tell nothing of it; “un humain svp” is plain. */
    private static final int FEWEST_WORDS = 4;

    private static final double IN_FEW_WORDS = 0.57;

    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** Not lines: people sign with “you can reach me at …”. */
    private static final Pattern SENTENCE_ENDS = Pattern.compile("(?<=[.!?…])\\s");
    /** A message that goes on and on costs no more. */
    private static final int MOST_SENTENCES = 20;

    /** What there are examples of; the files of {@code knowledge-base/intents} have these names. */
    static final Set<String> NAMES =
            Stream.concat(Stream.of(ELSEWHERE, OURS), LIMITS.keySet().stream()).collect(Collectors.toUnmodifiableSet());

    /** The last lesson of this process: most saved files change no example, and then nothing has to be learnt again. */
    private static final AtomicReference<@Nullable Lesson> LAST = new AtomicReference<>();

    private volatile CompletableFuture<Optional<TextClassifier>> learnt;
    /** What was begun last: of files saved one after the other only the last counts, whichever is learnt first. */
    private volatile CompletableFuture<Optional<TextClassifier>> newest;

    Intents(Shelf shelf) {
        learnt = learning(shelf);
        newest = learnt;
    }

    void learn(Shelf shelf) {
        CompletableFuture<Optional<TextClassifier>> next = learning(shelf);
        newest = next;
        next.whenComplete((classifier, failure) -> {
            if (failure == null && newest.equals(next)) {
                learnt = next;
            } else if (failure != null) {
                LOG.error("The examples of intents could not be learnt; what was learnt before stays in use", failure);
            }
        });
    }

    /** Examples, and what is learnt from them. */
    private record Lesson(List<Example> examples, CompletableFuture<Optional<TextClassifier>> learnt) {}

    private static CompletableFuture<Optional<TextClassifier>> learning(Shelf shelf) {
        List<Example> examples = examples(shelf);
        if (examples.stream().map(Example::kind).distinct().count() < 2) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Lesson last = LAST.get();
        if (last != null && last.examples.equals(examples) && !last.learnt.isCompletedExceptionally()) {
            return last.learnt;
        }
        var lesson =
                new Lesson(examples, CompletableFuture.supplyAsync(() -> Optional.of(TextClassifier.learnt(examples))));
        LAST.set(lesson);
        return lesson.learnt;
    }

    /** In an order of its own, so that the same files teach the same. Articles about what presses are no example of anything else. */
    private static List<Example> examples(Shelf shelf) {
        List<Example> examples = new ArrayList<>();
        shelf.intents()
                .forEach((key, lines) -> lines.lines().forEach(line -> examples.add(new Example(key.id(), line))));
        if (!examples.isEmpty()) {
            shelf.articles().values().stream()
                    .filter(article ->
                            !LIMITS.containsKey(article.id()) && !article.id().equals(A_PERSON))
                    .forEach(article -> {
                        article.questions().forEach(question -> examples.add(new Example(OURS, question)));
                        shelf.wordings(article).forEach(line -> examples.add(new Example(OURS, line)));
                    });
        }
        examples.sort(Comparator.comparing(Example::kind).thenComparing(Example::text));
        return examples;
    }

    /** Whether an article speaks of what presses. */
    static boolean isAbout(String pressing, String article) {
        boolean people = pressing.equals(PERSON) || pressing.equals(DISTRESS);
        return pressing.equals(article) || (people && article.equals(A_PERSON));
    }

    /** How likely it is, from 0 to 1, that a message is about nothing of ours; 0 where nothing was learnt. */
    double elsewhere(String message) {
        return likelihoods(message).getOrDefault(ELSEWHERE, 0.0);
    }

    /**
     * What presses in a message; the likeliest when it is several things, nothing when another subject is likelier. A person may also be
     * wished for in one sentence of a story about something else.
     */
    Optional<String> pressing(String message) {
        Map<String, Double> likelihoods = likelihoods(message);
        if (SPACES.split(message.strip()).length < FEWEST_WORDS) {
            return isLikely(PERSON, IN_FEW_WORDS, likelihoods) ? Optional.of(PERSON) : Optional.empty();
        }
        Optional<String> pressing = LIMITS.entrySet().stream()
                .filter(limit -> isLikely(limit.getKey(), limit.getValue(), likelihoods))
                .map(Map.Entry::getKey)
                .max(Comparator.comparingDouble(likelihoods::get));
        return pressing.or(() -> wishedForInASentence(message) ? Optional.of(PERSON) : Optional.empty());
    }

    private boolean wishedForInASentence(String message) {
        String[] sentences = SENTENCE_ENDS.split(message.strip(), MOST_SENTENCES);
        return sentences.length > 1
                && Stream.of(sentences)
                        .filter(sentence -> SPACES.split(sentence.strip()).length >= FEWEST_WORDS)
                        .anyMatch(sentence -> isLikely(PERSON, IN_A_SENTENCE, likelihoods(sentence)));
    }

    private static boolean isLikely(String intent, double limit, Map<String, Double> likelihoods) {
        return likelihoods.getOrDefault(intent, 0.0) >= Math.max(limit, likelihoods.getOrDefault(ELSEWHERE, 0.0));
    }

    private Map<String, Double> likelihoods(String message) {
        try {
            return learnt.join()
                    .map(classifier -> classifier.likelihoods(message))
                    .orElse(Map.of());
        } catch (CompletionException failed) {
            LOG.error("The examples of intents could not be learnt; messages are read without them", failed);
            return Map.of();
        }
    }
}
