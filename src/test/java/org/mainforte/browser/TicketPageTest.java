package org.mainforte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page for tickets that no other system keeps: found, read and answered there, read where the employee asked. */
class TicketPageTest extends BrowserTestBase {
    private static final String HOSTILE = "<img src=x onerror=alert(1)> mon écran reste noir [x](javascript:alert(1))";

    /** Camille, who has a ticket and nobody to talk to any more. */
    private Screen camille() {
        DeskScreen.of(page(Chromium.desktop(), MORNING), mainforte.base(), "Agathe Morel");
        Screen camille = phoneOf("Camille Roth").says(HOSTILE).presses("Parler à une personne");
        assertThat(camille.page().locator(".banner.queue")).isVisible();
        camille.page().locator(".banner.queue button").click();
        assertThat(camille.page().locator(".banner.queue")).hasCount(0);
        return camille;
    }

    private Page tickets(Page page) {
        page.navigate(mainforte.base() + "/desk/tickets");
        page.locator(".door button").getByText("Agathe Morel").click();
        return page;
    }

    @Test
    void theAgentAnswersATicketAndTheEmployeeReadsItInTheConversation() {
        Screen camille = camille();
        Page agathe = tickets(page(Chromium.desktop(), MORNING));
        agathe.locator("#search").fill("roth");
        agathe.locator("#search").press("Enter");
        Locator line = agathe.locator(".queue .line").first();
        assertThat(line).containsText("À répondre");
        line.click();
        assertThat(agathe.locator(".ticket-head h2")).containsText("mon écran reste noir");
        assertThat(agathe.locator("a.call")).hasAttribute("href", "tel:0639980111");
        agathe.locator("#reply").fill("Changez de **câble**, puis dites-moi.");
        agathe.getByText("Répondre", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(agathe.locator(".log .message.agent")).containsText("Changez de **câble**");
        assertThat(line).not().containsText("À répondre");
        assertThat(camille.page().locator(".log .message.agent").last()).containsText("Changez de **câble**");
        agathe.locator("#state").selectOption("resolved");
        assertThat(agathe.locator("[role=status]").last()).containsText("enregistré");
        assertThat(camille.page().locator(".log .message").last()).containsText("résolu");
        assertThat(agathe.locator(".queue .line")).hasCount(0);
        agathe.reload();
        assertThat(agathe.locator(".log .message.agent")).containsText("Changez de **câble**");
    }

    @Test
    void itIsAccessibleInBothLanguagesAndFitsAPhone() {
        camille();
        Axe axe = new Axe();
        Page page = tickets(page(Chromium.desktop().setBypassCSP(true), MORNING));
        assertThat(page.locator(".queue .line")).hasCount(1);
        axe.looks(page, "the list");
        page.keyboard().press("Alt+1");
        page.keyboard().press("Enter");
        assertThat(page.locator(".ticket-head")).isFocused();
        axe.looks(page, "a ticket");
        page.keyboard().press("Alt+2");
        page.keyboard().type("au clavier seulement");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator(".log .message.agent")).containsText("au clavier seulement");
        page.getByText("English").click();
        assertThat(page.locator("#reply-label, label[for=reply]")).containsText("Your reply");
        for (int width : List.of(1024, 768, 390)) {
            page.setViewportSize(width, 844);
            axe.looks(page, width + " pixels");
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
        }
        page.getByText("Back to the list").click();
        assertThat(page.locator(".queue .line")).isVisible();
        assertThat(axe.findings()).isEmpty();
    }

    @Test
    void whatAnybodyTypedIsOnlyTextUnderTheStrictPolicy() {
        camille();
        List<String> faults = new ArrayList<>();
        Page page = page(Chromium.desktop(), MORNING);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                faults.add(message.text());
            }
        });
        page.onPageError(faults::add);
        page.addInitScript("document.addEventListener('securitypolicyviolation',"
                + " event => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))");
        tickets(page).locator(".queue .line").click();
        assertThat(page.locator(".rows")).containsText(HOSTILE);
        page.locator("details summary").click();
        assertThat(page.locator("details .written")).containsText("<img src=x");
        assertThat(page.locator("main img, main script, main b, main a[href^='javascript:' i]"))
                .hasCount(0);
        assertThat(faults).isEmpty();
    }
}
