package org.mainforte.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.mainforte.knowledge.embedding.MeaningIndex;
import org.mainforte.knowledge.embedding.Near;
import org.mainforte.masking.Masking;
import org.mainforte.masking.Names;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * What vectors add to the search by words, when an endpoint for them is configured.
 *
 * <p>A list of hits is put together from both by reciprocal rank (Cormack, Clarke, Büttcher, “Reciprocal rank fusion outperforms
 * Condorcet and individual rank learning methods”, 2009, with their k of 60). Where the words answer, or offer a choice, their first three
 * stay in front: so a list and a decision do not contradict each other, and a poor model spoils nothing.
 *
 * <p>A decision stays that of the words, because its limits were learnt from words and a likeness has no scale that holds for every
 * model. Meaning only helps where the words leave a question open: it puts a choice in order, and where nothing is known it may make
 * a choice of what stands out. It never answers by itself and never declines.
 */
@Component
class Fusion {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Z]{2,12}_\\d{1,3}}");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int K = 60;
    /** How many of the nearest count. */
    private static final int NEAREST = 20;

    private static final int MOST_CHOICES = 3;
    /** Of a list whose beginning the words are sure of. */
    private static final int FRONT = 3;
    /** Below so many topics nothing can be said to stand out. */
    private static final int FEW_TOPICS = 20;
    /** So many standard deviations further than the best of so many would be by chance. */
    private static final double STANDS_OUT = 1.0;
    /** Of the way from the average to the best: what is about as near may be meant as well. */
    private static final double ABOUT_AS_NEAR = 0.7;

    private final Optional<MeaningIndex> meanings;

    @Autowired
    Fusion(MeaningIndex meanings) {
        this(meanings.isConfigured() ? Optional.of(meanings) : Optional.empty());
    }

    private Fusion(Optional<MeaningIndex> meanings) {
        this.meanings = meanings;
    }

    /** Words alone. */
    static Fusion none() {
        return new Fusion(Optional.empty());
    }

    void learn(Shelf shelf) {
        meanings.ifPresent(each -> each.learn(Pieces.of(shelf)));
    }

    /** The topics by their nearness to a question; empty without embeddings, and whenever they fail. */
    List<Near> nearest(String question, Predicate<String> allowed) {
        return meanings.map(each -> each.nearest(masked(question), allowed)).orElse(List.of());
    }

    /** What is personal leaves no mark: unlike a model, an endpoint for vectors has no use for a placeholder. */
    private static String masked(String question) {
        String masked = new Masking(Names.unknown(), null).masked(question);
        return SPACES.matcher(PLACEHOLDER.matcher(masked).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    /**
     * Both rankings in one.
     *
     * @param offered how many the words would answer or offer; they stay in front
     * @param open a topic that only its meaning brought
     */
    static List<Found> fused(
            List<Found> byWords, List<Near> byMeaning, int offered, Function<String, Optional<Found>> open) {
        if (byMeaning.isEmpty()) {
            return byWords;
        }
        Map<String, Found> found = new LinkedHashMap<>();
        Map<String, Double> scores = new HashMap<>();
        Map<String, Integer> wordRanks = new HashMap<>();
        Map<String, Integer> meaningRanks = new HashMap<>();
        Map<String, Double> likenesses = new HashMap<>();
        for (int i = 0; i < byWords.size(); i++) {
            String topic = byWords.get(i).article().id();
            found.put(topic, byWords.get(i));
            scores.put(topic, reciprocal(i));
            wordRanks.put(topic, i + 1);
        }
        for (int i = 0; i < Math.min(NEAREST, byMeaning.size()); i++) {
            Near near = byMeaning.get(i);
            if (!found.containsKey(near.topic())) {
                open.apply(near.topic()).ifPresent(each -> found.put(near.topic(), each));
            }
            scores.merge(near.topic(), reciprocal(i), Double::sum);
            meaningRanks.put(near.topic(), i + 1);
            likenesses.put(near.topic(), near.likeness());
        }
        double most =
                scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        int front = offered == 0 ? 0 : Math.max(offered, FRONT);
        for (int i = 0; i < Math.min(front, byWords.size()); i++) {
            // those in front as the words have them, of a choice the nearest first
            scores.merge(
                    byWords.get(i).article().id(), i < offered ? 2 * most : (1 + 1.0 / (i + 1)) * most, Double::sum);
        }
        List<Found> fused = new ArrayList<>();
        found.forEach((topic, each) -> fused.add(each.fused(
                Objects.requireNonNull(scores.get(topic)),
                wordRanks.get(topic),
                meaningRanks.get(topic),
                likenesses.get(topic))));
        // stable: of equals the one that the words found first
        fused.sort(Comparator.comparingDouble((Found each) -> each.ranked().score())
                .reversed());
        return fused;
    }

    private static double reciprocal(int place) {
        return 1.0 / (K + place + 1);
    }

    /** A choice with the nearest first. */
    static List<Passage> ordered(List<Passage> passages, List<Near> nearest) {
        Map<String, Integer> places = new HashMap<>();
        nearest.forEach(near -> places.put(near.topic(), places.size()));
        Map<Passage, Double> scores = new HashMap<>();
        for (int i = 0; i < passages.size(); i++) {
            Integer place = places.get(passages.get(i).article());
            scores.put(passages.get(i), reciprocal(i) + (place == null ? 0 : reciprocal(place)));
        }
        return passages.stream()
                .sorted(Comparator.comparingDouble((Passage each) -> Objects.requireNonNull(scores.get(each)))
                        .reversed())
                .toList();
    }

    /** The two or three topics that may be meant, when the nearest stands out from all others; or else none. */
    static List<String> outstanding(List<Near> nearest) {
        int topics = nearest.size();
        if (topics < FEW_TOPICS) {
            return List.of();
        }
        double mean = nearest.stream().mapToDouble(Near::likeness).average().orElse(0);
        double deviation = Math.sqrt(nearest.stream()
                .mapToDouble(near -> (near.likeness() - mean) * (near.likeness() - mean))
                .average()
                .orElse(0));
        double best = nearest.getFirst().likeness();
        // the greatest of n independent normal values is about sqrt(2 ln n) deviations above the mean
        double limit = mean + (Math.sqrt(2 * Math.log(topics)) + STANDS_OUT) * deviation;
        if (deviation == 0 || best < limit) {
            return List.of();
        }
        List<String> meant = nearest.stream()
                .limit(MOST_CHOICES)
                .takeWhile(near -> near.likeness() >= mean + ABOUT_AS_NEAR * (best - mean))
                .map(Near::topic)
                .toList();
        return meant.size() > 1
                ? meant
                : nearest.stream().limit(2).map(Near::topic).toList();
    }
}
