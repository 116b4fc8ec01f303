package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainforte.people.SessionTokens;
import org.springframework.beans.factory.annotation.Autowired;

class SignInContractTest extends JourneyTestBase {
    @Autowired
    private SessionTokens tokens;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/conversations",
                "/api/conversations/00000000-0000-0000-0000-000000000000",
                "/api/conversations/00000000-0000-0000-0000-000000000000/events",
                "/api/tickets",
                "/api/appointments",
                "/api/appointments/slots",
                "/api/requests"
            })
    void withoutATokenNothingIsRead(String path) {
        assertProblem(mainforte.send("GET", path, null, null, null, "fr"), 401, "not-signed-in");
        assertProblem(mainforte.send("GET", path, null, "not.a.token", null, "fr"), 401, "not-signed-in");
    }

    @Test
    void withoutATokenNothingIsDone() {
        assertProblem(mainforte.send("POST", "/api/conversations", Map.of(), null, null, "fr"), 401, "not-signed-in");
        assertProblem(mainforte.send("POST", "/api/appointments", Map.of(), null, null, "fr"), 401, "not-signed-in");
    }

    @Test
    void aTokenWithoutSignatureIsForged() {
        refused(new PlainJWT(camille()).serialize());
    }

    @Test
    void aTokenSignedByAnotherKeyIsForged() throws JOSEException {
        RSAKey other = new RSAKeyGenerator(2048).keyID(keyId()).generate();
        refused(signed(JWSAlgorithm.RS256, new RSASSASigner(other)));
    }

    /** The confusion of algorithms: a public key is no secret (RFC 8725, section 2.1). */
    @Test
    void aTokenSignedWithThePublicKeyAsSecretIsForged() throws JOSEException {
        refused(signed(JWSAlgorithm.HS256, new MACSigner(tokens.publicKey().getEncoded())));
    }

    @Test
    void aTokenWithOtherClaimsUnderAnOldSignatureIsForged() {
        String[] genuine = mainforte.person("camille").token().split("\\.", -1);
        String[] forged = new PlainJWT(camille()).serialize().split("\\.", -1);
        refused(genuine[0] + "." + forged[1] + "." + genuine[2]);
    }

    @Test
    void aPersonWhoIsGoneIsNotSignedIn() {
        Person camille = on("camille");
        mainforte.world(
                "{\"people\":[{\"id\":\"zoe\",\"name\":\"Zoé\",\"role\":\"employee\",\"site\":\"dijon\",\"language\":\"fr\"}]}");
        assertProblem(camille.get("/api/conversations"), 401, "unknown-person");
        assertProblem(
                mainforte.send("POST", "/api/demo/sessions", Map.of("person", "camille"), null, null, "fr"),
                404,
                "not-found");
    }

    @Test
    void theDemoHasItsPeople() {
        List<String> sites =
                Chat.list(mainforte
                                .send("GET", "/api/demo/people", null, null, null, "fr")
                                .json())
                        .stream()
                        .filter(person -> person.path("role").asString().equals("employee"))
                        .map(person -> person.path("site").asString())
                        .toList();
        assertThat(sites).containsAll(List.of("strasbourg", "nancy", "dijon")).hasSizeGreaterThanOrEqualTo(6);
    }

    private void refused(String token) {
        assertProblem(mainforte.send("GET", "/api/conversations", null, token, null, "fr"), 401, "not-signed-in");
    }

    private String keyId() {
        try {
            String id = SignedJWT.parse(mainforte.person("camille").token())
                    .getHeader()
                    .getKeyID();
            return id == null ? "" : id;
        } catch (ParseException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private String signed(JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        var token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId()).build(), camille());
        token.sign(signer);
        return token.serialize();
    }

    private static JWTClaimsSet camille() {
        return new JWTClaimsSet.Builder()
                .issuer(SessionTokens.ISSUER)
                .subject("camille")
                .claim("roles", List.of("manager"))
                .expirationTime(new Date(System.currentTimeMillis() + 600_000))
                .build();
    }
}
