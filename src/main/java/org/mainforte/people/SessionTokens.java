package org.mainforte.people;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ConversationId;
import org.springframework.stereotype.Component;

/**
 * The signed tokens (RFC 7519, RS256) that Mainforte itself gives out: demo sessions, and sessions opened on a phone by a link.
 * The key is made once and kept in the data folder, so that sessions outlive a restart.
 */
@Component
public class SessionTokens {
    public static final String ISSUER = "urn:mainforte";
    /** Present when the token opens one conversation only. */
    static final String CONVERSATION = "conversation";

    private final RSAKey key;

    SessionTokens(PeopleSettings settings) {
        this.key = kept(settings.dataDir().resolve("session-key.json"));
    }

    /** A token for somebody. Real time, not the demo's: expiry must hold. */
    public String issue(Employee employee, Duration valid, @Nullable ConversationId only) {
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(employee.id().value())
                .jwtID(UUID.randomUUID().toString())
                .claim("name", employee.name())
                .claim("roles", List.of(employee.role().claim()))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(valid)));
        if (only != null) {
            claims.claim(CONVERSATION, only.value());
        }
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        try {
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("The session key cannot sign", impossible);
        }
    }

    /** What verifies our tokens. */
    public RSAPublicKey publicKey() {
        try {
            return key.toRSAPublicKey();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("The session key is not an RSA key", impossible);
        }
    }

    private static RSAKey kept(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                String made = new RSAKeyGenerator(2048)
                        .keyID(UUID.randomUUID().toString())
                        .generate()
                        .toJSONString();
                write(file, made);
            }
            return RSAKey.parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The session key " + file + " cannot be read or written", unreadable);
        } catch (JOSEException | ParseException broken) {
            throw new IllegalStateException(
                    "The session key " + file + " is damaged: delete it, people will sign in again", broken);
        }
    }

    private static void write(Path file, String made) throws IOException {
        try {
            Path fresh = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    "session-key",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, made, StandardOpenOption.TRUNCATE_EXISTING);
            Files.createLink(file, fresh);
            Files.delete(fresh);
        } catch (FileAlreadyExistsException another) {
            // another instance was quicker; its key is read
        }
    }
}
