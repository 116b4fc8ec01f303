package org.mainforte.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The five journeys that matter most, on a phone, by clicking and typing. */
class PhoneJourneyTest extends BrowserTestBase {
    @Test
    void newPcGoesOnOnAnotherDeviceAndAStepThatFailsBecomesATicket() {
        Screen camille = phoneOf("Camille Roth");
        camille.presses("Mettre en service mon nouveau PC")
                .presses("C’est fait")
                .presses("C’est fait");
        assertThat(camille.message("step")).containsText("Étape 3 sur 12");

        camille.menu("Continuer sur un autre appareil");
        String link = camille.dialog().locator(".link a").getAttribute("href");
        Screen elsewhere = new Screen(page(Chromium.phone(), MORNING));
        elsewhere.page().navigate(link);
        assertThat(elsewhere.message("step")).containsText("Étape 3 sur 12");
        assertThat(elsewhere.words("step")).isEqualTo(camille.words("step"));

        elsewhere.presses("Ça ne marche pas").presses("Toujours bloqué").presses("Ouvrir un ticket");
        elsewhere
                .picks("HP EliteBook 840 G11")
                .picks("Je ne peux pas travailler")
                .sendsForm();
        assertThat(elsewhere.words("proposal")).contains("étape 3 sur 12", "Je ne peux pas travailler");
        elsewhere.presses("Oui, confirmer");
        assertThat(elsewhere.reference()).matches("T-\\d{6}");

        assertThat(camille.message("receipt")).containsText(elsewhere.reference());
        assertThat(mainforte
                        .person("camille")
                        .get("/api/tickets/" + elsewhere.reference())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void headsetIsOrderedToTheReceipt() {
        Screen ines = phoneOf("Inès Garnier");
        ines.says("mon casque est cassé").presses("Commander du matériel");
        assertThat(ines.form().getByLabel("Adresse de livraison")).hasValue("5 rue Berbisey, 21000 Dijon");
        ines.sendsForm();
        assertThat(ines.words("proposal")).contains("Casque", "Prioritaire", "5 rue Berbisey, 21000 Dijon");
        ines.presses("Oui, confirmer");
        assertThat(ines.reference()).matches("O-\\d{6}");
        assertThat(ines.words("receipt")).contains("Commande enregistrée", "Aucune date de livraison n'est connue");
    }

    @Test
    void headsetIsOrderedInEnglish() {
        Screen oliver = phoneOf("Oliver Hughes");
        oliver.says("my headset is broken")
                .presses("Order equipment")
                .sendsForm()
                .presses("Yes, confirm");
        assertThat(oliver.reference()).matches("O-\\d{6}");
        assertThat(oliver.words("receipt")).contains("Order recorded", "No delivery date is known yet");
    }

    @Test
    void appointmentIsBookedSeenAndCancelled() {
        Screen camille = phoneOf("Camille Roth");
        camille.says("je voudrais un rendez-vous avec un technicien");
        camille.fills("Motif", "Écran cassé")
                .picks("mercredi 25 novembre à 9 h")
                .sendsForm();
        assertThat(camille.words("proposal")).contains("mercredi 25 novembre à 9 h", "Julie Kieffer");
        camille.presses("Oui, confirmer");
        String reference = camille.reference();
        assertThat(camille.words("receipt")).contains("mercredi 25 novembre à 9 h", "Mettre à jour mon agenda");

        camille.says("mes rendez-vous").presses("Annuler " + reference).presses("Oui, confirmer");
        assertThat(camille.words("receipt")).contains("est annulé").doesNotContain("confirmé");
        camille.says("mes rendez-vous");
        assertThat(camille.words("text")).contains("Vous n'avez aucun rendez-vous à venir.");
    }

    @Test
    void theftInTheMiddleOfAFormComesFirst() {
        Screen karim = phoneOf("Karim Belaïd");
        karim.says("je veux créer un ticket");
        assertThat(karim.form()).isVisible();
        karim.says("on vient de me voler mon PC dans le train");
        assertThat(karim.words("answer")).contains("PC perdu ou volé", "changez votre mot de passe");
        assertThat(karim.words("handover")).contains("joignable tout de suite");
        assertThat(karim.words("proposal")).contains("on vient de me voler mon PC dans le train", "Sécurité");
        karim.presses("Oui, confirmer");
        assertThat(karim.reference()).matches("T-\\d{6}");
    }

    @Test
    void aPersonWhenTheDeskIsClosedIsACallBackWithANumber() {
        Screen nadia = phoneOf("Nadia Lemoine", EVENING);
        nadia.page().locator(".human-button").click();
        assertThat(nadia.message("proposal")).isVisible();
        assertThat(nadia.words("handover")).contains("aucun conseiller ne répond", "mercredi 25 novembre à 8 h");
        nadia.says("oui");
        String reference = nadia.reference();
        assertThat(reference).matches("T-\\d{6}");
        nadia.says("où en est mon ticket ?");
        assertThat(nadia.words("text")).contains(reference, "ouvert");
    }

    @Test
    void aPersonWhenTheDeskIsClosedInEnglish() {
        Screen oliver = phoneOf("Oliver Hughes", EVENING);
        oliver.presses("Talk to a person");
        assertThat(oliver.words("handover")).contains("Wednesday 25 November");
        oliver.presses("Yes, confirm");
        String reference = oliver.reference();
        assertThat(reference).matches("T-\\d{6}");
        oliver.says("where is my ticket?");
        assertThat(oliver.words("text")).contains(reference);
    }
}
