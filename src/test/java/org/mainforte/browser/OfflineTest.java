package org.mainforte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mainforte.journey.Person;
import tools.jackson.databind.JsonNode;

/** A train, a lift, a cellar: what was typed is neither lost nor said twice. */
class OfflineTest extends BrowserTestBase {
    @Test
    void whatIsTypedWithoutNetworkWaitsAndIsSentOnce() {
        Screen camille = phoneOf("Camille Roth").waitsForTheConversation();
        camille.page().context().setOffline(true);
        assertThat(camille.page().locator(".banner.offline")).containsText("Pas de réseau");
        types(camille, "mes rendez-vous");
        assertThat(camille.page().locator(".pending")).containsText("Gardé ici, envoyé au retour du réseau");

        camille.page().context().setOffline(false);
        assertThat(camille.message("text")).containsText("Vous n’avez aucun rendez-vous à venir.");
        assertThat(camille.page().locator(".banner.offline")).hasCount(0);
        assertThat(saidBy("camille")).containsExactly("mes rendez-vous");
        showsWhatTheServerHas(camille, "camille");
    }

    @Test
    void whatIsTypedWithoutNetworkSurvivesAReload() {
        Screen camille = phoneOf("Camille Roth").waitsForTheConversation();
        camille.page().context().setOffline(true);
        types(camille, "mes rendez-vous");
        assertThat(camille.page().locator(".pending")).isVisible();
        camille.composer().fill("et aussi");
        assertThatThrownBy(camille.page()::reload).isInstanceOf(PlaywrightException.class);

        camille.page().context().setOffline(false);
        camille.page().navigate(mainforte.base() + "/chat");
        assertThat(camille.message("text")).containsText("Vous n’avez aucun rendez-vous à venir.");
        assertThat(camille.composer()).hasValue("et aussi");
        assertThat(saidBy("camille")).containsExactly("mes rendez-vous");
    }

    @Test
    void aStreamThatBreaksInTheMiddleOfAMessageLosesAndDoublesNothing() throws Exception {
        try (var wire = new Wire(mainforte.base())) {
            Screen camille =
                    Screen.chat(page(Chromium.phone(), MORNING), wire.base()).becomes("Camille Roth");
            camille.waitsForTheConversation();
            wire.breaksAfter("aucun rendez-vous");
            camille.says("mes rendez-vous").says("mes demandes");
            assertThat(wire.hasBroken()).isTrue();
            assertThat(saidBy("camille")).containsExactly("mes rendez-vous", "mes demandes");
            showsWhatTheServerHas(camille, "camille");
        }
    }

    @Test
    void aReceiptThatIsLostIsNoSecondMessage() throws Exception {
        try (var wire = new Wire(mainforte.base())) {
            Screen camille =
                    Screen.chat(page(Chromium.phone(), MORNING), wire.base()).becomes("Camille Roth");
            camille.waitsForTheConversation();
            wire.breaksAfter("HTTP/1.1 202");
            camille.says("mes rendez-vous");
            assertThat(wire.hasBroken()).isTrue();
            assertThat(saidBy("camille")).containsExactly("mes rendez-vous");
            showsWhatTheServerHas(camille, "camille");
        }
    }

    private static void types(Screen screen, String text) {
        screen.composer().fill(text);
        screen.composer().press("Enter");
    }

    private List<JsonNode> messages(String person) {
        Person signedIn = mainforte.person(person).at(MORNING);
        String id = signedIn.get("/api/conversations").json().path(0).path("id").asString();
        List<JsonNode> messages = new ArrayList<>();
        signedIn.get("/api/conversations/" + id).json().path("messages").forEach(messages::add);
        return messages;
    }

    private List<String> saidBy(String person) {
        return messages(person).stream()
                .filter(message ->
                        message.path("author").path("kind").asString().equals("employee"))
                .map(message -> message.path("text").asString())
                .toList();
    }

    private void showsWhatTheServerHas(Screen screen, String person) {
        List<JsonNode> kept = messages(person);
        Locator shown = screen.page().locator(".log .message");
        assertThat(shown).hasCount(kept.size());
        assertThat((Object) shown.evaluateAll("all => all.map(one => Number(one.dataset.seq))"))
                .isEqualTo(kept.stream()
                        .map(message -> message.path("seq").asInt())
                        .toList());
    }
}
