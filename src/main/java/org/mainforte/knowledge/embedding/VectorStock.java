package org.mainforte.knowledge.embedding;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a vector made of every text, in the background, a batch at a time, and keeps each in the file. One thread {@link #work}s; any
 * other may say what is wanted.
 */
final class VectorStock {
    private static final Logger LOG = LoggerFactory.getLogger(VectorStock.class);
    private static final Duration SHORTEST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private final EmbeddingSettings settings;
    private final Endpoint endpoint;
    private final VectorFile file;
    private final EmbeddingState state;
    private final Semaphore news = new Semaphore(0);
    private final Map<Fingerprint, float[]> made;
    /** Texts that the endpoint does not take. */
    private final Set<Fingerprint> refused = new HashSet<>();

    private boolean tidied;
    private volatile Map<Fingerprint, List<Piece>> wanted = Map.of();
    private volatile Vectors vectors = Vectors.NONE;

    VectorStock(EmbeddingSettings settings, Endpoint endpoint, VectorFile file, EmbeddingState state) {
        this.settings = settings;
        this.endpoint = endpoint;
        this.file = file;
        this.state = state;
        this.made = file.read();
    }

    Vectors vectors() {
        return vectors;
    }

    /** How many texts there are. */
    int wanted() {
        return wanted.values().stream().mapToInt(List::size).sum();
    }

    synchronized void want(List<Piece> pieces) {
        Map<Fingerprint, List<Piece>> byText = new LinkedHashMap<>();
        for (Piece piece : pieces) {
            byText.computeIfAbsent(Fingerprint.of(piece.text()), first -> new ArrayList<>(1))
                    .add(piece);
        }
        wanted = byText;
        if (!tidied) {
            tidied = true;
            file.tidy(made, byText.keySet());
        }
        show();
        news.release();
    }

    /** What is asked from now on sees every vector that is there. */
    private synchronized void show() {
        List<String> topics = new ArrayList<>();
        List<float[]> shown = new ArrayList<>();
        wanted.forEach((text, pieces) -> {
            float[] vector = made.get(text);
            if (vector != null && (shown.isEmpty() || shown.getFirst().length == vector.length)) {
                pieces.forEach(piece -> {
                    topics.add(piece.topic());
                    shown.add(vector);
                });
            }
        });
        vectors = new Vectors(topics, shown);
    }

    /** Until the thread is interrupted. */
    void work() {
        Duration rest = SHORTEST_REST;
        try {
            while (true) {
                List<Piece> batch = missing();
                if (batch.isEmpty()) {
                    news.acquire();
                    news.drainPermits();
                } else if (make(batch)) {
                    rest = SHORTEST_REST;
                } else {
                    Duration asked = state.retryAfter();
                    TimeUnit.NANOSECONDS.sleep((asked == null ? rest : asked).toNanos());
                    rest = rest.multipliedBy(2).compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest.multipliedBy(2);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<Piece> missing() {
        return wanted.entrySet().stream()
                .filter(each -> !made.containsKey(each.getKey()) && !refused.contains(each.getKey()))
                .map(each -> each.getValue().getFirst())
                .limit(settings.batch())
                .toList();
    }

    /** @return whether the endpoint did its part */
    private boolean make(List<Piece> batch) throws InterruptedException {
        long start = System.nanoTime();
        try {
            keep(batch, endpoint.vectors(batch.stream().map(Piece::text).toList(), settings.batchPatience()));
            state.succeeded("articles", start);
            return true;
        } catch (EmbeddingFailure failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            if (failure.kind() == EmbeddingFailure.Kind.TEXT_REFUSED) {
                return oneByOne(batch, failure);
            }
            state.failed("articles", failure);
            LOG.warn("Vectors of articles cannot be made now: the endpoint {}", failure.getMessage());
            return false;
        }
    }

    /** One text that is too long must not keep the others from their vectors. */
    private boolean oneByOne(List<Piece> batch, EmbeddingFailure failure) throws InterruptedException {
        if (batch.size() == 1) {
            LOG.warn("The endpoint takes no text of {}: it {}", batch.getFirst().topic(), failure.getMessage());
            state.failed("articles", failure);
            refuse(batch.getFirst());
            return true;
        }
        boolean all = true;
        for (Piece each : batch) {
            all &= make(List.of(each));
        }
        return all;
    }

    private synchronized void refuse(Piece piece) {
        refused.add(Fingerprint.of(piece.text()));
    }

    private synchronized void keep(List<Piece> batch, List<float[]> fresh) throws EmbeddingFailure {
        Map<Fingerprint, float[]> now = new HashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            int size = vectors.size() == 0 ? fresh.get(i).length : vectors.dimension();
            now.put(Fingerprint.of(batch.get(i).text()), MeaningIndex.checked(fresh.get(i), size));
        }
        made.putAll(now);
        file.add(now);
        show();
    }
}
