package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The search and the readable pages, as the contract gives them. */
class KnowledgeContractTest extends JourneyTestBase {
    private static final String SEARCH = "/api/knowledge/search?language=fr&q=";

    @Test
    void givesTheBestArticlesFirst() {
        JsonNode hits = on("thomas")
                .get(SEARCH + encoded("mot de passe oublié") + "&k=3")
                .json();
        assertThat(hits.size()).isEqualTo(3);
        JsonNode first = hits.get(0);
        assertThat(first.path("article").asString()).isEqualTo("password-forgotten-reset");
        assertThat(first.path("language").asString()).isEqualTo("fr");
        assertThat(first.path("url").asString())
                .isEqualTo("/kb/fr/password-forgotten-reset#"
                        + first.path("section").asString());
        assertThat(first.path("title").asString()).isNotBlank();
        assertThat(first.path("snippet").asString()).isNotBlank();
        assertThat(first.path("score").asDouble())
                .isGreaterThanOrEqualTo(hits.get(1).path("score").asDouble());
        assertThat(first.has("explanation")).isFalse();
    }

    @Test
    void explainsItselfWhenAsked() {
        JsonNode hits = on("thomas").get(SEARCH + "vpn&explain=true").json();
        JsonNode why = hits.get(0).path("explanation");
        assertThat(why.path("words").path(0).path("word").asString()).isEqualTo("vpn");
        assertThat(why.path("inWords").path(0).asString()).startsWith("“vpn”").contains("in title");
    }

    @ParameterizedTest
    @CsvSource({"'',10,knowledge-query", "' ',10,knowledge-query", "vpn,0,knowledge-size", "vpn,51,knowledge-size"})
    void refusesWhatItCannotSearch(String query, int k, String code) {
        assertProblem(on("thomas").get(SEARCH + encoded(query) + "&k=" + k), 422, code);
    }

    @Test
    void refusesAQueryThatIsTooLong() {
        assertProblem(on("thomas").get(SEARCH + "a".repeat(1_001)), 422, "knowledge-query");
    }

    @Test
    void anArticleIsAPageThatRunsNothing() {
        Mainforte.Answer page = on("thomas").get("/kb/fr/wifi-problem");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.raw().headers().firstValue("content-type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.raw().headers().firstValue("content-security-policy").orElse(""))
                .startsWith("default-src 'none'");
        assertThat(page.text())
                .startsWith("<!DOCTYPE html>\n<html lang=\"fr\">")
                .contains("<h2 id=\"what-to-do\">", "<a href=\"#what-to-do\">", "hreflang=\"en\"")
                .doesNotContain("<script", "style=", "{{");
        assertThat(page.text().split("<h1>", -1)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"/kb/fr/nowhere,fr", "/kb/en/nowhere,en", "/kb/de/wifi-problem,fr", "/kb/fr/..%2F..%2Fpom,fr"})
    void anAddressThatLeadsNowhereSaysSoInItsLanguage(String address, String language) {
        Mainforte.Answer page = on("thomas").get(address);
        assertThat(page.status()).isIn(400, 404);
        assertThat(page.text()).doesNotContain("Exception");
        if (page.status() == 404 && page.text().startsWith("<!DOCTYPE")) {
            assertThat(page.text()).contains("<html lang=\"" + language + "\">");
        }
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
