package org.mainforte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WCAG 2.2 AA as far as a program can see it, then the keyboard and what a screen reader is told. */
class AccessibilityTest extends BrowserTestBase {
    private static final String FOCUSED = """
            () => {
              let focused = document.activeElement;
              while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
              return (focused.getAttribute("aria-label") ?? focused.textContent).trim();
            }""";

    /** Only here is the policy of the page set aside: axe has to come in from outside. */
    private Page seenByAxe(Browser.NewContextOptions options) {
        return page(options.setBypassCSP(true).setReducedMotion(ReducedMotion.REDUCE), MORNING);
    }

    @Test
    void nothingIsFoundInAnyStateOfTheFrenchChat() {
        Axe axe = new Axe();
        Screen camille =
                Screen.intranet(seenByAxe(Chromium.phone()), mainforte.base()).becomes("Camille Roth");
        axe.looks(camille.page(), "closed");
        camille.opens().waitsForTheConversation();
        axe.looks(camille.page(), "open");
        camille.says("mot de passe");
        assertThat(camille.message("clarification")).isVisible();
        axe.looks(camille.page(), "clarification");
        camille.says("mon bidule ne marche plus");
        assertThat(camille.message("unknown")).isVisible();
        axe.looks(camille.page(), "unknown");
        camille.says("mon casque est cassé");
        axe.looks(camille.page(), "answer");
        camille.presses("Commander du matériel").sendsForm();
        axe.looks(camille.page(), "proposal");
        camille.presses("Oui, confirmer");
        axe.looks(camille.page(), "receipt");
        camille.says("je veux créer un ticket");
        axe.looks(camille.page(), "form");
        camille.form().locator("button[type=submit]").click();
        assertThat(camille.form().getByRole(AriaRole.ALERT)).isVisible();
        axe.looks(camille.page(), "form errors");
        looksAtOtherWaysOfSeeing(axe, camille.page(), "form errors");
        camille.presses("Abandonner").says("aidez-moi à installer mon nouveau PC");
        axe.looks(camille.page(), "step");
        looksAtOtherWaysOfSeeing(axe, camille.page(), "step");
        looksAtWhatCoversTheConversation(axe, camille);
        assertThat(axe.findings()).isEmpty();
    }

