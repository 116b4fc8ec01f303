package org.mainforte.knowledge.embedding;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An OpenAI-compatible endpoint that makes vectors of texts. Without a name and a base URL or a key there is none, and questions
 * are found by their words alone.
 *
 * @param baseUrl up to and with {@code /v1}; OpenAI's own when only a key is given
 * @param name the model's name as the endpoint calls it
 * @param patience how long the vector of a question is waited for; after that the words alone decide
 * @param batch how many texts are sent at once in the background
 * @param batchPatience how long such a batch may take
 */
@ConfigurationProperties("mainforte.embedding")
public record EmbeddingSettings(
        @Nullable String baseUrl,
        @Nullable String apiKey,
        @Nullable String name,
        @DefaultValue("800ms") Duration patience,
        @DefaultValue("32") int batch,
        @DefaultValue("60s") Duration batchPatience) {

    boolean configured() {
        return given(name) && (given(baseUrl) || given(apiKey));
    }

    String model() {
        return String.valueOf(name).strip();
    }

    /** Where vectors are asked for. */
    String address() {
        String base = given(baseUrl) ? String.valueOf(baseUrl).strip() : "https://api.openai.com/v1";
        return base.replaceFirst("/+$", "") + "/embeddings";
    }

    @Nullable
    String key() {
        return given(apiKey) ? String.valueOf(apiKey).strip() : null;
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return configured() ? "EmbeddingSettings[" + model() + " at " + address() + "]" : "EmbeddingSettings[none]";
    }
}
