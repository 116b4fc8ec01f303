package org.mainforte.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.mainforte.kernel.ActingClock;
import org.mainforte.site.Sites;

/** A small knowledge base in a folder, written by the tests that search it. */
final class SampleBase {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ActingClock.PARIS);

    final Path root;

    SampleBase(Path root) {
        this.root = root;
        write("vocabulary/fr.txt", """
                pc, ordinateur, ordi, portable
                mot de passe, mdp, password
                téléphone, tel, smartphone
                casque, headset
                wi-fi, wifi
                """);
        write("vocabulary/en.txt", "pc, laptop, computer\npassword, pwd\nphone, smartphone\nheadset, casque\n");
        article(
                "wifi-problem",
                "Le Wi-Fi ne marche pas",
                "wifi coupe tout le temps",
                "Redémarrez la box et oubliez le réseau.",
                "");
        article(
                "password-forgotten",
                "Mot de passe oublié",
                "je ne sais plus mon mot de passe",
                "Ouvrez la page de réinitialisation.",
                "keywords: [AADSTS50058]\n");
        article(
                "outlook-first",
                "Premier lancement d'Outlook",
                "Outlook est vide sur le nouvel ordinateur",
                "Ouvrez Outlook et attendez.",
                "keywords: [0x8004010f]\n");
        article(
                "mobile-mail",
                "Messagerie sur le téléphone",
                "avoir mes mails sur mon smartphone",
                "Installez Outlook sur le téléphone.",
                "");
        article(
                "printer-add",
                "Ajouter une imprimante",
                "installer l'imprimante de l'étage",
                "Ouvrez Imprimantes et scanners.",
                "");
        article(
                "battery",
                "Batterie qui ne tient pas",
                "ma batterie se vide en une heure",
                "Baissez la luminosité.",
                "");
        article(
                "nancy-presence",
                "Présence du technicien à Nancy",
                "quand le technicien est-il à Nancy",
                "Le matin ou l'après-midi.",
                "sites: [nancy]\n");
        article(
                "old-campaign",
                "Campagne de changement d'écran",
                "changer mon moniteur pendant la campagne",
                "Inscrivez-vous.",
                "valid-until: 2026-11-01\n");
        english("headset-broken", "Broken headset", "my headset is broken", "Order a new headset.");
        english(
                "wifi-problem",
                "Wi-Fi does not work",
                "wifi keeps dropping",
                "Restart the box and forget the network.");
    }

    KnowledgeSearch search() {
        return new KnowledgeSearch(
                new Library(new KnowledgeSettings(root)), CLOCK, new Sites(Path.of("knowledge-base")));
    }

    void article(String id, String title, String question, String text, String more) {
        write(
                "articles/" + id + ".fr.md",
                article(id, title, question, text, more, "Ce qu'il faut faire", "Hors connexion"));
    }

    private void english(String id, String title, String question, String text) {
        write("articles/" + id + ".en.md", article(id, title, question, text, "", "What to do", "Offline"));
    }

    private static String article(
            String id, String title, String question, String text, String more, String toDo, String offline) {
        return """
                ---
                id: %s
                title: %s
                summary: %s.
                kind: howto
                questions:
                  - %s
                owner: service-desk
                reviewed: 2026-11-15
                %s---
                ## %s {#what-to-do}
                %s

                ## %s {#offline-train}
                Dans le train.
                """.formatted(id, title, title, question, more, toDo, text, offline);
    }

    void write(String file, String text) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
