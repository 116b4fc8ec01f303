package org.mainforte.channel.teams.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls to Teams (Bot Connector REST API, version 3). One call each time; who calls decides about repeating. */
@Component
public class Connector {
    private static final Logger LOG = LoggerFactory.getLogger(Connector.class);
    private static final Set<Integer> TRY_LATER = Set.of(408, 412, 429, 500, 502, 503, 504);
    private static final int LARGEST = 64 * 1024;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final TeamsSettings settings;
    private final Endpoints endpoints;
    private final AccessTokens tokens;
    private final JsonMapper json;
    private final Clock clock;
    private final RestClient web;

    Connector(TeamsSettings settings, Endpoints endpoints, AccessTokens tokens, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.endpoints = endpoints;
        this.tokens = tokens;
        this.json = json;
        this.clock = clock;
        this.web = Web.client(settings.callTimeout());
    }

    /** What became of a call. */
    public enum Outcome {
        /** It was done. */
        DONE,
        /** It was not done; it may be tried again. */
        LATER,
        /** Nobody knows whether it was done: the answer was lost. */
        UNKNOWN,
        /** The conversation is not there for us any more: blocked, or not installed. */
        GONE,
        /** It will never be done like this. */
        REFUSED
    }

    /**
     * The answer to a call.
     *
     * @param id the id Teams gave, if any
     * @param code Teams' own word for an error, if any
     * @param message Teams' sentence for an error, if any
     * @param after how long Teams asks us to wait
     */
    public record Answer(
            Outcome outcome,
            int status,
            @Nullable String id,
            @Nullable String code,
            @Nullable String message,
            @Nullable Duration after) {
        static Answer without(Outcome outcome) {
            return new Answer(outcome, 0, null, null, null, null);
        }
    }

    /** Sends a new activity to a chat. */
    public Answer post(String serviceUrl, String chat, String activity) {
        return call(HttpMethod.POST, url(serviceUrl, chat), activity, serviceUrl);
    }

    /** Puts an activity in the place of one sent before. */
    public Answer put(String serviceUrl, String chat, String id, String activity) {
        return call(HttpMethod.PUT, url(serviceUrl, chat) + "/" + encoded(id), activity, serviceUrl);
    }

    public Answer delete(String serviceUrl, String chat, String id) {
        return call(HttpMethod.DELETE, url(serviceUrl, chat) + "/" + encoded(id), null, serviceUrl);
    }

    /** A service URL has a path and often a slash at its end; ids of Teams hold characters that mean something in a path. */
    static String url(String serviceUrl, String chat) {
        return serviceUrl.replaceAll("/+$", "") + "/v3/conversations/" + encoded(chat) + "/activities";
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    /** The token, for fetching a picture that the connector itself holds; null when none is needed. */
    @Nullable
    String tokenFor(String url) throws IOException {
        return settings.connected() && endpoints.service(url) ? tokens.get() : null;
    }

    private Answer call(HttpMethod method, String url, @Nullable String body, String serviceUrl) {
        if (!endpoints.service(serviceUrl)) {
            LOG.error("Not calling {}: it is not among mainforte.teams.service-urls", serviceUrl);
            return Answer.without(Outcome.REFUSED);
        }
        String token;
        try {
            token = settings.connected() ? tokens.get() : null;
        } catch (IOException none) {
            LOG.warn("No token for Teams: {}", none.getMessage());
            return Answer.without(Outcome.LATER);
        }
        Answer answer = exchange(method, url, body, token);
        if (answer.status() != 401 || token == null) {
            return answer;
        }
        try {
            return exchange(method, url, body, tokens.insteadOf(token));
        } catch (IOException none) {
            LOG.warn("No other token for Teams: {}", none.getMessage());
            return Answer.without(Outcome.LATER);
        }
    }

    private Answer exchange(HttpMethod method, String url, @Nullable String body, @Nullable String token) {
        try {
            RestClient.RequestBodySpec request = web.method(method).uri(URI.create(url));
            if (token != null) {
                request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
            }
            if (body != null) {
                request.contentType(MediaType.APPLICATION_JSON).body(body.getBytes(StandardCharsets.UTF_8));
            }
            Answer answer = request.exchange((sent, response) -> read(response));
            return answer == null ? Answer.without(Outcome.UNKNOWN) : answer;
        } catch (RestClientException failure) {
            Outcome outcome = neverArrived(failure) ? Outcome.LATER : Outcome.UNKNOWN;
            LOG.warn("Teams cannot be reached: {}", Web.kind(failure));
            return Answer.without(outcome);
        }
    }

    private static boolean neverArrived(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnknownHostException
                    || cause instanceof InterruptedIOException && cause.getMessage() == null) {
                return true;
            }
        }
        return false;
    }

    private Answer read(ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        JsonNode body = body(response);
        String id = body.path("id").asString(null);
        JsonNode error = body.path("error");
        return new Answer(
                outcome(status),
                status,
                id,
                error.path("code").asString(body.path("code").asString(null)),
                error.path("message").asString(null),
                after(response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)));
    }

    private JsonNode body(ClientHttpResponse response) throws IOException {
        byte[] bytes = Web.read(response.getBody(), LARGEST);
        try {
            return json.readTree(bytes.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : bytes);
        } catch (JacksonException page) {
            return json.createObjectNode();
        }
    }

    private static Outcome outcome(int status) {
        if (status >= 200 && status < 300) {
            return Outcome.DONE;
        }
        if (TRY_LATER.contains(status)) {
            return Outcome.LATER;
        }
        return status == 403 || status == 404 ? Outcome.GONE : Outcome.REFUSED;
    }

    private @Nullable Duration after(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            Duration wait = header.matches("\\d{1,6}")
                    ? Duration.ofSeconds(Long.parseLong(header))
                    : Duration.between(
                            clock.instant(),
                            Instant.from(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)));
            return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        } catch (DateTimeException malformed) {
            return null;
        }
    }
}
