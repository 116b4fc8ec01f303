package org.mainforte.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** A small knowledge base with two literal guides, in a folder of its own. */
final class GuideFiles {
    static final String TEA_FR = """
            ---
            id: tea
            title: Préparer le thé
            summary: Trois étapes.
            questions:
              - comment faire du thé
            start: [request:return, guide:cups]
            ---
            ## Chauffer l'eau {#water minutes=3 help=kettle}
            Remplissez la bouilloire. Voir [la bouilloire](kettle#what-to-do).

            ### explain
            L'eau froide ne fait pas de thé.

            ### trouble
            - **Pas de courant** : essayez une autre prise.
            - **La bouilloire fuit** : videz-la.

            ## Se connecter {#sign-in minutes=2 help=kettle skip=no}
            Tapez votre adresse.

            ### explain
            Le thé est réservé.

            ### trouble
            Vérifiez l'adresse.

            ## Servir {#serve minutes=90 help=kettle}
            Versez.

            ### explain
            Doucement.

            ### trouble
            - **Trop chaud** : attendez.
            """;
    static final String TEA_EN = """
            ---
            id: tea
            title: Making tea
            summary: Three steps.
            questions:
              - how do I make tea
            start: [request:return, guide:cups]
            ---
            ## Heat the water {#water minutes=3 help=kettle}
            Fill the kettle.

            ### explain
            Cold water makes no tea.

            ### trouble
            - **No power**: try another socket.

            ## Sign in {#sign-in minutes=2 help=kettle skip=no}
            Type your address.

            ### explain
            Tea is for members.

            ### trouble
            Check the address.

            ## Serve {#serve minutes=90 help=kettle}
            Pour.

            ### explain
            Gently.

            ### trouble
            - **Too hot**: wait.
            """;
    static final String CUPS = """
            ---
            id: cups
            title: %s
            summary: x
            questions: [x]
            ---
            ## %s {#wash minutes=1 help=kettle}
            x
            ### explain
            x
            ### trouble
            x

            ## %s {#dry minutes=1 help=kettle}
            x
            ### explain
            x
            ### trouble
            x
            """;

    private final Path folder;
    private int saves;

    GuideFiles(Path folder) {
        this.folder = folder;
        save("articles/kettle.fr.md", "");
        save("articles/kettle.en.md", "");
        save("guides/tea.fr.md", TEA_FR);
        save("guides/tea.en.md", TEA_EN);
        save("guides/cups.fr.md", CUPS.formatted("Laver les tasses", "Laver", "Sécher"));
        save("guides/cups.en.md", CUPS.formatted("Washing the cups", "Wash", "Dry"));
    }

    Guides guides() {
        return new Guides(new GuideSettings(folder));
    }

    /** Saves a file, later than anything before even where the file system counts in seconds. */
    void save(String file, String text) {
        Path path = folder.resolve(file);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            Files.setLastModifiedTime(
                    path, FileTime.from(Instant.parse("2026-11-23T08:00:00Z").plusSeconds(++saves)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void remove(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
