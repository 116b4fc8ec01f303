package org.mainforte.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon ordinateur ne s'allume plus | HARDWARE",
                "la batterie de mon portable gonfle | HARDWARE",
                "my laptop won't turn on | HARDWARE",
                "ma souris ne clique plus | ACCESSORY",
                "I lost my headset | ACCESSORY",
                "j'ai oublié mon mot de passe | ACCOUNT",
                "My account is locked | ACCOUNT",
                "le Wi‑Fi coupe sans arrêt | NETWORK",
                "Outlook plante au démarrage | SOFTWARE",
                "mes fichiers ont disparu de OneDrive | DATA",
                "la visio de la salle ne marche pas | MEETING_ROOM",
                "mon colis est perdu d'après le transporteur | DELIVERY",
                "j'ai cliqué sur un mail de phishing | SECURITY",
            })
    void knows(String description, TicketCategory category) {
        assertThat(CategoryWords.of(description)).contains(category);
    }

    @Test
    void isNotSureBetweenTwoOrOfNothing() {
        assertThat(CategoryWords.of("le wifi du pc")).isEmpty();
        assertThat(CategoryWords.of("ça ne va pas")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "je ne peux plus du tout travailler | URGENT",
                "plus moyen de bosser | URGENT",
                "I cannot work | URGENT",
                "ça me ralentit beaucoup | HIGH",
                "it slows me down | HIGH",
                "pas urgent | NORMAL",
                "I can still work | NORMAL",
                "je peux travailler | NORMAL",
            })
    void hearsHowUrgentItIs(String utterance, Urgency urgency) {
        assertThat(Saying.urgency(utterance)).contains(urgency);
    }

    @Test
    void makesATitleOfTheFirstSentence() {
        assertThat(Saying.title("Le VPN coupe. Depuis hier.")).isEqualTo("Le VPN coupe.");
        assertThat(Saying.title("a".repeat(200))).hasSize(80).endsWith("…");
        assertThat(Saying.title(
                        "Le portable que j'ai reçu la semaine dernière s'éteint tout seul au bout d'une heure environ"))
                .isEqualTo("Le portable que j'ai reçu la semaine dernière s'éteint tout seul au bout d'une…");
    }
}
