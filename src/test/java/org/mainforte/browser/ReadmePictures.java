package org.mainforte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Date;
import org.junit.jupiter.api.Test;

/**
 * Takes the pictures of the README from the running product. No part of the normal run: {@code mvn test -Dtest=ReadmePictures}.
 */
class ReadmePictures extends BrowserTestBase {
    private static final Path FOLDER = Path.of("src/docs/pictures");
    private static final int LARGEST_BYTES = 150_000;
    private static final String QUESTION = "Mon casque est mort et j’ai un appel dans une heure";

    @Test
    void answerOnThePhone() throws IOException {
        Screen ines = Screen.chat(today(phoneAtTwice()), mainforte.base());
        take(ines.becomes("Inès Garnier").says(QUESTION), "chat-phone.png");
    }

    @Test
    void orderOnTheIntranet() throws IOException {
        Screen ines = Screen.intranet(today(Chromium.desktop()), mainforte.base());
        ines.becomes("Inès Garnier").opens().says(QUESTION);
        take(ines.presses("Commander du matériel").sendsForm(), "chat-desktop.png");
    }

    @Test
    void stepOfAGuide() throws IOException {
        Screen camille = Screen.chat(today(phoneAtTwice()), mainforte.base()).becomes("Camille Roth");
        camille.presses("Mettre en service mon nouveau PC");
        take(camille.presses("C’est fait").presses("C’est fait"), "guide-step.png");
    }

    @Test
    void conversationAtTheDesk() throws IOException {
        DeskScreen agathe = DeskScreen.of(today(Chromium.desktop()), mainforte.base(), "Agathe Morel");
        Screen ines = phoneOf("Inès Garnier").says("je n’arrive plus à me connecter au vpn");
        ines.presses("Parler à une personne");
        Screen oliver = phoneOf("Oliver Hughes").says("my headset is broken").presses("Talk to a person");
        Screen camille = phoneOf("Camille Roth").presses("Mettre en service mon nouveau PC");
        camille.presses("C’est fait").presses("Ça ne marche pas").presses("Parler à une personne");
        assertThat(oliver.page().locator(".banner.queue")).isVisible();
        assertThat(agathe.line("Camille Roth")).isVisible();
        keep(agathe.page(), "desk-queue.png");
        agathe.takes("Camille Roth").says("Bonjour Camille, j’ai tout lu. Que voyez-vous à l’écran ?");
        camille.composer().fill("Un écran bleu avec « Bonjour », puis plus rien.");
        camille.composer().press("Enter");
        assertThat(agathe.said("puis plus rien")).isVisible();
        agathe.notes("Compte peut-être pas encore activé sur ce PC.");
        agathe.page().locator("aside").evaluate("aside => aside.scrollTop = 0");
        agathe.page().mouse().move(700, 300);
        keep(agathe.page(), "desk-conversation.png");
    }

    @Test
    void aTechniciansDay() throws IOException {
        Screen camille = phoneOf("Camille Roth").says("mon écran reste noir depuis ce matin");
        camille.says("je voudrais un rendez-vous avec un technicien").fills("Motif", "Écran noir au démarrage");
        camille.picks("mercredi 25 novembre à 9 h").sendsForm().presses("Oui, confirmer");
        Screen oliver = phoneOf("Oliver Hughes").says("I need an appointment with a technician");
        oliver.fills("Reason", "Docking station not detected")
                .picks("Wednesday 25 November at 14:00")
                .sendsForm();
        oliver.presses("Yes, confirm");
        Page julie = today(Chromium.desktop());
        julie.navigate(mainforte.base() + "/desk/day");
        julie.locator(".door button").getByText("Julie Kieffer").click();
        julie.locator(".visit summary").first().click();
        assertThat(julie.locator(".visit")).hasCount(2);
        keep(julie, "desk-day.png");
    }

    private static void keep(Page page, String name) throws IOException {
        Path file = FOLDER.resolve(name);
        SmallPng.write(page.screenshot(), file);
        assertThat(Files.size(file)).isLessThanOrEqualTo(LARGEST_BYTES);
    }

    private static Browser.NewContextOptions phoneAtTwice() {
        return Chromium.phone().setDeviceScaleFactor(2);
    }

    /** A page whose browser lives in the demo's morning too, so that messages carry a time and no date. */
    private Page today(Browser.NewContextOptions options) {
        Page page = page(options.setReducedMotion(ReducedMotion.REDUCE), MORNING);
        page.clock().setFixedTime(Date.from(OffsetDateTime.parse(MORNING).toInstant()));
        return page;
    }

    private static void take(Screen screen, String name) throws IOException {
        assertThat(screen.composer()).isVisible();
        Path file = FOLDER.resolve(name);
        SmallPng.write(screen.page().screenshot(), file);
        assertThat(Files.size(file)).isLessThanOrEqualTo(LARGEST_BYTES);
    }
}