    @Test
    void nothingIsFoundInTheEnglishChat() {
        Axe axe = new Axe();
        Screen oliver = Screen.chat(seenByAxe(Chromium.desktop()), mainforte.base());
        assertThat(oliver.page().locator(".people button").first()).isVisible();
        axe.looks(oliver.page(), "people");
        oliver.becomes("Oliver Hughes").presses("Order an accessory");
        axe.looks(oliver.page(), "form");
        oliver.says("my headset is broken");
        axe.looks(oliver.page(), "answer");
        oliver.says("help me set up my new PC");
        axe.looks(oliver.page(), "step");
        oliver.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        axe.looks(oliver.page(), "step, dark");
        assertThat(axe.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/kb/fr/onedrive-backup-before-exchange",
                "/kb/en/onedrive-backup-before-exchange",
                "/kb/fr/onedrive-backup-before-exchange?helped=true",
                "/kb/en/onedrive-backup-before-exchange?helped=false",
                "/kb/fr/nowhere",
                "/kb/en/nowhere"
            })
    void nothingIsFoundOnThePages(String path) {
        Page page = seenByAxe(Chromium.phone());
        page.navigate(mainforte.base() + path);
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator("html")).hasAttribute("lang", path.substring(4, 6));
        Axe axe = new Axe().looks(page, path);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(320, 256);
        axe.looks(page, path + ", dark and narrow");
        assertThat(axe.findings()).isEmpty();
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(320);
    }

    private static void looksAtOtherWaysOfSeeing(Axe axe, Page page, String state) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        axe.looks(page, state + ", dark");
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT).setForcedColors(ForcedColors.ACTIVE));
        axe.looks(page, state + ", forced colours");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
        for (int height : List.of(640, 256)) {
            page.setViewportSize(320, height);
            axe.looks(page, state + ", 320 × " + height);
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(320);
        }
        page.setViewportSize(390, 844);
    }

    private static void looksAtWhatCoversTheConversation(Axe axe, Screen screen) {
        Page page = screen.page();
        page.locator("mainforte-menu > .menu > button").click();
        assertThat(page.locator(".menu-entries")).isVisible();
        axe.looks(page, "menu");
        page.keyboard().press("Escape");
        screen.menu("Continuer sur un autre appareil");
        assertThat(screen.dialog().locator(".qr")).isVisible();
        axe.looks(page, "resume dialog");
        page.keyboard().press("Escape");
        assertThat(screen.dialog()).hasCount(0);
        page.context().setOffline(true);
        assertThat(page.locator(".banner.offline")).isVisible();
        axe.looks(page, "offline");
        page.context().setOffline(false);
    }

    @Test
    void everythingCanBeDoneWithTheKeyboard() {
        Page page = page(Chromium.desktop(), MORNING);
        Screen ines = Screen.intranet(page, mainforte.base()).becomes("Inès Garnier");
        page.locator(".launcher").focus();
        page.keyboard().press("Enter");
        assertThat(ines.composer()).isFocused();
        ines.waitsForTheConversation();
        page.keyboard().type("mon casque est cassé");
        page.keyboard().press("Enter");
        pressesFromTheComposer(ines, "Commander du matériel");
        assertThat(ines.form()).isVisible();
        pressesFromTheComposer(ines, "Envoyer le formulaire");
        pressesFromTheComposer(ines, "Oui, confirmer");
        assertThat(ines.message("receipt")).isVisible();
        ines.composer().focus();
        page.keyboard().press("Escape");
        assertThat(ines.composer()).isHidden();
        assertThat(page.locator(".launcher")).isFocused();
    }

    /** Goes back from where one types until the button has the focus, as somebody without a mouse does. */
    private static void pressesFromTheComposer(Screen screen, String label) {
        assertThat(screen.page().locator(".log button").getByText(label, new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        screen.composer().focus();
        for (int tabs = 0; tabs < 20; tabs++) {
            screen.page().keyboard().press("Shift+Tab");
            if (label.equals(screen.page().evaluate(FOCUSED))) {
                screen.page().keyboard().press("Enter");
                return;
            }
        }
        throw new AssertionError("“" + label + "” is not among the 20 elements before the composer");
    }

    @Test
    void thePanelStandsInItsCornerAndLeavesThePageFree() {
        Screen ines = Screen.intranet(page(Chromium.desktop(), MORNING), mainforte.base())
                .becomes("Inès Garnier")
                .opens()
                .waitsForTheConversation();
        var panel = ines.page().locator("mainforte-panel").boundingBox();
        assertThat(panel.x).isBetween(1280.0 - 520, 1280.0);
        assertThat(panel.x + panel.width).isLessThanOrEqualTo(1280);
        assertThat(panel.y).isPositive();
        assertThat(panel.y + panel.height).isLessThanOrEqualTo(800);
        assertThat(ines.page().locator("mainforte-menu")).isInViewport();
        assertThat(ines.composer()).isInViewport();

        ines.says("mon casque est cassé").presses("Commander du matériel").sendsForm();
        assertThat(ines.choice("Oui, confirmer")).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
    }

    @Test
    void onAPhoneThePanelIsTheWholeScreen() {
        Screen ines = Screen.intranet(page(Chromium.phone(), MORNING), mainforte.base())
                .becomes("Inès Garnier")
                .opens()
                .waitsForTheConversation();
        var panel = ines.page().locator("mainforte-panel").boundingBox();
        assertThat(List.of(panel.x, panel.y, panel.width, panel.height)).containsExactly(0.0, 0.0, 390.0, 844.0);
    }

    @Test
    void eachMessageIsAnnouncedOncePolitely() {
        Screen camille = phoneOf("Camille Roth");
        Locator announcer = camille.page().locator("mainforte-announcer");
        assertThat(announcer.locator("p")).hasCount(1);
        assertThat(announcer).hasAttribute("aria-live", "polite");
        camille.says("mes rendez-vous").says("mes demandes");
        assertThat(announcer.locator("p")).hasCount(3);
        assertThat(announcer.locator("p").nth(1)).containsText("Vous n’avez aucun rendez-vous à venir.");
        assertThat(camille.page().locator("[role=log]")).hasCount(1);
        assertThat(camille.page().locator("[role=log]")).hasAttribute("aria-live", "off");
        assertThat(camille.page().locator("[aria-live=assertive]")).hasCount(0);
    }

    @Test
    void everyTargetIsLargeEnoughForAThumb() {
        Screen camille = phoneOf("Camille Roth");
        camille.says("mon casque est cassé").says("je veux créer un ticket");
        camille.page().locator("mainforte-menu > .menu > button").click();
        Object small = camille.page()
                .locator("button:visible, select:visible, textarea:visible, .option:visible, label.icon-button:visible")
                .evaluateAll("""
                        elements => elements.map(element => [element, element.getBoundingClientRect()])
                          .filter(([, { width, height }]) => width < 24 || height < 24)
                          .map(([element]) => element.outerHTML)""");
        assertThat((List<?>) small).isEmpty();
    }
}
