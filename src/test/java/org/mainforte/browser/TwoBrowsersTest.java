package org.mainforte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mainforte.journey.Agent;

/** An employee's browser and an agent's, side by side: what one does, the other sees, without anybody reloading. */
class TwoBrowsersTest extends BrowserTestBase {
    private DeskScreen desk(String agent) {
        return DeskScreen.of(page(Chromium.desktop(), MORNING), mainforte.base(), agent);
    }

    /** Camille on a phone, who has asked for a person while an agent was there. */
    private Screen waiting() {
        Screen camille = phoneOf("Camille Roth").says("mon vpn marche pas").presses("Parler à une personne");
        assertThat(camille.page().locator(".banner.queue")).containsText("Vous êtes le prochain");
        return camille;
    }

    /** What the agent says, as the employee sees it. */
    private static void hears(Screen employee, String text) {
        assertThat(employee.page().locator(".log .message.agent").last()).containsText(text);
    }

    private static void writes(Screen employee, String text) {
        employee.composer().fill(text);
        employee.composer().press("Enter");
        assertThat(employee.page()
                        .locator(".log .message.employee:not(.pending)")
                        .last())
                .containsText(text);
    }

    @Test
    void theAgentSpeaksFirst() {
        DeskScreen agathe = desk("Agathe Morel");
        Screen camille = waiting();
        assertThat(agathe.line("Camille Roth")).containsText("mon vpn marche pas");
        assertThat(agathe.line("Camille Roth")).containsText("Pour vous");
        assertThat(agathe.page()).hasTitle(Pattern.compile("^\\(1\\) Nouvelle demande"));
        agathe.takes("Camille Roth").says("Bonjour Camille, je regarde.");
        hears(camille, "Bonjour Camille, je regarde.");
        assertThat(camille.page().locator(".log .message.agent").last()).isInViewport();
        assertThat(camille.page().locator(".log button.human")).hasCount(0);
        assertThat(camille.page().locator(".human-button")).isHidden();
        assertThat(camille.page().locator(".banner.queue")).containsText("Agathe Morel");
        assertThat(agathe.page().locator(".read")).isVisible();
        camille.composer().pressSequentially("Mer");
        assertThat(agathe.page().locator(".typing")).containsText("Camille Roth");
        writes(camille, "Merci !");
        assertThat(agathe.said("Merci !")).isVisible();
        agathe.box().pressSequentially("Je");
        assertThat(camille.page().locator(".log .typing")).isVisible();
    }

    @Test
    void theEmployeeSpeaksFirstAndTheAssistantKeepsQuiet() {
        DeskScreen agathe = desk("Agathe Morel");
        Screen camille = waiting();
        agathe.takes("Camille Roth");
        writes(camille, "comment sauvegarder mes fichiers onedrive ?");
        assertThat(agathe.said("comment sauvegarder mes fichiers")).isVisible();
        agathe.says("Je vous explique.");
        hears(camille, "Je vous explique.");
        assertThat(camille.page().locator(".log .message").last()).containsText("Je vous explique.");
    }

    @Test
    void bothPagesMayBeReloaded() {
        DeskScreen agathe = desk("Agathe Morel");
        Screen camille = waiting();
        agathe.takes("Camille Roth").says("Un instant.");
        agathe.page().reload();
        agathe.opens("Camille Roth");
        assertThat(agathe.said("Un instant.")).isVisible();
        camille.page().reload();
        hears(camille, "Un instant.");
        assertThat(camille.page().locator(".banner.queue")).containsText("Agathe Morel");
        writes(camille, "toujours là");
        assertThat(agathe.said("toujours là")).isVisible();
    }

    @Test
    void whoSpeaksEnglishIsSpokenToInEnglishAfterAReloadToo() {
        desk("Samuel Okafor");
        Screen oliver = phoneOf("Oliver Hughes").says("my headset is broken").presses("Talk to a person");
        assertThat(oliver.page().locator(".banner.queue")).containsText("You are next");
        oliver.page().reload();
        assertThat(oliver.page().locator(".banner.queue")).containsText("You are next");
    }

