package org.mainforte.knowledge.embedding;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mainforte.knowledge.embedding.EmbeddingFailure.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the endpoint for vectors ({@code POST …/embeddings} of OpenAI's interface, which others speak too) and believes nothing: the
 * number of vectors, their order, size and every number in them are checked. Follows no redirects. One deadline holds for the whole
 * call, so that an answer that trickles is as late as one that never comes.
 */
final class Endpoint implements AutoCloseable {
    private static final long LARGEST_ANSWER = 16_000_000;
    private static final int LARGEST_VECTOR = 8_192;
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);

    private final EmbeddingSettings settings;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client = HttpClient.newBuilder()
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Endpoint(EmbeddingSettings settings) {
        this.settings = settings;
    }

    /**
     * The vectors of texts, in their order, each of length 1.
     *
     * @param patience for everything together
     */
    List<float[]> vectors(List<String> texts, Duration patience) throws EmbeddingFailure {
        CompletableFuture<HttpResponse<byte[]>> call = client.sendAsync(
                request(texts, patience), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        try {
            return read(call.get(patience.toMillis(), TimeUnit.MILLISECONDS), texts.size());
        } catch (TimeoutException late) {
            throw new EmbeddingFailure(Kind.SLOW, "no answer within " + patience.toMillis() + " ms");
        } catch (ExecutionException failed) {
            throw failure(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new EmbeddingFailure(Kind.SLOW, "stopped while waiting");
        } finally {
            call.cancel(true);
        }
    }

    private HttpRequest request(List<String> texts, Duration patience) {
        byte[] body = json.writeValueAsBytes(Map.of("model", settings.model(), "input", texts));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.address()))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        String key = settings.key();
        // Azure's older interface reads its own header; others ignore it
        return key == null
                ? request.build()
                : request.header("Authorization", "Bearer " + key)
                        .header("api-key", key)
                        .build();
    }

    private static EmbeddingFailure failure(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof java.net.http.HttpTimeoutException) {
            return new EmbeddingFailure(Kind.SLOW, "no answer in time");
        }
        return new EmbeddingFailure(
                Kind.UNREACHABLE,
                cause instanceof IOException
                        ? "cannot be reached (" + cause.getClass().getSimpleName() + ")"
                        : "cannot be called");
    }

    private List<float[]> read(HttpResponse<byte[]> answer, int texts) throws EmbeddingFailure {
        int status = answer.statusCode();
        if (status == 429 || status == 503) {
            throw new EmbeddingFailure(Kind.BUSY, "answers " + status, retryAfter(answer));
        }
        if (status == 400 || status == 413 || status == 422) {
            throw new EmbeddingFailure(Kind.TEXT_REFUSED, "answers " + status);
        }
        if (status != 200) {
            throw new EmbeddingFailure(Kind.REFUSED, "answers " + status);
        }
        try {
            return vectors(json.readTree(answer.body()).path("data"), texts);
        } catch (JacksonException nonsense) {
            throw new EmbeddingFailure(Kind.NONSENSE, "answers what is no JSON: " + beginning(answer));
        }
    }

    /** The type tells a sign-in page from a broken answer without quoting either. */
    private static String beginning(HttpResponse<byte[]> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("no content type");
        return answer.body().length + " bytes of " + type.replaceAll("[^a-zA-Z0-9/;=. _-]", "?");
    }

    private static Duration retryAfter(HttpResponse<?> answer) {
        long seconds = answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(Long::parseLong)
                .orElse(10L);
        Duration wanted = Duration.ofSeconds(seconds);
        return wanted.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : wanted;
    }

    private static List<float[]> vectors(JsonNode data, int texts) throws EmbeddingFailure {
        if (!data.isArray() || data.size() != texts) {
            throw new EmbeddingFailure(Kind.NONSENSE, "answers %d vectors for %d texts".formatted(data.size(), texts));
        }
        float[][] vectors = new float[texts][];
        var seen = new BitSet(texts);
        int place = 0;
        for (JsonNode each : data) {
            int index = each.path("index").asInt(place++);
            if (index < 0 || index >= texts || seen.get(index)) {
                throw new EmbeddingFailure(Kind.NONSENSE, "numbers its vectors wrongly");
            }
            seen.set(index);
            vectors[index] = vector(each.path("embedding"));
        }
        List<float[]> inOrder = List.of(vectors);
        if (inOrder.stream().mapToInt(vector -> vector.length).distinct().count() > 1) {
            throw new EmbeddingFailure(Kind.NONSENSE, "answers vectors of different sizes");
        }
        return inOrder;
    }

    private static float[] vector(JsonNode numbers) throws EmbeddingFailure {
        if (!numbers.isArray() || numbers.isEmpty() || numbers.size() > LARGEST_VECTOR) {
            throw new EmbeddingFailure(Kind.NONSENSE, "answers something else than vectors");
        }
        float[] vector = new float[numbers.size()];
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            JsonNode number = numbers.get(i);
            vector[i] = number.isNumber() ? (float) number.doubleValue() : Float.NaN;
            square += (double) vector[i] * vector[i];
        }
        if (!(square > 0) || Double.isInfinite(square)) {
            throw new EmbeddingFailure(Kind.NONSENSE, "answers vectors that are no numbers, or all zero");
        }
        double length = Math.sqrt(square);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
