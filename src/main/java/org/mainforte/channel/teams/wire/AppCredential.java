package org.mainforte.channel.teams.wire;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/**
 * How the app proves itself to Entra: its secret, or an assertion signed with its certificate's key (RFC 7523; Microsoft identity
 * platform, “certificate credentials”).
 */
final class AppCredential {
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration VALID = Duration.ofMinutes(5);

    private final TeamsSettings settings;

    AppCredential(TeamsSettings settings) {
        this.settings = settings;
    }

    /** The fields of the token request that prove who asks. */
    String fields(String tokenUrl, Instant now) throws IOException {
        if (settings.appCertificate().isBlank()) {
            return "&client_secret=" + Connector.encoded(settings.appSecret());
        }
        return "&client_assertion_type=" + Connector.encoded(ASSERTION) + "&client_assertion="
                + assertion(tokenUrl, now);
    }

    private String assertion(String tokenUrl, Instant now) throws IOException {
        String pem = Files.readString(Path.of(settings.appCertificate()));
        try {
            X509Certificate certificate = X509CertUtils.parse(pem);
            RSAKey key = JWK.parseFromPEMEncodedObjects(pem.substring(pem.indexOf("-----BEGIN PRIVATE KEY-----")))
                    .toRSAKey();
            if (certificate == null) {
                throw new IOException("no certificate");
            }
            byte[] thumb = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            JWTClaimsSet claims = new JWTClaimsSet.Builder()
                    .issuer(settings.appId())
                    .subject(settings.appId())
                    .audience(tokenUrl)
                    .jwtID(UUID.randomUUID().toString())
                    .notBeforeTime(Date.from(now))
                    .expirationTime(Date.from(now.plus(VALID)))
                    .build();
            SignedJWT assertion = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.PS256)
                            .x509CertSHA256Thumbprint(Base64URL.encode(thumb))
                            .build(),
                    claims);
            assertion.sign(new RSASSASigner(key));
            return assertion.serialize();
        } catch (JOSEException
                | CertificateEncodingException
                | NoSuchAlgorithmException
                | StringIndexOutOfBoundsException unusable) {
            throw new IOException(
                    "mainforte.teams.app-certificate needs a certificate and its PKCS #8 RSA key", unusable);
        }
    }
}