    @Test
    void whoTookABreakIsStillOnItAfterAReload() {
        DeskScreen agathe = desk("Agathe Morel");
        agathe.page().getByText("Disponible").click();
        assertThat(agathe.page().getByText("En pause")).isVisible();
        agathe.page().reload();
        assertThat(agathe.page().getByText("En pause")).isVisible();
        Screen camille = phoneOf("Camille Roth").says("mon vpn marche pas").presses("Parler à une personne");
        assertThat(camille.message("proposal")).isVisible();
        agathe.page().getByText("En pause").click();
        assertThat(agathe.page().getByText("Disponible")).isVisible();
        camille.presses("Parler à une personne");
        assertThat(agathe.line("Camille Roth")).isVisible();
    }

    @Test
    void aCutNetworkLosesNoWord() {
        DeskScreen agathe = desk("Agathe Morel");
        Screen camille = waiting();
        agathe.takes("Camille Roth").says("Bonjour.");
        camille.page().context().setOffline(true);
        camille.composer().fill("écrit sans réseau");
        camille.composer().press("Enter");
        agathe.says("Vous m'entendez ?");
        camille.page().context().setOffline(false);
        assertThat(agathe.said("écrit sans réseau")).isVisible();
        hears(camille, "Vous m'entendez ?");
        agathe.page().context().setOffline(true);
        writes(camille, "et maintenant ?");
        agathe.page().context().setOffline(false);
        assertThat(agathe.said("et maintenant ?")).isVisible();
        assertThat(camille.page()
                        .locator(".log .message.employee")
                        .filter(new Locator.FilterOptions().setHasText("écrit sans réseau")))
                .hasCount(1);
    }

    @Test
    void whoClaimsSecondIsToldWho() {
        DeskScreen samuel = desk("Samuel Okafor");
        Screen camille = waiting();
        samuel.line("Camille Roth").click();
        Agent agathe = new Agent(on("agathe"));
        agathe.isThere(); // or it would come back to the queue at once
        samuel.page().route("**/claim", route -> {
            agathe.claims(route.request().url().replaceAll(".*/conversations/|/claim", ""));
            route.resume();
        });
        samuel.presses("Take the conversation");
        assertThat(samuel.page().locator(".banner.problem")).containsText("Agathe Morel has taken this conversation");
        assertThat(samuel.page().locator(".queue .line")).hasCount(0);
        assertThat(camille.page().locator(".banner.queue")).containsText("Agathe Morel");
    }

    @Test
    void aTransferTakesEverythingAlong() {
        DeskScreen agathe = desk("Agathe Morel");
        DeskScreen samuel = desk("Samuel Okafor");
        Screen camille = waiting();
        agathe.takes("Camille Roth").says("Je passe la main.").notes("Certificat périmé");
        agathe.presses("Transférer");
        agathe.page().locator("dialog").getByText("Samuel Okafor").click();
        assertThat(agathe.line("Camille Roth")).isVisible();
        samuel.line("Camille Roth").click();
        samuel.presses("Take the conversation");
        assertThat(samuel.page().locator(".log .note")).containsText("Certificat périmé");
        assertThat(samuel.said("Je passe la main.")).isVisible();
        assertThat(camille.page().locator(".banner.queue")).containsText("Samuel Okafor");
        assertThat(camille.page().locator("body")).not().containsText("Certificat périmé");
    }

    @Test
    void closingAsksTheSurveyOnce() {
        DeskScreen agathe = desk("Agathe Morel");
        Screen camille = waiting();
        agathe.takes("Camille Roth").says("C'est réparé.").closes("Résolu");
        assertThat(agathe.page().locator(".queue .line")).hasCount(0);
        assertThat(camille.page().locator(".over")).isVisible();
        camille.choice("Très satisfait").click();
        assertThat(camille.form()).isVisible();
        camille.fills("Un mot à ajouter", "Rapide");
        camille.form().locator("button[type=submit]").click();
        assertThat(camille.page().locator(".log .message").last()).containsText("Merci pour votre retour");
        assertThat(camille.page().locator(".log .choices button")).hasCount(0);
        camille.composer().fill("et mon écran clignote");
        camille.composer().press("Enter");
        assertThat(camille.page().locator(".over")).hasCount(0);
        assertThat(camille.page().locator(".log .message.employee")).hasText(Pattern.compile("et mon écran clignote"));
    }

