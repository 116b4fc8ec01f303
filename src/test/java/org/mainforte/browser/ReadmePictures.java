package org.mainforte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Takes the pictures of the README from the running product. No test of the normal run: {@code mvn test -Dtest=ReadmePictures}.
 */
class ReadmePictures extends BrowserTestBase {
    private static final Path FOLDER = Path.of("src/docs/pictures");
    private static final int LARGEST_BYTES = 150_000;

    @Test
    void answerOnThePhone() throws IOException {
        Screen ines = Screen.chat(page(Chromium.phone().setDeviceScaleFactor(2), MORNING), mainforte.base());
        ines.becomes("Inès Garnier").says("mon casque est mort et j’ai un appel dans une heure");
        take(ines, "chat-phone.png");
    }

    @Test
    void orderOnTheIntranet() throws IOException {
        Screen ines = Screen.intranet(page(Chromium.desktop(), MORNING), mainforte.base());
        ines.becomes("Inès Garnier").opens().says("mon casque est mort et j’ai un appel dans une heure");
        ines.presses("Commander du matériel").sendsForm();
        take(ines, "chat-desktop.png");
    }

    @Test
    void stepOfAGuide() throws IOException {
        Screen camille = Screen.chat(page(Chromium.phone().setDeviceScaleFactor(2), MORNING), mainforte.base());
        camille.becomes("Camille Roth")
                .presses("Mettre en service mon nouveau PC")
                .presses("C’est fait")
                .presses("C’est fait");
        take(camille, "guide-step.png");
    }

    private static void take(Screen screen, String name) throws IOException {
        Files.createDirectories(FOLDER);
        Path file = FOLDER.resolve(name);
        assertThat(screen.composer()).isVisible();
        screen.page().mouse().move(0, 0);
        screen.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(file)
                        .setAnimations(com.microsoft.playwright.options.ScreenshotAnimations.DISABLED));
        assertThat(Files.size(file)).isLessThanOrEqualTo(LARGEST_BYTES);
    }
}
