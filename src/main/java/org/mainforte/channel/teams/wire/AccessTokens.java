package org.mainforte.channel.teams.wire;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The token for our own calls (RFC 6749 §4.4, client credentials), from the bot's own tenant. Asked for once at a time, kept, and
 * renewed five minutes before it ends. Never logged.
 */
@Component
class AccessTokens {
    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final String MULTI_TENANT = "botframework.com";
    private static final int LARGEST = 256 * 1024;

    private record Token(String value, Instant renewAt) {}

    private final TeamsSettings settings;
    private final AppCredential credential;
    private final JsonMapper json;
    private final Clock clock;
    private final RestClient web;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Token token;

    AccessTokens(TeamsSettings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.credential = new AppCredential(settings);
        this.json = json;
        this.clock = clock;
        this.web = Web.client(settings.callTimeout());
    }

    /** @throws IOException when none can be had now */
    String get() throws IOException {
        Token held = token;
        if (held != null && clock.instant().isBefore(held.renewAt())) {
            return held.value();
        }
        return ask(held);
    }

    /** Another token than one that was refused. */
    String insteadOf(String refused) throws IOException {
        Token held = token;
        return held == null || held.value().equals(refused) ? ask(held) : held.value();
    }

    private String ask(@Nullable Token before) throws IOException {
        asking.lock();
        try {
            Token now = token;
            if (now == null || now == before) {
                now = fetch();
                token = now;
            }
            return now.value();
        } finally {
            asking.unlock();
        }
    }

    private Token fetch() throws IOException {
        String tenant = settings.tenantId().isBlank() ? MULTI_TENANT : settings.tenantId();
        String url = settings.tokenUrl().replace("{tenant}", Connector.encoded(tenant));
        Instant asked = clock.instant();
        String form = "grant_type=client_credentials&client_id=" + Connector.encoded(settings.appId()) + "&scope="
                + Connector.encoded(settings.tokenScope()) + credential.fields(url, asked);
        try {
            JsonNode answer = web.post()
                    .uri(URI.create(url))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .exchange((request, response) -> {
                        byte[] body = Web.read(response.getBody(), LARGEST);
                        if (!response.getStatusCode().is2xxSuccessful()) {
                            throw new IOException(
                                    "the sign-in answered " + response.getStatusCode() + " " + errorCode(body));
                        }
                        return json.readTree(body);
                    });
            String value = answer == null ? "" : answer.path("access_token").asString("");
            if (value.isEmpty()) {
                throw new IOException("the sign-in answered without a token");
            }
            Duration valid = Duration.ofSeconds(answer.path("expires_in").asLong(3600));
            Duration early = valid.compareTo(EARLY.multipliedBy(2)) > 0 ? EARLY : valid.dividedBy(2);
            return new Token(value, asked.plus(valid).minus(early));
        } catch (RestClientException | JacksonException failure) {
            throw new IOException("No token from " + URI.create(url).getHost() + ": " + failure.getMessage(), failure);
        }
    }

    /** The code of an error (RFC 6749 §5.2), never its description, which quotes what was sent. */
    private String errorCode(byte[] body) {
        try {
            return json.readTree(body).path("error").asString("").replaceAll("[^a-z_]", "");
        } catch (JacksonException page) {
            return "";
        }
    }
}
