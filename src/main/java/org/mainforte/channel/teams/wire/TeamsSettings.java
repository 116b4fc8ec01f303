package org.mainforte.channel.teams.wire;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Teams reaches us and we reach Teams.
 *
 * @param appId the bot's app id in Entra; empty means that Teams is not connected
 * @param appSecret the app's client secret; or
 * @param appCertificate a PEM file with the app's certificate and its RSA private key (PKCS #8), used instead of a secret
 * @param tenantId the bot's own tenant; empty for an old multi-tenant bot
 * @param tenants further tenants whose people may write
 * @param metadataUrl where the connector's signing keys are announced (OpenID Connect discovery)
 * @param issuer who must have signed what comes in
 * @param tokenUrl where tokens for our own calls are had; {@code {tenant}} is replaced
 * @param tokenScope what those tokens are for; another one in a sovereign cloud
 * @param callers who else than the connector may call; nobody unless named here
 * @param serviceUrls where we may call back: URLs or hosts, {@code *.} for any subdomain
 * @param fileHosts where files that people send may be fetched from, without any token
 * @param demo lets the local Teams client talk without a token; loopback only
 * @param streamPace the least time between two pieces of an answer being written
 * @param retryFirst how long to wait before the first retry of a call; doubled each time
 * @param callTimeout how long one call may take; shorter than the lease of a sender
 * @param keep how long ids of activities are remembered, so that a late repeat has no effect
 */
@ConfigurationProperties("mainforte.teams")
public record TeamsSettings(
        @DefaultValue("") String appId,
        @DefaultValue("") String appSecret,
        @DefaultValue("") String appCertificate,
        @DefaultValue("") String tenantId,
        @DefaultValue List<String> tenants,

        @DefaultValue("https://login.botframework.com/v1/.well-known/openidconfiguration")
        String metadataUrl,

        @DefaultValue("https://api.botframework.com") String issuer,

        @DefaultValue("https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token")
        String tokenUrl,

        @DefaultValue("https://api.botframework.com/.default")
        String tokenScope,

        @DefaultValue List<Caller> callers,
        @DefaultValue("https://smba.trafficmanager.net/") List<String> serviceUrls,
        @DefaultValue({"*.sharepoint.com"}) List<String> fileHosts,
        @DefaultValue("false") boolean demo,
        @DefaultValue("1500ms") Duration streamPace,
        @DefaultValue("1s") Duration retryFirst,
        @DefaultValue("8s") Duration callTimeout,
        @DefaultValue("30d") Duration keep) {

    /**
     * An issuer beside the connector's, such as Entra for the local Teams client with an app of its own or for another agent
     * ({@code https://login.microsoftonline.com/{tenant}/v2.0}).
     *
     * @param apps which apps ({@code azp}, or {@code appid} in tokens of version 1) may call with its tokens
     */
    public record Caller(
            String issuer, String metadataUrl, @DefaultValue List<String> apps) {}

    public boolean connected() {
        return !appId.isBlank();
    }

    /** Whether people of this tenant may write, when tenants are named at all. */
    boolean admits(String tenant) {
        return tenant.equalsIgnoreCase(tenantId) || tenants.stream().anyMatch(tenant::equalsIgnoreCase);
    }

    boolean restrictsTenants() {
        return !tenantId.isBlank() || !tenants.isEmpty();
    }
}
