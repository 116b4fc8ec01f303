package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mainforte.kernel.Language;
import org.mainforte.knowledge.Helpfulness;
import org.springframework.beans.factory.annotation.Autowired;

/** “Was this helpful”: counted by page, of nobody, and only from our own pages. */
class HelpfulPagesTest extends JourneyTestBase {
    @Autowired
    private Helpfulness helpfulness;

    @Test
    void answersAreCountedByPageAndLanguage() {
        assertThat(told("/kb/fr/vpn-connect/helpful/no", "Sec-Fetch-Site", "same-origin")
                        .status())
                .isEqualTo(303);
        Mainforte.Answer yes = told("/kb/en/vpn-connect/helpful/yes", "Origin", mainforte.base());
        assertThat(yes.raw().headers().firstValue("location")).hasValue("/kb/en/vpn-connect?helped=true#helpful");
        told("/kb/fr/vpn-connect/helpful/no", "Sec-Fetch-Site", "same-origin");
        told("/kb/fr/vpn-connect/helpful/yes", "Sec-Fetch-Site", "same-origin");

        assertThat(helpfulness.counts())
                .containsExactly(
                        new Helpfulness.Count("vpn-connect", Language.FR, 1, 2),
                        new Helpfulness.Count("vpn-connect", Language.EN, 1, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "/kb/fr/vpn-connect/helpful/no,Sec-Fetch-Site,cross-site,403",
        "/kb/fr/vpn-connect/helpful/no,Sec-Fetch-Site,same-site,403",
        "/kb/fr/vpn-connect/helpful/no,Origin,https://evil.example,403",
        "/kb/fr/vpn-connect/helpful/no,Origin,null,403",
        "/kb/fr/nowhere/helpful/no,Sec-Fetch-Site,same-origin,404",
        "/kb/de/vpn-connect/helpful/no,Sec-Fetch-Site,same-origin,404",
        "/kb/fr/vpn-connect/helpful/maybe,Sec-Fetch-Site,same-origin,404"
    })
    void whatIsNotAnAnswerOfOurPagesIsNotCounted(String path, String header, String value, int status) {
        assertProblem(told(path, header, value), status, "not-found");
        assertThat(helpfulness.counts()).isEmpty();
    }

    @Test
    void aFloodIsNotCounted() {
        List<Integer> statuses = java.util.stream.IntStream.range(0, 25)
                .mapToObj(i -> told("/kb/fr/printer-add/helpful/no", "Sec-Fetch-Site", "same-origin")
                        .status())
                .toList();
        assertThat(statuses.subList(0, 20)).containsOnly(303);
        assertThat(statuses.subList(20, 25)).containsOnly(429);
        assertThat(helpfulness.counts()).containsExactly(new Helpfulness.Count("printer-add", Language.FR, 0, 20));
    }

    private Mainforte.Answer told(String path, String header, String value) {
        return mainforte.send(HttpRequest.newBuilder(URI.create(mainforte.base() + path))
                .header(header, value)
                .header("Accept-Language", "fr")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    }
}