    @Test
    void theQuestionAtTheEndSurvivesAReloadAndIsAskedOnce() {
        DeskScreen agathe = desk("Agathe Morel");
        Screen camille = waiting();
        agathe.takes("Camille Roth").says("C'est réparé.").closes("Résolu");
        assertThat(camille.choice("Satisfait")).isVisible();
        camille.page().reload();
        assertThat(camille.page().locator(".over")).isVisible();
        camille.choice("Satisfait").click();
        assertThat(camille.form()).isVisible();
        camille.page().reload();
        assertThat(camille.composer()).isVisible();
        assertThat(camille.page().locator("body")).not().containsText("Une seule question");
    }

    @Test
    void theAgentSeesTheChecklistAndCallsTheNumberOnceTheyTookTheCase() {
        DeskScreen agathe = desk("Agathe Morel");
        Screen camille = phoneOf("Camille Roth").presses("Mettre en service mon nouveau PC");
        camille.presses("C’est fait").presses("Ça ne marche pas").presses("Parler à une personne");
        agathe.opens("Camille Roth");
        Locator steps = agathe.page().locator(".checklist li");
        assertThat(steps.nth(0)).hasClass(Pattern.compile("done"));
        assertThat(steps.nth(1)).hasAttribute("aria-current", "step");
        assertThat(steps.nth(1)).containsText("a échoué");
        assertThat(agathe.page().locator("a.call")).hasCount(0);
        agathe.takes("Camille Roth");
        assertThat(agathe.page().locator("a.call")).hasAttribute("href", "tel:0639980111");
        assertThat(agathe.page().locator("a.call")).hasText("Appeler 06 39 98 01 11");
    }

    @Test
    void aFileSentWhileTheyTalkIsThereForTheAgentAtOnce() {
        DeskScreen agathe = desk("Agathe Morel");
        Screen camille = waiting();
        agathe.takes("Camille Roth");
        byte[] picture = camille.page().screenshot();
        camille.page().locator("input[type=file]").setInputFiles(new FilePayload("<b>écran.png", "image/png", picture));
        Locator file = agathe.page().locator(".log .file");
        assertThat(file).hasText("Enregistrer le fichier _b_écran.png");
        Download saved = agathe.page().waitForDownload(file::click);
        assertThat(saved.path()).hasBinaryContent(picture);
        agathe.page().reload();
        agathe.opens("Camille Roth");
        assertThat(file).isVisible();
    }

    @Test
    void thePersonLeavesTheQueueAndLaterTheAgent() {
        DeskScreen agathe = desk("Agathe Morel");
        Screen camille = waiting();
        camille.page().locator(".banner.queue button").click();
        assertThat(agathe.page().locator(".queue .line")).hasCount(0);
        camille.presses("Parler à une personne");
        agathe.takes("Camille Roth").says("Bonjour.");
        camille.page().locator(".banner.queue button").click();
        assertThat(agathe.page().locator("main .banner")).containsText("La personne est revenue à l’assistant");
        agathe.closes("La personne est partie");
        assertThat(agathe.page().locator(".queue .line")).hasCount(0);
        camille.says("comment sauvegarder mes fichiers onedrive ?");
        assertThat(camille.message("answer")).isVisible();
    }

