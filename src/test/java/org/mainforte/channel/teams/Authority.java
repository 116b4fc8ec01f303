package org.mainforte.channel.teams;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** The sign-in of the Bot Framework in small: announces signing keys with endorsements, and signs what the connector sends. */
public final class Authority {
    public static final String ISSUER = "https://api.botframework.com";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final Map<String, RSAKey> keys = new ConcurrentHashMap<>();
    private final Map<String, List<String>> endorsements = new ConcurrentHashMap<>();
    public final AtomicInteger asked = new AtomicInteger();
    public volatile boolean down;
    public volatile List<String> algorithms = List.of("RS256");

    public Authority() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        serve(
                "/metadata",
                () -> Map.of(
                        "issuer", ISSUER,
                        "jwks_uri", base() + "/keys",
                        "id_token_signing_alg_values_supported", algorithms));
        serve(
                "/keys",
                () -> Map.of(
                        "keys",
                        keys.entrySet().stream()
                                .map(entry -> {
                                    Map<String, Object> key = new LinkedHashMap<>(
                                            entry.getValue().toPublicJWK().toJSONObject());
                                    key.put("endorsements", endorsements.getOrDefault(entry.getKey(), List.of()));
                                    return key;
                                })
                                .toList()));
        server.start();
        publish("key-1", List.of("msteams", "webchat"));
        publish("key-web", List.of("webchat"));
        publish("key-bare", List.of());
    }

    private interface Body {
        Object now();
    }

    private void serve(String path, Body body) {
        server.createContext(path, exchange -> {
            asked.incrementAndGet();
            byte[] bytes = JSON.writeValueAsString(body.now()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(down ? 503 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    public String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public RSAKey publish(String id, List<String> channels) {
        RSAKey key = fresh(id);
        endorsements.put(id, channels);
        keys.put(id, key);
        return key;
    }

    /** A key that is announced no more. */
    public void withdraw(String id) {
        keys.remove(id);
    }

    public static RSAKey fresh(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public RSAKey key(String id) {
        return java.util.Objects.requireNonNull(keys.get(id));
    }

    /** The claims of a good token. */
    public static JWTClaimsSet.Builder claims(String app, String serviceUrl) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(app)
                .claim("serviceurl", serviceUrl)
                .notBeforeTime(Date.from(Instant.now().minusSeconds(60)))
                .expirationTime(Date.from(Instant.now().plusSeconds(3600)));
    }

    public String token(String app, String serviceUrl) {
        return sign(key("key-1"), claims(app, serviceUrl).build());
    }

    public static String sign(RSAKey key, JWTClaimsSet claims) {
        return sign(
                key,
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                claims);
    }

    public static String sign(RSAKey key, JWSHeader header, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
