package org.mainforte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.mainforte.model.ModelDouble;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An agent and an employee who do not share a language, with a language model there (a double over HTTP). */
@DirtiesContext
class TranslationTest extends BrowserTestBase {
    private static final ModelDouble MODEL = new ModelDouble();

    @DynamicPropertySource
    static void model(DynamicPropertyRegistry registry) {
        registry.add("mainforte.model.base-url", MODEL::baseUrl);
        registry.add("mainforte.model.name", () -> "double");
    }

    @Test
    void bothReadTheOriginalAndATranslationMarkedAsMadeByAMachine() {
        MODEL.does((asked, pen) -> {
            String translated = asked.last().contains("sound") ? "Le casque ne marche pas." : "I am looking into it.";
            pen.says(asked.system().contains("Tradui") || asked.system().contains("Translate") ? translated : "?")
                    .done();
        });
        Axe axe = new Axe();
        DeskScreen agathe =
                DeskScreen.of(page(Chromium.desktop().setBypassCSP(true), MORNING), mainforte.base(), "Agathe Morel");
        Screen oliver = Screen.chat(page(Chromium.phone().setBypassCSP(true), MORNING), mainforte.base())
                .becomes("Oliver Hughes");
        oliver.presses("Talk to a person");
        agathe.takes("Oliver Hughes");
        oliver.composer().fill("My headset has no sound");
        oliver.composer().press("Enter");
        Locator line = agathe.said("My headset has no sound");
        assertThat(line.locator(".translation")).containsText("Traduction faite par une IA");
        assertThat(line.locator(".translation .written")).hasText("Le casque ne marche pas.");
        assertThat(line.locator(".translation .written")).hasCount(1);
        axe.looks(agathe.page(), "a translated conversation");
        agathe.says("Je regarde cela pour vous.");
        Locator heard = oliver.page().locator(".log .message.agent").last();
        assertThat(heard).containsText("Je regarde cela pour vous.");
        assertThat(heard).not().containsText("I am looking");
        axe.looks(oliver.page(), "asks for a translation");
        heard.getByText("Translate", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(heard.locator(".translation .written")).hasText("I am looking into it.");
        assertThat(heard).containsText("made by an AI");
        assertThat(heard).containsText("Je regarde cela pour vous.");
        axe.looks(oliver.page(), "translated");
        assertThat(axe.findings()).isEmpty();
        Page page = agathe.page();
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(1280);
    }
}