    @Test
    void whoWritesInAnotherConversationIsNotOverlooked() {
        DeskScreen agathe = desk("Agathe Morel");
        Screen camille = waiting();
        agathe.takes("Camille Roth").says("Un instant.");
        phoneOf("Nadia Lemoine").says("mon écran clignote").presses("Parler à une personne");
        agathe.takes("Nadia Lemoine").says("Bonjour Nadia.");
        assertThat(agathe.line("Camille Roth")).not().containsText("Nouveau message");
        writes(camille, "toujours là ?");
        assertThat(agathe.line("Camille Roth")).containsText("Nouveau message");
        assertThat(agathe.page()).hasTitle(Pattern.compile("^\\(1\\) Nouveau message"));
        agathe.opens("Camille Roth");
        assertThat(agathe.line("Camille Roth")).not().containsText("Nouveau message");
        agathe.opens("Nadia Lemoine");
        assertThat(agathe.page()).hasTitle(Pattern.compile("^Poste"));
        assertThat(agathe.line("Camille Roth")).not().containsText("Nouveau message");
    }

    @Test
    void whatIsHalfWrittenIsNeverSentToSomebodyElse() {
        DeskScreen agathe = desk("Agathe Morel");
        waiting();
        agathe.takes("Camille Roth");
        phoneOf("Nadia Lemoine").says("mon écran clignote").presses("Parler à une personne");
        agathe.takes("Nadia Lemoine").opens("Camille Roth");
        agathe.box().fill("Votre mot de passe");
        agathe.page().locator("#note").fill("à rappeler");
        agathe.opens("Nadia Lemoine");
        assertThat(agathe.box()).hasValue("");
        assertThat(agathe.page().locator("#note")).hasValue("");
        agathe.opens("Camille Roth");
        assertThat(agathe.box()).hasValue("Votre mot de passe");
        agathe.page().reload();
        agathe.opens("Camille Roth");
        assertThat(agathe.box()).hasValue("Votre mot de passe");
        agathe.box().press("Enter");
        assertThat(agathe.said("Votre mot de passe")).isVisible();
        assertThat(agathe.box()).hasValue("");
    }

    @Test
    void aWordWhoseReceiptWasLostIsSaidOnce() {
        DeskScreen agathe = desk("Agathe Morel");
        Screen camille = waiting();
        agathe.takes("Camille Roth");
        agathe.page().route("**/messages", route -> {
            route.fetch();
            route.abort();
        });
        agathe.box().fill("Une seule fois");
        agathe.box().press("Enter");
        assertThat(agathe.page().locator(".banner.problem")).isVisible();
        hears(camille, "Une seule fois");
        agathe.page().unroute("**/messages");
        agathe.box().press("Enter");
        assertThat(agathe.box()).hasValue("");
        agathe.says("Et la suite");
        hears(camille, "Et la suite");
        assertThat(camille.page().locator(".log .message.agent")).hasCount(2);
    }

    @Test
    void whoSwitchesTheSoundOnHearsNewRequests() {
        Page page = page(Chromium.desktop(), MORNING);
        page.addInitScript("""
                window.tones = 0;
                const start = AudioScheduledSourceNode.prototype.start;
                AudioScheduledSourceNode.prototype.start = function (...at) {
                  window.tones++;
                  return start.apply(this, at);
                };""");
        DeskScreen agathe = DeskScreen.of(page, mainforte.base(), "Agathe Morel");
        Screen camille = waiting();
        assertThat(agathe.line("Camille Roth")).containsText("Pour vous");
        camille.page().locator(".banner.queue button").click();
        assertThat(page.locator(".queue .line")).hasCount(0);
        assertThat(page.evaluate("window.tones")).isEqualTo(0);
        page.getByLabel("Son").check();
        Object tried = page.evaluate("window.tones");
        assertThat(tried).as("the switch lets its sound be heard").isNotEqualTo(0);
        camille.presses("Parler à une personne");
        page.waitForFunction("before => window.tones > before", tried);
    }

    @Test
    void readyTextsSpeakThePersonsLanguage() {
        DeskScreen agathe = desk("Agathe Morel");
        waiting();
        phoneOf("Oliver Hughes").says("my headset is broken").presses("Talk to a person");
        agathe.takes("Camille Roth").presses("Bonjour");
        assertThat(agathe.box()).hasValue(Pattern.compile("^Bonjour, je suis Agathe Morel"));
        agathe.takes("Oliver Hughes").presses("Hello");
        assertThat(agathe.box()).hasValue(Pattern.compile("Hello, I am Agathe Morel"));
    }

