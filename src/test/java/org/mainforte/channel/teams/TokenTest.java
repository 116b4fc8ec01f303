package org.mainforte.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call {@code /api/messages}: every line of the connector's authentication rules, good and bad. */
class TokenTest extends TeamsTestBase {
    private static final RSAKey KEY = AUTHORITY.key("key-1");
    private static final RSAKey FOREIGN = Authority.fresh("key-1");

    @AfterEach
    void up() {
        AUTHORITY.down = false;
        AUTHORITY.algorithms = List.of("RS256");
    }

    /** A token that must not open the door, and the answers that are right for it. */
    @SuppressWarnings("ImmutableEnumChecker")
    enum Bad {
        NONE(401, claims -> null),
        NOT_BEARER(401, claims -> "Basic " + Authority.sign(KEY, claims.build())),
        TWO_PARTS(401, claims -> "Bearer " + Authority.sign(KEY, claims.build()).replaceAll("\\.[^.]*$", "")),
        NOT_A_TOKEN(401, claims -> "Bearer hello"),
        UNSIGNED(401, claims -> "Bearer " + new PlainJWT(claims.build()).serialize()),
        DUMMY_OF_THE_LOCAL_CLIENT(401, claims -> "Bearer " + dummy(claims.build())),
        SYMMETRIC(401, claims -> "Bearer " + symmetric(claims.build())),
        ELLIPTIC(401, claims -> "Bearer " + elliptic(claims.build())),
        LONGER_HASH(
                401,
                claims -> "Bearer "
                        + Authority.sign(
                                KEY,
                                new JWSHeader.Builder(JWSAlgorithm.RS512)
                                        .keyID("key-1")
                                        .build(),
                                claims.build())),
        NO_KEY_ID(401, claims -> "Bearer " + Authority.sign(KEY, new JWSHeader(JWSAlgorithm.RS256), claims.build())),
        UNKNOWN_KEY(401, claims -> "Bearer " + Authority.sign(Authority.fresh("key-9"), claims.build())),
        OTHER_KEY_SAME_ID(401, claims -> "Bearer " + Authority.sign(FOREIGN, claims.build())),
        KEY_IN_THE_TOKEN(401, claims -> "Bearer " + keyInside(claims.build())),
        ALTERED(401, claims -> "Bearer " + altered(claims.build())),
        OTHER_ISSUER(401, claims -> signed(claims.issuer("https://sts.windows.net/tenant-1/"))),
        ISSUER_WITH_SLASH(401, claims -> signed(claims.issuer("https://api.botframework.com/"))),
        NO_ISSUER(401, claims -> signed(claims.issuer(null))),
        OTHER_APP(403, claims -> signed(claims.audience("app-2"))),
        NO_AUDIENCE(403, claims -> signed(claims.audience((String) null))),
        EXPIRED(401, claims -> signed(claims.expirationTime(in(-6)))),
        WITHOUT_EXPIRY(401, claims -> signed(claims.expirationTime(null))),
        NOT_YET(401, claims -> signed(claims.notBeforeTime(in(6)))),
        NO_SERVICE_URL(403, claims -> signed(claims.claim("serviceurl", null))),
        OTHER_SERVICE_URL(403, claims -> signed(claims.claim("serviceurl", "https://smba.trafficmanager.net/emea/"))),
        SERVICE_URL_WITHOUT_SLASH(
                403,
                claims -> signed(claims.claim("serviceurl", TEAMS.serviceUrl().replaceAll("/$", "")))),
        NOT_ENDORSED(403, claims -> "Bearer " + Authority.sign(AUTHORITY.key("key-web"), claims.build())),
        WITHOUT_ENDORSEMENTS(403, claims -> "Bearer " + Authority.sign(AUTHORITY.key("key-bare"), claims.build()));

        interface Making {
            @Nullable
            String token(JWTClaimsSet.Builder good) throws JOSEException;
        }

        final int status;
        final Making making;

        Bad(int status, Making making) {
            this.status = status;
            this.making = making;
        }
    }

