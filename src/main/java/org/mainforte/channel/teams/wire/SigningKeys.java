package org.mainforte.channel.teams.wire;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The signing keys of an issuer (RFC 7517) with the channels each may speak for ({@code endorsements}). Kept for a day; an unknown
 * key id makes us look again, at most once a minute; when looking fails the known keys still hold.
 */
final class SigningKeys {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LOOKS_APART = Duration.ofMinutes(1);
    private static final Duration LOOKS_APART_WHEN_EMPTY = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int LARGEST = 1024 * 1024;

    /** A key, and the channels it may sign for. */
    record Key(RSAPublicKey key, Set<String> endorsements) {}

    private record Known(Map<String, Key> keys, Set<String> algorithms, Instant at) {}

    private final String metadataUrl;
    private final JsonMapper json;
    private final Clock clock;
    private final RestClient web = Web.client(TIMEOUT);
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Known known = new Known(Map.of(), Set.of(), Instant.EPOCH);
    private volatile @Nullable Instant lookedAt;

    /** @param metadataUrl where the issuer announces them (OpenID Connect discovery) */
    SigningKeys(String metadataUrl, JsonMapper json, Clock clock) {
        this.metadataUrl = metadataUrl;
        this.json = json;
        this.clock = clock;
    }

    /** The key with this id, if the issuer has announced it. */
    Optional<Key> find(String id) {
        Known now = known;
        boolean fresh = clock.instant().isBefore(now.at().plus(KEPT));
        if (!fresh || !now.keys().containsKey(id)) {
            look(now);
        }
        return Optional.ofNullable(known.keys().get(id));
    }

    /** Whether the issuer says that it signs with this algorithm. */
    boolean announces(String algorithm) {
        return known.algorithms().contains(algorithm);
    }

    private void look(Known before) {
        looking.lock();
        try {
            if (known != before || !mayLook()) {
                return;
            }
            lookedAt = clock.instant();
            known = fetch();
        } catch (IOException
                | RestClientException
                | JacksonException
                | ParseException
                | JOSEException
                | IllegalArgumentException failure) {
            LOG.warn("Signing keys cannot be read from {}: {}", metadataUrl, failure.toString());
        } finally {
            looking.unlock();
        }
    }

    private boolean mayLook() {
        Instant last = lookedAt;
        Duration apart = known.keys().isEmpty() ? LOOKS_APART_WHEN_EMPTY : LOOKS_APART;
        return last == null || !clock.instant().isBefore(last.plus(apart));
    }

    private Known fetch() throws IOException, ParseException, JOSEException {
        JsonNode metadata = get(metadataUrl);
        String keysAt = metadata.path("jwks_uri").asString("");
        if (!Endpoints.announced(metadataUrl, keysAt)) {
            throw new IOException("The metadata announces keys at “" + keysAt + "”, which is not https");
        }
        Map<String, Key> keys = new HashMap<>();
        for (JsonNode key : get(keysAt).path("keys")) {
            if (key.path("kty").asString("").equals("RSA") && key.has("kid")) {
                RSAKey rsa = RSAKey.parse(json.writeValueAsString(key));
                keys.put(key.path("kid").asString(), new Key(rsa.toRSAPublicKey(), texts(key.path("endorsements"))));
            }
        }
        if (keys.isEmpty()) {
            throw new IOException("There is no RSA key at " + keysAt);
        }
        return new Known(
                Map.copyOf(keys), texts(metadata.path("id_token_signing_alg_values_supported")), clock.instant());
    }

    private JsonNode get(String url) throws IOException {
        byte[] body = web.get().uri(URI.create(url)).exchange((request, response) -> {
            if (!response.getStatusCode().is2xxSuccessful()) {
                throw new IOException(url + " answered " + response.getStatusCode());
            }
            return Web.read(response.getBody(), LARGEST);
        });
        return json.readTree(body);
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.toUnmodifiableSet());
    }
}
