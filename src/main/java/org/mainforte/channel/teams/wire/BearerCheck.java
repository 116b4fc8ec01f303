package org.mainforte.channel.teams.wire;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a call comes from the Bot Framework connector, or from a caller named in the settings: its token (RFC 7519, RS256)
 * against the announced keys, then what it was made for against the activity. Source: Bot Connector authentication, “connector to
 * bot”. What the token itself says about where keys are ({@code jku}, {@code x5u}, {@code jwk}) is never followed.
 */
@Component
public class BearerCheck {
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final int LONGEST = 16 * 1024;
    private static final String TEAMS = "msteams";

    private final TeamsSettings settings;
    private final Clock clock;
    private final SigningKeys connector;
    private final Map<String, SigningKeys> others;

    BearerCheck(TeamsSettings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.connector = new SigningKeys(settings.metadataUrl(), json, clock);
        this.others = settings.callers().stream()
                .collect(Collectors.toUnmodifiableMap(
                        TeamsSettings.Caller::issuer, one -> new SigningKeys(one.metadataUrl(), json, clock)));
    }

    /**
     * A verified caller.
     *
     * @param serviceUrl where the connector wants answers; null for callers named in the settings, whose tokens do not say
     * @param endorsements the channels it may speak for
     */
    public record Caller(@Nullable String serviceUrl, Set<String> endorsements) {}

    /** @throws Refused 401 or 403 */
    public Caller caller(@Nullable String authorization) {
        SignedJWT token = parse(authorization);
        if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())) {
            throw new Refused(401, "signed with another algorithm than RS256");
        }
        JWTClaimsSet claims = claims(token);
        String issuer = claims.getIssuer() == null ? "" : claims.getIssuer();
        // Which keys to try is all that the unverified issuer decides.
        SigningKeys keys = others.getOrDefault(issuer, connector);
        String id = token.getHeader().getKeyID();
        SigningKeys.Key key = keys.find(id == null ? "" : id)
                .orElseThrow(() -> new Refused(401, "signed with a key that is not announced"));
        if (!keys.announces("RS256")) {
            throw new Refused(401, "the issuer does not announce RS256");
        }
        verify(token, key);
        if (keys == connector && !settings.issuer().equals(issuer)) {
            throw new Refused(401, "another issuer");
        }
        checkTime(claims);
        if (!claims.getAudience().contains(settings.appId())) {
            throw new Refused(403, "made for another app");
        }
        return keys == connector ? ofConnector(claims, key) : ofSettings(claims, issuer);
    }

    private static Caller ofConnector(JWTClaimsSet claims, SigningKeys.Key key) {
        Object serviceUrl = claims.getClaim("serviceurl");
        if (!(serviceUrl instanceof String url) || url.isBlank()) {
            throw new Refused(403, "no serviceurl claim");
        }
        return new Caller(url, key.endorsements());
    }

    /** Entra signs for every app of a tenant, so the app itself must be on the list. */
    private Caller ofSettings(JWTClaimsSet claims, String issuer) {
        Object app = claims.getClaim("azp") == null ? claims.getClaim("appid") : claims.getClaim("azp");
        boolean named = settings.callers().stream()
                .anyMatch(caller -> caller.issuer().equals(issuer)
                        && app != null
                        && caller.apps().contains(app.toString()));
        if (!named) {
            throw new Refused(403, "an app that may not call");
        }
        return new Caller(null, Set.of(TEAMS));
    }

    private static SignedJWT parse(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw new Refused(401, "no bearer token");
        }
        String token = authorization.substring(7).strip();
        if (token.length() > LONGEST) {
            throw new Refused(401, "a token that is too long");
        }
        try {
            return SignedJWT.parse(token);
        } catch (ParseException malformed) {
            throw new Refused(401, "not a signed token of three parts");
        }
    }

    private static void verify(SignedJWT token, SigningKeys.Key key) {
        try {
            if (!token.verify(new RSASSAVerifier(key.key()))) {
                throw new Refused(401, "a wrong signature");
            }
        } catch (JOSEException unusable) {
            throw new Refused(401, "a signature that cannot be checked");
        }
    }

    private static JWTClaimsSet claims(SignedJWT token) {
        try {
            return token.getJWTClaimsSet();
        } catch (ParseException malformed) {
            throw new Refused(401, "claims that cannot be read");
        }
    }

    private void checkTime(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        if (expires == null || now.isAfter(expires.toInstant().plus(SKEW))) {
            throw new Refused(401, "no expiry, or past it");
        }
        Date notBefore = claims.getNotBeforeTime();
        if (notBefore != null && now.isBefore(notBefore.toInstant().minus(SKEW))) {
            throw new Refused(401, "not valid yet");
        }
    }

    /**
     * Whether this caller may bring this activity.
     *
     * @throws Refused 403
     */
    public void admit(Caller caller, Activity activity) {
        String channel = activity.text("channelId");
        if (!TEAMS.equals(channel) || !caller.endorsements().contains(channel)) {
            throw new Refused(403, "the key is not endorsed for the channel, or it is not Teams");
        }
        if (caller.serviceUrl() != null && !caller.serviceUrl().equals(activity.text("serviceUrl"))) {
            throw new Refused(403, "the token was made for another serviceUrl");
        }
        checkTenant(activity);
    }

    /** The token carries no tenant, so the activity's is held against our list. */
    private void checkTenant(Activity activity) {
        if (!settings.restrictsTenants()) {
            return;
        }
        Set<String> named = Stream.of(
                        activity.text("conversation", "tenantId"), activity.text("channelData", "tenant", "id"))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (named.isEmpty() || !named.stream().allMatch(settings::admits)) {
            throw new Refused(403, "a tenant that is not ours, or none");
        }
    }
}
