package org.mainforte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page keeps to the content policy it is served with, and a text stays a text whoever wrote it. */
class StrictPolicyTest extends BrowserTestBase {
    private static final String IMAGE = "<img src=x onerror=alert(1)>";
    private static final String LINK = "[x](javascript:alert(1))";
    private static final String SCRIPT = "</script><script>alert(1)</script>";

    /** What should never happen on a page, as it happens. */
    private final List<String> faults = new ArrayList<>();

    private Page watched(Browser.NewContextOptions options) {
        faults.clear();
        Page page = page(options, MORNING);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())
                    || message.text().startsWith("policy: ")) {
                faults.add(message.text());
            }
        });
        page.onPageError(faults::add);
        page.onDialog((Dialog dialog) -> {
            faults.add("a dialog says " + dialog.message());
            dialog.dismiss();
        });
        page.onRequest(request -> {
            if (!request.url().matches("(" + mainforte.base() + "/|data:|blob:).*")) {
                faults.add("asks " + request.url());
            }
        });
        page.addInitScript("document.addEventListener('securitypolicyviolation',"
                + " event => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))");
        return page;
    }

    @Test
    void aWholeVisitBreaksNoRuleAndAsksNobodyElse() {
        Screen ines =
                Screen.intranet(watched(Chromium.desktop()), mainforte.base()).opens();
        assertThat(ines.page().locator(".people")).isVisible();
        ines.becomes("Inès Garnier");
        ines.says("mon casque est cassé")
                .presses("Commander du matériel")
                .sendsForm()
                .presses("Oui, confirmer");
        ines.says("je voudrais un rendez-vous avec un technicien");
        ines.fills("Motif", "Écran cassé")
                .picks("mercredi 25 novembre à 9 h")
                .sendsForm()
                .presses("Oui, confirmer");
        var calendar = ines.page()
                .waitForDownload(
                        () -> ines.page().getByText("Mettre à jour mon agenda").click());
        assertThat(calendar.suggestedFilename()).endsWith(".ics");
        ines.says("aidez-moi à installer mon nouveau PC").menu("Continuer sur un autre appareil");
        assertThat(ines.dialog().locator(".qr")).isVisible();
        ines.page().keyboard().press("Escape");
        ines.menu("English");
        assertThat(ines.page().locator(".human-button")).hasText("Talk to a person");
        assertThat(faults).isEmpty();
    }

    static List<String> hostileTexts() {
        return List.of(IMAGE, LINK, SCRIPT, "facture\u202Efdp.exe", "x".repeat(3_900));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("hostileTexts")
    void whatTheEmployeeTypesStaysText(String text) {
        Screen camille =
                Screen.chat(watched(Chromium.phone()), mainforte.base()).becomes("Camille Roth");
        camille.says(text).says("je veux parler à une personne");
        assertThat(camille.page().locator(".log .written").first()).hasText(text);
        staysText(camille);
    }

    @Test
    void whatOtherSystemsSayStaysText() {
        mainforte.world("""
                {"people": [{"id": "eve", "name": "%1$s", "role": "employee", "site": "strasbourg", "language": "fr",
                   "address": "%2$s"}],
                 "equipment": [{"serial": "5CG4471MBX", "model": "%1$s %2$s %3$s", "owner": "eve", "state": "in-use"}],
                 "rooms": [{"site": "strasbourg", "name": "%1$s"}, {"site": "strasbourg", "name": "%2$s"}]}""".formatted(IMAGE, LINK, SCRIPT));
        Screen eve = Screen.chat(watched(Chromium.phone()), mainforte.base()).becomes(IMAGE);
        eve.says("quel est mon matériel ?");
        assertThat(eve.words("text")).contains(IMAGE, SCRIPT);
        eve.says("je veux créer un ticket").fills("Description", SCRIPT);
        eve.form().locator("select").selectOption("hardware");
        eve.picks("Je peux travailler").sendsForm();
        assertThat(eve.page().locator(".log .message").last()).containsText(IMAGE);
        eve.presses("Abandonner").says("je veux commander une souris");
        assertThat(eve.page().locator("form.card.form textarea[name=address]")).hasValue(LINK);
        staysText(eve);
    }

    private void staysText(Screen screen) {
        Page page = screen.page();
        assertThat(page.locator(".log img, .log script, .log iframe, .log a[href^='javascript:' i]"))
                .hasCount(0);
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        Object wide = page.locator(".log .bubble")
                .evaluateAll("all => all.filter(one => one.getBoundingClientRect().right > innerWidth).length");
        assertThat(wide).isEqualTo(0);
        assertThat(faults).isEmpty();
    }
}