    @Test
    void whatTheAgentPreparesThePersonConfirms() {
        DeskScreen agathe = desk("Agathe Morel");
        Screen camille = waiting();
        agathe.takes("Camille Roth").presses("Commande");
        agathe.page().locator("#f-item").selectOption("mouse");
        agathe.presses("Proposer à la personne");
        assertThat(camille.message("proposal")).isVisible();
        writes(camille, "oui c'est bien ça");
        assertThat(agathe.said("oui c'est bien ça")).isVisible();
        agathe.presses("Terminer");
        assertThat(agathe.page().locator("dialog")).containsText("n’a pas encore répondu à votre proposition");
        agathe.presses("Annuler");
        camille.page().locator(".log .choices").getByText("Oui, confirmer").click();
        assertThat(camille.message("receipt")).isVisible();
        assertThat(agathe.page().locator(".log .message[data-kind=receipt]").last())
                .isVisible();
        agathe.presses("Terminer");
        assertThat(agathe.page().locator("dialog")).not().containsText("n’a pas encore répondu");
    }

    @Test
    void knowledgeIsInsertedWithItsSource() {
        DeskScreen agathe = desk("Agathe Morel");
        Screen camille = waiting();
        agathe.opens("Camille Roth");
        agathe.page().locator("#search").fill("vpn");
        agathe.presses("Chercher");
        assertThat(agathe.page().locator(".hits button").first())
                .isDisabled(); // there is no message yet to put it into
        agathe.takes("Camille Roth");
        agathe.page()
                .locator(".hits")
                .getByText("Insérer avec la source")
                .first()
                .click();
        assertThat(agathe.page().locator(".compose .source")).isVisible();
        agathe.box().press("Enter");
        assertThat(camille.page()
                        .locator(".log .message.agent a, .log .message.agent .sources")
                        .first())
                .isVisible();
    }

    @Test
    void hostileWordsStayTextAndNothingBreaksThePolicy() {
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
        DeskScreen agathe = DeskScreen.of(page, mainforte.base(), "Agathe Morel");
        Screen camille = phoneOf("Camille Roth")
                .says("<img src=x onerror=alert(1)> [x](javascript:alert(1))")
                .presses("Parler à une personne");
        agathe.takes("Camille Roth").says("<b>non</b> [x](javascript:alert(1))").notes("<script>alert(1)</script>");
        assertThat(page.locator(".written").first()).hasText("<img src=x onerror=alert(1)> [x](javascript:alert(1))");
        assertThat(page.locator(".log img, .log script, .log b, .log a[href^='javascript:' i]"))
                .hasCount(0);
        hears(camille, "<b>non</b>");
        assertThat(camille.page().locator(".log b, .log a[href^='javascript:' i]"))
                .hasCount(0);
        assertThat(faults).isEmpty();
    }

