package org.mainforte.advisor.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The language model, any OpenAI-compatible endpoint. Without a name and a base URL or a key there is none, and the product works
 * without.
 *
 * @param enabled off keeps every call from being made; see also {@link ModelSwitch}
 * @param baseUrl up to and with {@code /v1}; OpenAI's own when only a key is given
 * @param name the model's name as the endpoint calls it
 * @param connect how long a connection may take to be made
 * @param firstToken how long the first token of an answer may take
 * @param stall how long nothing may come after that
 * @param turn how long one turn may take in all
 * @param turnTokens how many tokens one turn may use, input and output together
 * @param personTokens the same for one person in one day
 * @param dayTokens the same for everybody in one day
 * @param connections how many streams at once
 */
@ConfigurationProperties("mainforte.model")
public record ModelSettings(
        @DefaultValue("true") boolean enabled,
        @Nullable String baseUrl,
        @Nullable String apiKey,
        @Nullable String name,
        @DefaultValue("3s") Duration connect,
        @DefaultValue("8s") Duration firstToken,
        @DefaultValue("10s") Duration stall,
        @DefaultValue("60s") Duration turn,
        @DefaultValue("60000") long turnTokens,
        @DefaultValue("300000") long personTokens,
        @DefaultValue("20000000") long dayTokens,
        @DefaultValue("1000") int connections) {

    boolean configured() {
        return enabled && given(name) && (given(baseUrl) || given(apiKey));
    }

    String address() {
        return given(baseUrl) ? String.valueOf(baseUrl).strip() : "https://api.openai.com/v1";
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "ModelSettings[" + name + " at " + address() + (enabled ? "" : ", disabled") + "]";
    }
}
