package org.mainforte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mainforte.model.Await;
import org.mainforte.model.ModelDouble;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Somebody has read enough of what a model is writing: they stop it, or they leave. */
class StopTest extends BrowserTestBase {
    private static final ModelDouble MODEL = new ModelDouble();
    private static final String QUESTION = "Comment connecter mon nouveau PC au wifi de la maison ?";

    @DynamicPropertySource
    static void model(DynamicPropertyRegistry registry) {
        registry.add("mainforte.model.base-url", MODEL::baseUrl);
        registry.add("mainforte.model.name", () -> "double");
    }

    @BeforeEach
    void writesForLong() {
        MODEL.does((asked, pen) -> {
            pen.says("Ouvrez les **paramètres** du réseau. [s1] ");
            for (int i = 0; i < 400; i++) {
                pen.says("Attendez encore un peu. [s1] ").waits(100);
            }
            pen.done();
        });
    }

    private static Locator asks(Screen screen) {
        screen.waitsForTheConversation();
        screen.composer().fill(QUESTION);
        screen.composer().press("Enter");
        Locator live = screen.page().locator(".log .live");
        assertThat(live).containsText("Ouvrez les paramètres du réseau.");
        return live;
    }

    @Test
    void whatWasWrittenStaysAndIsMarkedAsStopped() throws Exception {
        Screen camille = phoneOf("Camille Roth");
        Locator live = asks(camille);
        live.getByText("Arrêter la réponse").click();
        long stopped = System.nanoTime();
        Await.until("the provider's stream ends", () -> MODEL.streaming() == 0);
        assertThat((System.nanoTime() - stopped) / 1_000_000).as("milliseconds").isLessThan(1_000);
        assertThat(camille.message("answer")).containsText("Ouvrez les paramètres du réseau.");
        assertThat(camille.message("answer")).containsText("Réponse arrêtée à votre demande");
        assertThat(live).hasCount(0);
        assertThat(camille.page().locator(".log .typing")).hasCount(0);
        camille.page().reload();
        assertThat(camille.message("answer")).containsText("Réponse arrêtée à votre demande");
    }

    @Test
    void whoLeavesThePageEndsTheProvidersStreamAndFindsWhatWasWritten() throws Exception {
        Screen camille = phoneOf("Camille Roth");
        asks(camille);
        camille.page().navigate("about:blank");
        Await.until("the provider's stream ends", () -> MODEL.streaming() == 0);
        camille.page().goBack();
        assertThat(camille.message("answer")).containsText("Ouvrez les paramètres du réseau.");
    }
}
