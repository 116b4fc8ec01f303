package org.mainforte.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;

class SitesTest {
    private static final Path KNOWLEDGE_BASE = Path.of("knowledge-base");

    @Test
    void theProductsSitesCanBeRead() {
        var sites = new Sites(KNOWLEDGE_BASE);
        assertThat(sites.all())
                .extracting(site -> site.id().value())
                .contains("campus-lyon", "dijon", "nancy", "strasbourg");
        Site nancy = sites.required(new SiteId("nancy"));
        assertThat(nancy.regime()).isEqualTo(Regime.HALF_TIME);
        assertThat(nancy.visits()).containsEntry(DayOfWeek.MONDAY, Half.MORNING);
        assertThat(nancy.slot()).isEqualTo(Duration.ofMinutes(30));
        assertThat(nancy.headsetSwap()).isTrue();
        assertThat(sites.required(new SiteId("campus-lyon")).name(Language.EN)).isEqualTo("Lyon campus");
    }

    @Test
    void anUnknownSiteIsNotFound() {
        assertThat(new Sites(KNOWLEDGE_BASE).find(new SiteId("../nancy"))).isEmpty();
    }

    @Test
    void aSiteIsNamedAsItIsWrittenOrAsPeopleSayIt() {
        var sites = new Sites(KNOWLEDGE_BASE);
        assertThat(sites.named("le campus de Lyon est-il ouvert ?").map(Site::id))
                .contains(new SiteId("campus-lyon"));
        assertThat(sites.named("qui m'aide à LYON ?").map(Site::id)).contains(new SiteId("campus-lyon"));
        assertThat(sites.named("strasbourg svp").map(Site::id)).contains(new SiteId("strasbourg"));
        assertThat(sites.named("entre Nancy et Dijon")).isEmpty();
        assertThat(sites.named("sur le campus")).isEmpty();
        assertThat(sites.named("les Lyonnais")).isEmpty();
    }

    @Test
    void everyMistakeIsReportedWithItsPlace(@TempDir Path folder) throws IOException {
        Path sites = Files.createDirectory(folder.resolve("sites"));
        String nancy = Files.readString(KNOWLEDGE_BASE.resolve("sites/nancy.yaml"));
        Files.writeString(sites.resolve("nancy.yaml"), nancy.replace("half-time ", "sometimes "));
        Files.writeString(sites.resolve("dijon.yaml"), nancy.replace("id: nancy", "id: dijon\ncolour: red"));
        Files.writeString(sites.resolve("metz.yaml"), nancy.replace("id: nancy", "id: metz"));
        assertThatThrownBy(() -> new Sites(folder))
                .hasMessageContaining("nancy.yaml.regime: expected one of")
                .hasMessageContaining("found \"sometimes\"")
                .hasMessageContaining("dijon.yaml: unknown field \"colour\"")
                .hasMessageContaining("metz.yaml.nearby: there is no site \"strasbourg\"");
    }
}
