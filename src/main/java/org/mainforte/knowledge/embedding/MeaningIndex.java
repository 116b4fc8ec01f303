package org.mainforte.knowledge.embedding;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Finds topics by what a question means. Whatever happens to the endpoint, nobody waits for it longer than the settings say and
 * nobody is told: there is a list of topics or there is none.
 */
@Component
public class MeaningIndex implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MeaningIndex.class);
    private static final int REMEMBERED = 256;

    private final EmbeddingSettings settings;
    private final EmbeddingState state;
    private final @Nullable Endpoint endpoint;
    private final @Nullable VectorStock stock;
    /** The questions asked last: deciding, searching and asking again need the same vector. */
    private final Map<String, float[]> asked =
            Collections.synchronizedMap(new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
                    return size() > REMEMBERED;
                }
            });

    private volatile @Nullable Thread thread;

    MeaningIndex(EmbeddingSettings settings, @Value("${mainforte.data-dir}") Path data, MeterRegistry registry) {
        this.settings = settings;
        this.state = new EmbeddingState(registry);
        if (settings.configured()) {
            LOG.info("Questions are also found by their meaning: {}", settings);
            endpoint = new Endpoint(settings);
            stock = new VectorStock(settings, endpoint, new VectorFile(data, settings.model()), state);
            registry.gauge("mainforte.embedding.texts", stock, VectorStock::wanted);
            registry.gauge(
                    "mainforte.embedding.vectors", stock, all -> all.vectors().size());
        } else {
            endpoint = null;
            stock = null;
        }
    }

    /** Whether an endpoint is configured at all. */
    public boolean isConfigured() {
        return settings.configured();
    }

    /** From now on these are the texts of the topics. Their vectors follow in the background; those of others are no longer used. */
    public void learn(List<Piece> pieces) {
        if (stock != null) {
            stock.want(pieces);
        }
    }

    /**
     * All topics allowed that have a vector, the nearest to the question first; empty when there is no vector for the question.
     *
     * @param question without anything personal: it leaves the house
     */
    public List<Near> nearest(String question, Predicate<String> allowed) {
        if (stock == null || stock.vectors().size() == 0 || question.isBlank()) {
            return List.of();
        }
        Vectors known = stock.vectors();
        return vector(question, known.dimension())
                .map(vector -> known.nearest(vector, allowed))
                .orElse(List.of());
    }

    private Optional<float[]> vector(String question, int size) {
        float[] known = asked.get(question);
        if (known != null && known.length == size) {
            return Optional.of(known);
        }
        float[] fresh = endpoint == null
                ? null
                : state.ask(() -> checked(
                        endpoint.vectors(List.of(question), settings.patience()).getFirst(), size));
        if (fresh != null) {
            asked.put(question, fresh);
        }
        return Optional.ofNullable(fresh);
    }

    static float[] checked(float[] vector, int size) throws EmbeddingFailure {
        if (vector.length != size) {
            throw new EmbeddingFailure(
                    EmbeddingFailure.Kind.NONSENSE,
                    "answers vectors of %d numbers where those kept have %d; if the model behind the name has changed, delete the file embeddings-*.bin and start again"
                            .formatted(vector.length, size));
        }
        return vector;
    }

    /** How it is doing, in one sentence for an operator. */
    public String condition() {
        if (stock == null) {
            return "not configured";
        }
        String trouble = state.trouble();
        String progress =
                "%d of %d texts have vectors".formatted(stock.vectors().size(), stock.wanted());
        return trouble == null
                ? progress
                : "%s; the endpoint %s%s; questions are found by their words"
                        .formatted(progress, trouble, state.resting() ? " and is left alone for half a minute" : "");
    }

    /** Whether something went wrong last. */
    public boolean isTroubled() {
        return state.trouble() != null;
    }

    @Override
    public void start() {
        if (stock != null) {
            thread = Thread.ofVirtual().name("embedding").start(stock::work);
        }
    }

    @Override
    public void stop() {
        Thread working = thread;
        thread = null;
        if (working != null) {
            working.interrupt();
        }
        if (endpoint != null) {
            endpoint.close();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
