package org.mainforte.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainforte.MainforteApplication;
import org.mainforte.guide.Guides;
import org.mainforte.kernel.Language;
import org.mainforte.knowledge.Library;
import org.mainforte.markdown.Import;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A writer saves files of the running product's knowledge base; what it says follows within two seconds. */
@SpringBootTest(classes = MainforteApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class LiveKnowledgeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path FOLDER = KnowledgeCopy.fresh();

    @LocalServerPort
    private int port;

    @Autowired
    private Library library;

    @Autowired
    private Guides guides;

    private Mainforte mainforte = new Mainforte("");

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("mainforte.data-dir", () -> FOLDER.resolve("data").toString());
        registry.add(
                "mainforte.knowledge-base",
                () -> FOLDER.resolve("knowledge-base").toString());
    }

    @BeforeEach
    void freshWorld() {
        mainforte = new Mainforte("http://127.0.0.1:" + port);
        mainforte.world("{}");
    }

    @Test
    void aSavedArticleIsSaidAndABrokenOneIsNot() throws IOException {
        Path file = file("articles/vpn-connect.fr.md");
        String good = Files.readString(file);

        Files.writeString(
                file,
                good.replace(
                        "## Ce qu'il faut faire {#what-to-do}\n",
                        "## Ce qu'il faut faire {#what-to-do}\nTournez la clé Zéphyrine.\n\n"));
        soon(() -> page("/kb/fr/vpn-connect").contains("Tournez la clé Zéphyrine."));
        Chat chat = mainforte
                .person("thomas")
                .at(JourneyTestBase.MONDAY)
                .opens("fr")
                .says("comment lancer le vpn");
        assertThat(chat.words()).contains("Tournez la clé Zéphyrine.");

        Files.writeString(
                file, good.replace("kind: howto", "kind: poem").replace("## Ce que", "<b>Gras</b>\n\n## Ce que"));
        soon(() -> !library.faults().isEmpty());
        long line = good.substring(0, good.indexOf("## Ce que")).lines().count() + 1;
        assertThat(library.faults())
                .extracting(Object::toString)
                .contains(
                        "vpn-connect.fr.md:1: The kind “poem” is unknown. Use guide, howto, incident, account, data, request, room or policy.",
                        "vpn-connect.fr.md:" + line + ": HTML: <b> Write it in Markdown, or escape the < as \\<.");
        assertThat(page("/kb/fr/vpn-connect"))
                .contains("Tournez la clé Zéphyrine.")
                .doesNotContain("Gras");
        JsonNode faults = toldToManagers();
        assertThat(faults.path(0).path("file").asString()).isEqualTo("vpn-connect.fr.md");
        assertThat(faults.path(0).path("line").asInt()).isEqualTo(1);
        assertThat(faults.path(0).path("what").asString()).isEqualTo("The kind “poem” is unknown.");
        assertThat(faults.path(0).path("remedy").asString()).startsWith("Use guide, howto, incident");

        Files.writeString(file, good);
        soon(() -> library.faults().isEmpty());
        assertThat(page("/kb/fr/vpn-connect")).doesNotContain("Zéphyrine");
    }

    @Test
    void aSavedGuideIsWalkedAndABrokenOneIsNot() throws IOException {
        Path file = file("guides/vpn-connect.fr.md");
        String good = Files.readString(file);

        Files.writeString(file, good.replace("title: Me connecter au VPN", "title: Le VPN de Zéphyrine"));
        soon(() -> title().equals("Le VPN de Zéphyrine"));

        Files.writeString(file, good.replace("minutes=1 help=vpn-connect", "minutes=0 help=vpn-connect"));
        soon(() -> !guides.faults().isEmpty());
        assertThat(guides.faults())
                .extracting(Object::toString)
                .containsExactly(
                        "vpn-connect.fr.md:17: “minutes=0”. Write how long the step takes: “minutes=3”, 240 at most.");
        assertThat(title()).isEqualTo("Le VPN de Zéphyrine");
        assertThat(toldToManagers().path(0).path("line").asInt()).isEqualTo(17);

        Files.writeString(file, good);
        soon(() -> title().equals("Me connecter au VPN"));
        assertThat(guides.faults()).isEmpty();
    }

    @Test
    void anImportIsFoundWhileTheProductRuns() throws IOException {
        Path export = FOLDER.resolve("export");
        Files.createDirectories(export);
        Files.writeString(export.resolve("Coffee-Badge.html"), """
                <html lang="en"><head><title>Zephyr badge reader - Intranet</title></head><body><nav>Home</nav><main>
                <h1>Zephyr badge reader</h1><p>The Zephyr badge reader opens the door of the workshop with your badge.</p>
                <h2>Pair the Zephyr reader</h2><ol><li>Hold your badge on the reader.</li><li>Wait for the green light.</li></ol>
                <table><tr><th>Light</th><th>Meaning</th></tr><tr><td>red</td><td>refused</td></tr></table>
                <p>{{lookup:my-tickets}}</p><script>alert(1)</script></main></body></html>""");
        var printed = new ByteArrayOutputStream();
        int code = Import.run(
                new String[] {
                    "--mainforte.import=" + export, "--mainforte.knowledge-base=" + FOLDER.resolve("knowledge-base")
                },
                new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(code).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Pages taken: 1");

        soon(() -> page("/kb/en/intranet-coffee-badge").contains("Wait for the green light."));
        assertThat(page("/kb/en/intranet-coffee-badge"))
                .contains("<table>", "<th>Light</th>", "{{lookup:my-tickets}}")
                .doesNotContain("<script");
        Person thomas = mainforte.person("thomas").at(JourneyTestBase.MONDAY);
        Chat french = thomas.opens("fr").says("comment marche le zephyr badge reader ?");
        assertThat(french.words())
                .as(french.transcript())
                .startsWith("Cette page n'existe qu'en anglais.")
                .contains("Zephyr badge reader");
        assertThat(french.answered("answer").path("sources").path(0).path("url").asString())
                .startsWith("/kb/en/intranet-coffee-badge#");
        Chat english = thomas.opens("en").says("how do I pair the zephyr reader");
        assertThat(english.words())
                .as(english.transcript())
                .startsWith("**Zephyr badge reader**")
                .contains("**Light**: red; **Meaning**: refused");

        Path file = file("imported/intranet-coffee-badge.en.md");
        String good = Files.readString(file);
        Files.writeString(file, good.replace("green light", "blue light"));
        soon(() -> page("/kb/en/intranet-coffee-badge").contains("blue light"));
        Files.writeString(file, good.replace("reviewed: ", "reviewed: on "));
        soon(() -> !library.faults().isEmpty());
        assertThat(page("/kb/en/intranet-coffee-badge")).contains("blue light");
        Files.delete(file);
        soon(() -> mainforte
                        .send("GET", "/kb/en/intranet-coffee-badge", null, null, null, "en")
                        .status()
                == 404);
    }

    @Test
    void theCommandSaysWhatIsMissing() {
        var printed = new ByteArrayOutputStream();
        int code = Import.run(
                new String[] {"--mainforte.import=/nowhere/at/all"},
                new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo("There is no folder “/nowhere/at/all”. Name the folder that holds the exported pages.\n");
    }

    @Test
    void aSavedSiteIsSaidInArticlesAndAnswers() throws IOException {
        Path strasbourg = file("sites/strasbourg.yaml");
        String good = Files.readString(strasbourg);
        Person camille = mainforte.person("camille").at(JourneyTestBase.MONDAY);
        String asked = "qui m'aide sur mon site";
        assertThat(page("/kb/fr/site-support-who"))
                .contains("Dijon, Strasbourg.")
                .doesNotContain("Metz");

        Files.writeString(
                file("sites/metz.yaml"),
                good.substring(0, good.indexOf("pilot:"))
                        .replace("id: strasbourg", "id: metz")
                        .replace("fr: Strasbourg, en: Strasbourg", "fr: Metz, en: Metz")
                        .replace("\"67\"", "\"57\""));
        soon(() -> page("/kb/fr/site-support-who").contains("Dijon, Metz, Strasbourg."));
        assertThat(page("/kb/en/pilot-explained")).contains("Thursday 31 December 2026");
        soon(() -> camille.get("/api/knowledge/search?q=metz&language=fr&k=3")
                .text()
                .contains("site-support-who"));

        Files.writeString(
                strasbourg,
                good.replace("regime: travelling", "regime: half-time").replace("2026-12-31", "2027-03-31"));
        soon(() -> page("/kb/en/pilot-explained").contains("Wednesday 31 March 2027"));
        assertThat(camille.opens("fr").says(asked).words()).contains("Strasbourg", "à mi-temps");

        Files.delete(file("sites/metz.yaml"));
        Files.writeString(strasbourg, good);
        soon(() -> page("/kb/fr/site-support-who").contains("Dijon, Strasbourg."));
        assertThat(camille.opens("fr").says(asked).words()).contains("Strasbourg", "itinérant");
    }

    /** What the page /kb/asked shows of broken files; an employee is shown nothing. */
    private JsonNode toldToManagers() {
        assertThat(mainforte.person("thomas").get("/api/knowledge/unanswered").status())
                .isEqualTo(404);
        return mainforte.person("paul").get("/api/knowledge/unanswered").json().path("faults");
    }

    private String title() {
        return guides.find("vpn-connect", Language.FR).orElseThrow().title();
    }

    private static Path file(String name) {
        return FOLDER.resolve("knowledge-base").resolve(name);
    }

    private String page(String path) {
        return mainforte.send("GET", path, null, null, null, "fr").text();
    }

    /** Writers are promised two seconds; a machine full of other tests may take more. */
    private static void soon(BooleanSupplier seen) {
        Instant latest = Instant.now().plus(PATIENCE);
        while (!seen.getAsBoolean()) {
            if (Instant.now().isAfter(latest)) {
                throw new AssertionError("Not seen within " + PATIENCE.toSeconds() + " s");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AssertionError(stopped);
            }
        }
    }
}
