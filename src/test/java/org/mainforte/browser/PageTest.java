package org.mainforte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The readable pages in a real browser, under their own strict policy. */
class PageTest extends BrowserTestBase {
    private static final String ARTICLE = "/kb/fr/vpn-connect";

    @ParameterizedTest
    @CsvSource({
        "fr,Cette page vous a-t-elle aidé ?,Non,à améliorer",
        "en,Did this page help you?,Yes,'Thank you, noted'"
    })
    void aReaderWithoutScriptsTellsWhetherThePageHelped(
            String language, String question, String answer, String thanks) {
        Page page = page(Chromium.phone().setJavaScriptEnabled(false), MORNING);
        page.navigate(mainforte.base() + "/kb/" + language + "/vpn-connect");
        assertThat(page.getByRole(AriaRole.BUTTON)).hasCount(2);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(answer))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText(thanks);
        assertThat(page.getByRole(AriaRole.BUTTON)).hasCount(0);
        assertThat(page)
                .hasURL(mainforte.base() + "/kb/" + language + "/vpn-connect?helped=" + answer.matches("Yes|Oui")
                        + "#helpful");
    }

    @Test
    void aHeadingIsALinkThatLeadsToItself() {
        Page page = page(Chromium.phone(), MORNING);
        page.navigate(mainforte.base() + ARTICLE);
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Lien vers «\u202FQuand en avez-vous besoin\u202F»"))
                .click();
        assertThat(page).hasURL(mainforte.base() + ARTICLE + "#when-needed");
        assertThat(page.locator("#when-needed")).isInViewport();
        page.locator("nav a").first().click();
        assertThat(page).hasURL(mainforte.base() + ARTICLE + "#what-you-see");
    }

    @Test
    void onPaperOnlyTheArticleIsLeft() {
        Page page = page(new Browser.NewContextOptions(), MORNING);
        page.navigate(mainforte.base() + ARTICLE);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator("#what-to-do")).isVisible();
        for (String screenOnly : new String[] {"nav", "header", ".helpful", "h2 .here"}) {
            assertThat(page.locator(screenOnly).first()).isHidden();
        }
        byte[] paper = page.pdf();
        assertThat(new String(paper, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }
}
