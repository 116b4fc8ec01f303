package org.mainforte.learning;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells what kind of text a text is by its likeness to examples: one linear support vector machine a kind against all others, over words and
 * pieces of words weighed by how rare they are. Learning some fifteen thousand examples takes about two seconds, asking some microseconds. The same
 * examples in the same order make the same classifier. Safe for use by many threads.
 */
public final class TextClassifier {
    /** How much examples count against plain weights, and how exactly that is solved; chosen on questions whose misses had been read. */
    private static final double COST = 1;

    private static final double EXACTNESS = 0.5;
    /** What only one example has tells nothing. */
    private static final int SEEN = 2;

    private final List<String> kinds;
    private final Set<String> known;
    private final float[] rarity;
    private final Model model;

    private TextClassifier(List<String> kinds, Set<String> known, float[] rarity, Model model) {
        this.kinds = kinds;
        this.known = known;
        this.rarity = rarity;
        this.model = model;
    }

    /** A text, and what kind it is of. */
    public record Example(String kind, String text) {}

    static {
        Linear.disableDebugOutput();
    }

    /** @param examples of two kinds at least */
    public static TextClassifier learnt(List<Example> examples) {
        List<String> kinds =
                examples.stream().map(Example::kind).distinct().sorted().toList();
        if (kinds.size() < 2) {
            throw new IllegalArgumentException("Examples of one kind tell it from nothing");
        }
        List<int[]> texts =
                examples.stream().map(example -> Features.of(example.text())).toList();
        float[] rarity = rarity(texts);
        var problem = new Problem();
        problem.l = examples.size();
        problem.n = Features.NUMBERS + 1;
        problem.x = new Feature[problem.l][];
        problem.y = new double[problem.l];
        for (int i = 0; i < problem.l; i++) {
            problem.x[i] = vector(texts.get(i), rarity);
            problem.y[i] = kinds.indexOf(examples.get(i).kind());
        }
        return new TextClassifier(
                kinds,
                known(examples),
                rarity,
                Linear.train(problem, new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST, EXACTNESS)));
    }

    /** The words that stand in several examples. */
    private static Set<String> known(List<Example> examples) {
        Map<String, Long> counts = examples.stream()
                .flatMap(
                        example -> Arrays.stream(Features.words(example.text())).distinct())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(word -> word.getValue() >= SEEN)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Inverse document frequency; 0 of what is too rare. */
    private static float[] rarity(List<int[]> texts) {
        int[] frequency = new int[Features.NUMBERS];
        for (int[] text : texts) {
            for (int feature : text) {
                frequency[feature]++;
            }
        }
        float[] rarity = new float[Features.NUMBERS];
        for (int i = 0; i < rarity.length; i++) {
            rarity[i] = frequency[i] < SEEN ? 0 : (float) Math.log(1 + texts.size() / (double) frequency[i]);
        }
        return rarity;
    }

    /** Of length 1, so that long and short texts weigh the same; and one more that is always there. */
    private static Feature[] vector(int[] features, float[] rarity) {
        double square = 0;
        int known = 0;
        for (int feature : features) {
            square += rarity[feature] * rarity[feature];
            known += rarity[feature] > 0 ? 1 : 0;
        }
        double length = square == 0 ? 1 : Math.sqrt(square);
        var vector = new Feature[known + 1];
        int at = 0;
        for (int feature : features) {
            if (rarity[feature] > 0) {
                vector[at++] = new FeatureNode(feature + 1, rarity[feature] / length);
            }
        }
        vector[at] = new FeatureNode(Features.NUMBERS + 1, 1);
        return vector;
    }

    /**
     * How like each kind it is, from 0 to 1, 0.5 being the border; each by itself, so that they need not add up to 1, and no probability. Nothing is known of a text none of
     * whose words stands in several examples.
     *
     * @return by kind; empty when nothing is known
     */
    public Map<String, Double> likelihoods(String text) {
        if (Arrays.stream(Features.words(text)).noneMatch(known::contains)) {
            return Map.of();
        }
        double[] decided = new double[kinds.size()];
        Linear.predictValues(model, vector(Features.of(text), rarity), decided);
        int[] labels = model.getLabels();
        Map<String, Double> likelihoods = new LinkedHashMap<>();
        for (int i = 0; i < labels.length; i++) {
            // of two, one number tells both
            double value = labels.length == 2 && i == 1 ? -decided[0] : decided[i];
            likelihoods.put(kinds.get(labels[i]), 1 / (1 + Math.exp(-value)));
        }
        return likelihoods;
    }
}
