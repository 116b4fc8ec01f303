package org.mainforte.knowledge.embedding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The vectors of all topics at one moment; never changes. A plain walk over all of them: 20 000 vectors of 1 024 numbers are some ten
 * milliseconds, little beside the call that brought the question's, and there is no graph to keep right while articles change.
 */
final class Vectors {
    static final Vectors NONE = new Vectors(List.of(), List.of());

    private final String[] topics;
    private final float[][] vectors;

    /** @param topics whose the vector at the same place is */
    Vectors(List<String> topics, List<float[]> vectors) {
        this.topics = topics.toArray(String[]::new);
        this.vectors = vectors.toArray(float[][]::new);
    }

    int size() {
        return vectors.length;
    }

    /** How many numbers a vector has; 0 when there is none yet. */
    int dimension() {
        return vectors.length == 0 ? 0 : vectors[0].length;
    }

    /** All topics allowed, the nearest first. */
    List<Near> nearest(float[] question, Predicate<String> allowed) {
        Map<String, Double> best = new HashMap<>();
        for (int i = 0; i < vectors.length; i++) {
            best.merge(topics[i], (double) product(question, vectors[i]), Math::max);
        }
        List<Near> near = new ArrayList<>();
        best.forEach((topic, likeness) -> {
            if (allowed.test(topic)) {
                near.add(new Near(topic, likeness));
            }
        });
        near.sort(Comparator.comparingDouble(Near::likeness).reversed().thenComparing(Near::topic));
        return near;
    }

    /** Four sums at a time, which a processor adds side by side. */
    private static float product(float[] one, float[] other) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < one.length; i += 4) {
            a += one[i] * other[i];
            b += one[i + 1] * other[i + 1];
            c += one[i + 2] * other[i + 2];
            d += one[i + 3] * other[i + 3];
        }
        for (; i < one.length; i++) {
            a += one[i] * other[i];
        }
        return a + b + c + d;
    }
}
