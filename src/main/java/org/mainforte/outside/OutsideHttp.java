package org.mainforte.outside;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * HTTP to one outside system. What is not an answer (no connection, too slow, cut off, 408, 429, 5xx) is {@link Unavailable};
 * every other status is given back. Redirects are not followed: they would take the credentials elsewhere.
 */
public final class OutsideHttp {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_BODY = 20_000_000;
    private static final int GATEWAY_TIMEOUT = 504;
    /** Methods that change nothing: an unknown outcome does no harm. */
    private static final Set<String> READS = Set.of("GET", "PROPFIND", "REPORT");

    private final String base;
    private final Map<String, String> headers;
    private final OutsideSettings settings;
    private final @Nullable RestClient kept;

    /** @param base the address that every path is appended to, without a slash at its end */
    public OutsideHttp(String base, Map<String, String> headers, OutsideSettings settings) {
        this(base, headers, settings, true);
    }

    /**
     * @param keepsConnections whether a connection serves several requests. Not for servers that answer by HTTP/1.0 and close
     *     without a word (Radicale's own): the JDK's client takes such a connection for open, and the next request is lost
     */
    public OutsideHttp(String base, Map<String, String> headers, OutsideSettings settings, boolean keepsConnections) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        this.headers = Map.copyOf(headers);
        this.settings = settings;
        kept = keepsConnections ? rest(connections()) : null;
    }

    private HttpClient connections() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private RestClient rest(HttpClient connections) {
        var factory = new JdkClientHttpRequestFactory(connections);
        factory.setReadTimeout(settings.readTimeout());
        return RestClient.builder()
                .requestFactory(factory)
                .defaultHeaders(all -> headers.forEach(all::set))
                .build();
    }

    /** An answer; {@code etag} and {@code location} are its headers of that name. */
    public record Answer(
            int status,
            byte[] body,
            @Nullable String etag,
            @Nullable String location) {
        public boolean ok() {
            return status / 100 == 2;
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** @throws Unavailable when it is not JSON, as of a proxy's page in between */
        public JsonNode json() {
            try {
                // Decoded by us: a file name in another encoding must not make the whole answer unreadable.
                return JSON.readTree(text());
            } catch (JacksonException half) {
                throw new Unavailable("An answer is not JSON", half);
            }
        }
    }

    public Answer get(String path) {
        return send("GET", path, Map.of(), null);
    }

    /** Sends a JSON body. */
    public Answer send(String method, String path, Object body) {
        return send(method, path, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(body));
    }

    /**
     * @param path appended to the base, already encoded
     * @throws Unavailable when there is no answer
     */
    public Answer send(String method, String path, Map<String, String> headers, byte @Nullable [] body) {
        if (kept != null) {
            return send(kept, method, path, headers, body);
        }
        HttpClient once = connections();
        try {
            return send(rest(once), method, path, headers, body);
        } finally {
            once.shutdownNow();
        }
    }

    private Answer send(
            RestClient client, String method, String path, Map<String, String> more, byte @Nullable [] body) {
        URI uri = URI.create(base + path);
        String what = method + " " + uri.getPath();
        try {
            RestClient.RequestBodySpec request =
                    client.method(HttpMethod.valueOf(method)).uri(uri).headers(all -> more.forEach(all::set));
            if (body != null) {
                request.body(body);
            }
            return Objects.requireNonNull(
                    request.exchange((sent, response) -> answer(method, what, response)), "an answer");
        } catch (RestClientException broken) {
            throw timedOut(broken) && !READS.contains(method)
                    ? Unavailable.unanswered(what + ": " + broken.getMessage(), broken)
                    : new Unavailable(what + ": " + broken.getMessage(), broken);
        }
    }

    /** Whether the request was on its way and nothing came back. */
    private static boolean timedOut(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpTimeoutException) {
                return !(cause instanceof HttpConnectTimeoutException);
            }
        }
        return false;
    }

    private static Answer answer(String method, String what, ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        HttpHeaders headers = response.getHeaders();
        if (status == GATEWAY_TIMEOUT && !READS.contains(method)) {
            throw Unavailable.unanswered(what + " answered " + status, null);
        }
        if (status >= 500 || status == 429 || status == 408) {
            throw new Unavailable(what + " answered " + status, null, retryAfter(headers.getFirst("Retry-After")));
        }
        try (InputStream in = response.getBody()) {
            byte[] body = in.readNBytes(LONGEST_BODY + 1);
            if (body.length > LONGEST_BODY) {
                throw new Refused(what + " answered more than " + LONGEST_BODY + " bytes");
            }
            return new Answer(status, body, headers.getFirst("ETag"), headers.getFirst("Location"));
        }
    }

    /** Seconds or a date (RFC 9110, 10.2.3); null when there is none or it cannot be read. */
    static @Nullable Duration retryAfter(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            String value = header.strip();
            return value.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : positive(Duration.between(
                            Instant.now(), ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Duration positive(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