    @ParameterizedTest
    @EnumSource(Bad.class)
    void isRefusedAndLeavesNothing(Bad bad) throws JOSEException {
        TeamsPerson camille = teams("camille");
        String authorization = bad.making.token(Authority.claims(TeamsPerson.APP, TEAMS.serviceUrl()));
        assertThat(post(camille.message("mon vpn marche pas"), authorization)).isEqualTo(bad.status);
        Map<String, Object> click = camille.activity("invoke");
        click.put("name", "adaptiveCard/action");
        assertThat(post(click, authorization)).isEqualTo(bad.status);
        assertNothingLeft();
    }

    @Test
    void whereATokenSaysItsKeysAreIsNeverAsked() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer attacker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        attacker.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] keys = new JWKSet(FOREIGN.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        attacker.start();
        try {
            URI keys = URI.create("http://127.0.0.1:" + attacker.getAddress().getPort() + "/keys");
            for (String id : List.of("key-1", "attacker")) {
                JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(id)
                        .jwkURL(keys)
                        .x509CertURL(keys)
                        .build();
                JWTClaimsSet claims =
                        Authority.claims(TeamsPerson.APP, TEAMS.serviceUrl()).build();
                assertThat(post(teams("camille").message("x"), "Bearer " + Authority.sign(FOREIGN, header, claims)))
                        .isEqualTo(401);
            }
            assertThat(asked).hasValue(0);
            assertNothingLeft();
        } finally {
            attacker.stop(0);
        }
    }

    @Test
    void aTokenInTheQueryIsNoToken() {
        String token = AUTHORITY.token(TeamsPerson.APP, TEAMS.serviceUrl());
        assertThat(mainforte
                        .send(
                                "POST",
                                "/api/messages?access_token=" + token,
                                teams("camille").message("x"),
                                null,
                                null,
                                "fr")
                        .status())
                .isEqualTo(401);
        assertNothingLeft();
    }

    @Test
    void theDemosClockDoesNotMakeAnOldTokenYoung() {
        String expired =
                signed(Authority.claims(TeamsPerson.APP, TEAMS.serviceUrl()).expirationTime(in(-60)));
        int status = mainforte
                .send(
                        "POST",
                        "/api/messages",
                        teams("camille").message("x"),
                        expired.substring(7),
                        Instant.now()
                                .minusSeconds(7200)
                                .atOffset(java.time.ZoneOffset.UTC)
                                .toString(),
                        "fr")
                .status();
        assertThat(status).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"audience in a list", "expired four minutes ago", "valid in four minutes"})
    void isLetIn(String what) {
        JWTClaimsSet.Builder claims = Authority.claims(TeamsPerson.APP, TEAMS.serviceUrl());
        switch (what) {
            case "audience in a list" -> claims.audience(List.of("other", TeamsPerson.APP));
            case "expired four minutes ago" -> claims.expirationTime(in(-4));
            default -> claims.notBeforeTime(in(4));
        }
        TeamsPerson camille = teams("camille");
        assertThat(post(camille.message("mon vpn marche pas"), signed(claims))).isEqualTo(202);
        camille.reads("VPN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"webchat", "emulator", ""})
    void onlyTheEndorsedChannelOfTeams(String channel) {
        Map<String, Object> activity = teams("camille").message("x");
        activity.put("channelId", channel);
        assertThat(teams("camille").send(activity).status()).isEqualTo(403);
        activity.remove("channelId");
        assertThat(teams("camille").send(activity).status()).isEqualTo(403);
        assertNothingLeft();
    }

    @Test
    void onlyOurTenant() {
        TeamsPerson camille = teams("camille");
        Map<String, Object> other = camille.message("x");
        other.put("conversation", Map.of("id", "c", "tenantId", "tenant-2"));
        assertThat(camille.send(other).status()).isEqualTo(403);
        Map<String, Object> two = camille.message("x");
        two.put("channelData", Map.of("tenant", Map.of("id", "tenant-2")));
        assertThat(camille.send(two).status()).isEqualTo(403);
        Map<String, Object> none = camille.message("x");
        none.put("conversation", Map.of("id", "c"));
        none.remove("channelData");
        assertThat(camille.send(none).status()).isEqualTo(403);
        assertNothingLeft();
    }

    @Test
    void aServiceUrlThatIsNotAllowedGetsNoToken() {
        for (String evil :
                List.of("https://evil.example/", "http://127.0.0.1:9/emea/", "http://127.0.0.1@evil.example/")) {
            Map<String, Object> activity = teams("camille").message("x");
            activity.put("serviceUrl", evil);
            String token = signed(Authority.claims(TeamsPerson.APP, evil));
            assertThat(post(activity, token)).as(evil).isEqualTo(403);
        }
        assertNothingLeft();
    }

    @Test
    void unknownKeysAskAtMostOnceAMinute() {
        int before = AUTHORITY.asked.get();
        for (int i = 0; i < 20; i++) {
            String token = "Bearer "
                    + Authority.sign(
                            Authority.fresh("made-up-" + i),
                            Authority.claims(TeamsPerson.APP, TEAMS.serviceUrl())
                                    .build());
            assertThat(post(teams("camille").message("x"), token)).isEqualTo(401);
        }
        assertThat(AUTHORITY.asked.get() - before).as("metadata and keys, once").isLessThanOrEqualTo(2);
    }

    @Test
    void theKnownKeysHoldWhileTheMetadataIsDown() {
        AUTHORITY.down = true;
        assertThat(teams("camille").send(teams("camille").message("bonjour")).status())
                .isEqualTo(202);
        String unknown = "Bearer "
                + Authority.sign(
                        Authority.fresh("not-announced"),
                        Authority.claims(TeamsPerson.APP, TEAMS.serviceUrl()).build());
        assertThat(post(teams("camille").message("x"), unknown)).isEqualTo(401);
    }

    @Test
    void whatIsNoActivityIsRefusedWithoutATrace() {
        TeamsPerson camille = teams("camille");
        String token = AUTHORITY.token(TeamsPerson.APP, TEAMS.serviceUrl());
        for (String body :
                List.of("", "[]", "{", "null", "{\"type\":\"message\"}", "{\"a\":".repeat(60) + "1" + "}".repeat(60))) {
            assertThat(mainforte
                            .send("POST", "/api/messages", body, token, null, "fr")
                            .status())
                    .as(body)
                    .isEqualTo(400);
        }
        Map<String, Object> large = camille.message("x".repeat(300_000));
        assertThat(camille.send(large).status()).isEqualTo(413);
        assertNothingLeft();
    }

    private int post(Map<String, Object> activity, @Nullable String authorization) {
        var request = java.net.http.HttpRequest.newBuilder(URI.create(mainforte.base() + "/api/messages"))
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(FakeTeams.JSON.writeValueAsString(activity)));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            return http.send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        } catch (java.io.IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private void assertNothingLeft() {
        for (String table : List.of(
                "teams_activity",
                "teams_chat",
                "teams_link",
                "teams_outgoing",
                "teams_click",
                "feedback",
                "conversation",
                "message")) {
            assertThat(jdbc.sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(TEAMS.received).isEmpty();
    }

    private static Date in(int minutes) {
        return Date.from(Instant.now().plusSeconds(minutes * 60L));
    }

    private static String signed(JWTClaimsSet.Builder claims) {
        return "Bearer " + Authority.sign(KEY, claims.build());
    }

    /** As the local client signs in one of its modes: with a secret that everybody can read in its code. */
    private static String dummy(JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        token.sign(new MACSigner("a dummy secret of thirty-two bytes".getBytes(StandardCharsets.UTF_8)));
        return token.serialize();
    }

    /** Signed with our public key as if it were a shared secret. */
    private static String symmetric(JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1").build(), claims);
        token.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));
        return token.serialize();
    }

    private static String elliptic(JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("key-1").build(), claims);
        token.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
        return token.serialize();
    }

    /** Says itself where its key is. */
    private static String keyInside(JWTClaimsSet claims) {
        return Authority.sign(
                FOREIGN,
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID("key-1")
                        .jwk(FOREIGN.toPublicJWK())
                        .jwkURL(URI.create(AUTHORITY.base() + "/keys"))
                        .build(),
                claims);
    }

    private static String altered(JWTClaimsSet claims) {
        String[] good = Authority.sign(KEY, claims).split("\\.");
        String[] other = Authority.sign(
                        KEY, new JWTClaimsSet.Builder(claims).subject("me").build())
                .split("\\.");
        return good[0] + "." + other[1] + "." + good[2];
    }
}
