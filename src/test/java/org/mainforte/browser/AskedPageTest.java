package org.mainforte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainforte.journey.Chat;
import org.mainforte.journey.KnowledgeCopy;
import org.mainforte.journey.Person;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The page of writers and leads. */
@DirtiesContext
class AskedPageTest extends BrowserTestBase {
    private static final Path BASE = KnowledgeCopy.fresh().resolve("knowledge-base");

    @DynamicPropertySource
    static void base(DynamicPropertyRegistry registry) {
        registry.add("mainforte.knowledge-base", BASE::toString);
    }

    @BeforeEach
    void askInVain() {
        mainforte.person("thomas").at(MORNING).opens("fr").says("comment marche le zorglub du hangar ?");
        mainforte.person("camille").at(MORNING).opens("fr").says("zorglub hangar <b>bloqué</b>");
        mainforte.person("oliver").at(MORNING).opens("en").says("the flurbomat does not flurb");
    }

    @Test
    void aManagerBeginsAnArticle() throws IOException {
        Page page = page(Chromium.desktop(), MORNING);
        List<String> refused = new java.util.ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                refused.add(message.text());
            }
        });
        page.navigate(mainforte.base() + "/kb/asked");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Paul Delacroix"))
                .click();
        assertThat(page.locator("#fr h3")).hasCount(1);
        assertThat(page.locator("#fr .groups")).containsText("demandé 2 fois");
        assertThat(page.locator("#fr .groups b")).hasCount(0);
        assertThat(page.locator("#en h3")).hasText("the flurbomat does not flurb");

        page.locator("#fr").getByText("Commencer un article").click();
        assertThat(page.locator("#fr textarea").first()).isVisible();
        Download saved = page.waitForDownload(
                () -> page.locator("#fr .drafts button").first().click());
        assertThat(saved.suggestedFilename()).endsWith(".fr.md");
        assertThat(Files.readString(saved.path())).startsWith("---\nid: ").contains("zorglub du hangar ?\"");
        assertThat(refused).isEmpty();
    }

    @Test
    void aManagerSaysByKeyboardWhichArticleAnswers() throws IOException {
        Person thomas = mainforte.person("thomas").at(MORNING);
        Chat chat = thomas.opens("fr").says("mon écran devient mauve grobiflu");
        chat.answer()
                .forEach(message -> thomas.post(
                        "/api/conversations/" + chat.id() + "/feedback",
                        Map.of("seq", message.path("seq").asInt(), "helpful", false)));
        Page page = page(Chromium.desktop(), MORNING);
        page.navigate(mainforte.base() + "/kb/asked?language=fr");
        page.locator(".people button").click();
        Locator group = page.locator("#fr .groups > li", new Page.LocatorOptions().setHasText("grobiflu"));
        group.getByText("Un article y répond").press("Enter");
        Locator article = group.getByLabel("L’article qui répond");
        assertThat(article).isFocused();
        assertThat(article.locator("optgroup").first().locator("option").first())
                .hasText(Pattern.compile("[ÉEée]cran"));
        assertThat(group.getByRole(AriaRole.CHECKBOX)).isChecked();

        group.getByText("Ajouter à cet article").press("Enter");
        assertThat(group.getByRole(AriaRole.ALERT)).containsText("Choisissez-en un dans la liste.");
        article.selectOption("blue-screen");
        group.getByRole(AriaRole.CHECKBOX).press("Space");
        group.getByText("Ajouter à cet article").press("Enter");
        assertThat(group.getByRole(AriaRole.ALERT)).containsText("Cochez de 1 à 50");
        assertThat(article).hasValue("blue-screen");
        group.getByRole(AriaRole.CHECKBOX).press("Space");
        group.getByText("Ajouter à cet article").press("Enter");

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("ajoutées\u202f: 1. «");
        assertThat(page.getByRole(AriaRole.STATUS)).isFocused();
        assertThat(group).hasCount(0);
        assertThat(Files.readString(BASE.resolve("wordings/blue-screen.fr.txt")))
                .endsWith("\nmon écran devient mauve grobiflu\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void nothingIsFoundOnIt(String language) {
        Page page = page(Chromium.phone().setBypassCSP(true), MORNING);
        page.navigate(mainforte.base() + "/kb/asked?language=" + language);
        assertThat(page.locator(".people button")).hasCount(1);
        Axe axe = new Axe().looks(page, "who");
        page.locator(".people button").click();
        assertThat(page.locator("#fr h3")).hasCount(1);
        page.locator("#fr .groups button").first().click();
        page.locator("#fr .groups > li > button").nth(1).click();
        assertThat(page.locator("#fr select")).isFocused();
        axe.looks(page, "groups");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(320, 256);
        axe.looks(page, "dark and narrow");
        assertThat(axe.findings()).isEmpty();
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(320);
    }

    @Test
    void anEmployeeSeesNothing() {
        Page page = page(Chromium.desktop(), MORNING);
        page.navigate(mainforte.base() + "/kb/asked");
        String token = mainforte.person("thomas").token();
        page.evaluate("token => sessionStorage.setItem('mainforte-demo-token', token)", token);
        page.reload();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Cette page est pour les responsables du support.");
        assertThat(page.locator("h3")).hasCount(0);
    }
}