    @Test
    void theDeskIsAccessibleAndFitsATablet() {
        Axe axe = new Axe();
        Page page = page(Chromium.desktop().setBypassCSP(true), MORNING);
        page.navigate(mainforte.base() + "/desk");
        assertThat(page.locator(".door button").first()).isVisible();
        axe.looks(page, "sign-in");
        DeskScreen agathe = DeskScreen.of(page, mainforte.base(), "Agathe Morel");
        axe.looks(page, "empty desk");
        waiting();
        assertThat(agathe.line("Camille Roth")).isVisible();
        axe.looks(page, "somebody waits");
        agathe.takes("Camille Roth").says("Bonjour.").notes("à voir");
        axe.looks(page, "a conversation");
        agathe.presses("Commande");
        assertThat(page.locator("#f-item")).isVisible();
        axe.looks(page, "a request");
        agathe.presses("Annuler");
        agathe.presses("Terminer");
        axe.looks(page, "closing");
        agathe.presses("Annuler");
        page.setViewportSize(1024, 768);
        axe.looks(page, "tablet");
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(1024);
        assertThat(agathe.box()).isInViewport();
        page.setViewportSize(768, 1024);
        axe.looks(page, "tablet, upright");
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(768);
        page.setViewportSize(768, 500);
        agathe.line("Camille Roth").click();
        assertThat(page.locator(".talk-head")).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(0.9));
        page.setViewportSize(1024, 768);
        page.keyboard().press("Alt+1");
        page.keyboard().press("Enter");
        page.keyboard().press("Alt+2");
        page.keyboard().type("au clavier seulement");
        page.keyboard().press("Enter");
        assertThat(agathe.said("au clavier seulement")).isVisible();
        assertThat(axe.findings()).isEmpty();
    }

    @Test
    void aTechnicianClosesAVisitAndTheEmployeeReadsItAtOnce() {
        Screen camille = booked();
        Axe axe = new Axe();
        Page julie = day(page(Chromium.desktop().setBypassCSP(true), MORNING));
        assertThat(julie.locator(".visit")).containsText("Camille Roth");
        assertThat(julie.locator(".visit a.call")).hasAttribute("href", "tel:0639980111");
        axe.looks(julie, "the day");
        julie.getByText("Déplacer").click();
        julie.locator("dialog .options").getByText("mercredi 25").last().click();
        assertThat(camille.page().locator(".log .message.agent").last())
                .containsText("J’ai dû déplacer votre rendez-vous");
        assertThat(camille.choice("Déplacer mon rendez-vous")).isVisible();
        assertThat(julie.locator("[role=status]")).containsText("Déplacé : Camille Roth, mercredi 25 novembre");
        Page tomorrow = day(page(Chromium.desktop(), "2026-11-25T16:00:00+01:00"));
        tomorrow.locator(".visit").getByText("Terminé").click();
        tomorrow.locator("#outcome").selectOption("replaced");
        tomorrow.locator("#minutes").fill("40");
        axe.looks(julie, "done");
        tomorrow.getByText("Enregistrer").click();
        assertThat(tomorrow.locator(".visit.over")).containsText("Matériel remplacé, 40 min sur place");
        assertThat(camille.page().locator(".log .message.agent").last()).containsText("le matériel a été remplacé");
        assertThat(axe.findings()).isEmpty();
    }

    /** The page looks again every twenty seconds; that is no reason to take an answer away. */
    @Test
    void whyAMoveFailedStaysToBeRead() {
        booked();
        Page page = page(Chromium.desktop(), MORNING);
        page.clock().install();
        Page julie = day(page);
        julie.route("**/api/desk/day/*", route -> {
            if (route.request().method().equals("PATCH")) {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(409)
                        .setContentType("application/problem+json")
                        .setBody("{\"status\":409,\"code\":\"slot-taken\",\"detail\":\"Ce créneau est pris.\"}"));
            } else {
                route.resume();
            }
        });
        julie.getByText("Déplacer").click();
        julie.locator("dialog .options button").last().click();
        assertThat(julie.locator(".banner.problem")).hasText("Ce créneau est pris.");
        for (int look = 0; look < 2; look++) {
            julie.waitForResponse(
                    answer -> answer.url().endsWith("/api/desk/day"),
                    () -> julie.clock().fastForward(21_000));
        }
        assertThat(julie.locator(".banner.problem")).hasText("Ce créneau est pris.");
        julie.getByText("English").click();
        assertThat(julie.locator("h1")).hasText("My day");
    }

    /** Camille, whom a technician visits on Wednesday at nine. */
    private Screen booked() {
        Screen camille = phoneOf("Camille Roth").says("je voudrais un rendez-vous avec un technicien");
        return camille.fills("Motif", "Écran noir")
                .picks("mercredi 25 novembre à 9 h")
                .sendsForm()
                .presses("Oui, confirmer");
    }

    private Page day(Page page) {
        page.navigate(mainforte.base() + "/desk/day");
        page.locator(".door button").getByText("Julie Kieffer").click();
        assertThat(page.locator(".visit").first()).isVisible();
        return page;
    }
}
