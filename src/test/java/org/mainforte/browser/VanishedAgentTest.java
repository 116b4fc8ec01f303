package org.mainforte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A laptop is closed in the middle of a conversation; with the lease cut down to seconds. */
@TestPropertySource(properties = "mainforte.desk.lease=4s")
@DirtiesContext
class VanishedAgentTest extends BrowserTestBase {
    @Test
    void theNextAgentTakesOverWithEverythingSaid() {
        DeskScreen agathe = DeskScreen.of(page(Chromium.desktop(), MORNING), mainforte.base(), "Agathe Morel");
        Screen camille = phoneOf("Camille Roth").says("mon vpn marche pas").presses("Parler à une personne");
        agathe.takes("Camille Roth").says("Je regarde, un instant.");
        DeskScreen samuel = DeskScreen.of(page(Chromium.desktop(), MORNING), mainforte.base(), "Samuel Okafor");
        assertThat(camille.page().locator(".banner.queue")).containsText("Agathe Morel");
        agathe.page().context().setOffline(true);
        assertThat(camille.page().locator(".log .message.system").last())
                .containsText("La connexion avec Agathe Morel est perdue");
        assertThat(camille.page().locator(".banner.queue")).containsText("Vous êtes le prochain");
        samuel.line("Camille Roth").click();
        samuel.presses("Take the conversation");
        assertThat(samuel.said("Je regarde, un instant.")).isVisible();
        assertThat(camille.page().locator(".banner.queue")).containsText("Samuel Okafor");
        agathe.page().context().setOffline(false);
        assertThat(agathe.page().locator(".banner.problem")).isVisible();
        assertThat(agathe.page().locator(".queue .line")).hasCount(0);
    }
}
