package org.mainforte.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A cloud with its own issuer and token scope, and callers beside the connector: only as far as the settings name them. */
@DirtiesContext
class OtherCloudTest extends TeamsTestBase {
    private static final String CLOUD = "https://api.botframework.us";
    private static final String ENTRA = "https://login.microsoftonline.us/tenant-1/v2.0";
    private static final Authority ENTRA_KEYS = new Authority();

    @DynamicPropertySource
    static void otherCloud(DynamicPropertyRegistry registry) {
        ownDatabase(registry, "other-cloud");
        registry.add("mainforte.teams.issuer", () -> CLOUD);
        registry.add("mainforte.teams.token-scope", () -> CLOUD + "/.default");
        registry.add("mainforte.teams.callers[0].issuer", () -> ENTRA);
        registry.add("mainforte.teams.callers[0].metadata-url", () -> ENTRA_KEYS.base() + "/metadata");
        registry.add("mainforte.teams.callers[0].apps", () -> "agent-1,playground-1");
    }

    private int posted(Authority signer, String key, JWTClaimsSet claims) {
        TeamsPerson camille = teams("camille");
        Map<String, Object> activity = camille.message("mon vpn marche pas");
        return mainforte
                .send("POST", "/api/messages", activity, Authority.sign(signer.key(key), claims), null, "fr")
                .status();
    }

    @Test
    void theOtherCloudsConnectorIsLetInAndAskedForItsOwnScope() {
        TeamsPerson camille = teams("camille");
        Map<String, Object> activity = camille.message("bonjour");
        String token = Authority.sign(
                AUTHORITY.key("key-1"),
                Authority.claims(TeamsPerson.APP, TEAMS.serviceUrl())
                        .issuer(CLOUD)
                        .build());
        assertThat(mainforte
                        .send("POST", "/api/messages", activity, token, MONDAY, "fr")
                        .status())
                .isEqualTo(202);
        camille.reads("intelligence artificielle");
        assertThat(TEAMS.tokenRequests)
                .anyMatch(form -> form.contains("scope=https%3A%2F%2Fapi.botframework.us%2F.default"));
    }

    @Test
    void theWorldsIssuerIsAForeignerThere() {
        assertThat(posted(
                        AUTHORITY,
                        "key-1",
                        Authority.claims(TeamsPerson.APP, TEAMS.serviceUrl()).build()))
                .isEqualTo(401);
        assertNothingLeft();
    }

    @ParameterizedTest
    @CsvSource({"azp,agent-1,202", "appid,playground-1,202", "azp,agent-2,403", "sub,agent-1,403"})
    void anotherIssuersAppMustBeNamed(String claim, String app, int status) {
        JWTClaimsSet claims = Authority.claims(TeamsPerson.APP, TEAMS.serviceUrl())
                .issuer(ENTRA)
                .claim("serviceurl", null)
                .claim(claim, app)
                .build();
        assertThat(posted(ENTRA_KEYS, "key-bare", claims)).isEqualTo(status);
        if (status != 202) {
            assertNothingLeft();
        }
    }

    @Test
    void eachIssuerSignsWithItsOwnKeysForOurAppOnly() {
        JWTClaimsSet.Builder entra = Authority.claims(TeamsPerson.APP, TEAMS.serviceUrl())
                .issuer(ENTRA)
                .claim("azp", "agent-1");
        assertThat(posted(AUTHORITY, "key-1", entra.build()))
                .as("the connector's key for Entra's issuer")
                .isEqualTo(401);
        JWTClaimsSet cloud = Authority.claims(TeamsPerson.APP, TEAMS.serviceUrl())
                .issuer(CLOUD)
                .build();
        assertThat(posted(ENTRA_KEYS, "key-1", cloud))
                .as("Entra's key for the connector's issuer")
                .isEqualTo(401);
        assertThat(posted(ENTRA_KEYS, "key-1", entra.issuer(ENTRA + "/").build()))
                .as("nearly the issuer")
                .isEqualTo(401);
        assertThat(posted(
                        ENTRA_KEYS,
                        "key-1",
                        entra.issuer(ENTRA).audience("app-2").build()))
                .as("another app")
                .isEqualTo(403);
        assertNothingLeft();
    }

    private void assertNothingLeft() {
        for (String table : List.of("teams_activity", "teams_chat", "teams_outgoing", "conversation")) {
            assertThat(jdbc.sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }
}
