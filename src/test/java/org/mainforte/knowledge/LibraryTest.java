package org.mainforte.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;
import org.springframework.boot.health.contributor.Health;

/** Files change while the product runs. */
class LibraryTest {
    @TempDir
    Path folder;

    private SampleBase base;
    private Library library;
    private KnowledgeSearch search;

    @BeforeEach
    void load() {
        base = new SampleBase(folder);
        library = new Library(new KnowledgeSettings(folder));
        search = new KnowledgeSearch(library, SampleBase.CLOCK);
    }

    @Test
    void aNewArticleIsFoundAndAChangedOneSaysTheNew() {
        base.article("scanner", "Numériser un document", "comment scanner une page", "Posez la page sur la vitre.", "");
        search.refresh();
        assertThat(search.search("numériser", Language.FR, 1).getFirst().snippet())
                .isEqualTo("Posez la page sur la vitre.");

        base.article(
                "scanner",
                "Numériser un document",
                "comment scanner une page",
                "Glissez la page dans le chargeur.",
                "");
        search.refresh();
        assertThat(search.search("numériser", Language.FR, 1).getFirst().snippet())
                .isEqualTo("Glissez la page dans le chargeur.");
    }

    /** “train” stands in every article; replaced ones count in Lucene's frequencies until segments are merged. */
    @Test
    void aWordOfEveryArticleStillCountsAfterChanges() {
        base.article("printer-add", "Ajouter une imprimante", "installer l'imprimante", "Ouvrez Imprimantes.", "");
        base.article("outlook-first", "Premier lancement d'Outlook", "Outlook est vide", "Attendez.", "");
        base.article("mobile-mail", "Messagerie sur le téléphone", "mes mails", "Installez Outlook.", "");
        search.refresh();
        List<Hit> hits = search.search("batterie train", Language.FR, 5);
        assertThat(hits).extracting(Hit::score).isNotEmpty().noneMatch(score -> Double.isNaN(score));
        assertThat(hits.getFirst().article()).isEqualTo("battery");
    }

    @Test
    void aFurtherWordingLeadsToItsArticleAsSoonAsItIsWritten() {
        assertThat(search.search("mon truc est à plat", Language.FR, 1)).isEmpty();

        base.write("wordings/battery.fr.txt", "# au téléphone\nmon truc est à plat\n");
        search.refresh();
        assertThat(search.search("truc à plat", Language.FR, 1).getFirst().article())
                .isEqualTo("battery");

        base.write("wordings/battery.fr.txt", "");
        search.refresh();
        assertThat(search.search("mon truc est à plat", Language.FR, 1)).isEmpty();
    }

    @Test
    void aBrokenFileKeepsItsLastGoodVersionAndTellsItsFaults() {
        base.write("articles/battery.fr.md", "---\nid: battery\ntitle: Sans fin\n");
        search.refresh();
        assertThat(library.article("battery", Language.FR).orElseThrow().title())
                .isEqualTo("Batterie qui ne tient pas");
        assertThat(library.faults())
                .anySatisfy(fault -> assertThat(fault.file()).isEqualTo("battery.fr.md"));

        base.article("battery", "Batterie réparée", "ma batterie", "Voilà.", "");
        search.refresh();
        assertThat(library.faults()).isEmpty();
        assertThat(library.article("battery", Language.FR).orElseThrow().title())
                .isEqualTo("Batterie réparée");
    }

    @Test
    void aDeletedArticleIsNotFoundAnyMore() throws IOException {
        Files.delete(folder.resolve("articles/battery.fr.md"));
        search.refresh();
        assertThat(search.search("batterie", Language.FR, 10))
                .extracting(Hit::article)
                .doesNotContain("battery");
    }

    @Test
    void aNewWordOfTheVocabularyCountsAtOnce() {
        assertThat(search.search("zinzin", Language.FR, 1)).isEmpty();
        base.write("vocabulary/fr.txt", "batterie, zinzin\n");
        search.refresh();
        assertThat(search.search("zinzin", Language.FR, 1).getFirst().article()).isEqualTo("battery");
    }

    @Test
    void aGuideIsFoundByItsQuestionsThroughTheArticleThatStartsIt() {
        base.article(
                "backup-before",
                "Mettre ses fichiers à l'abri",
                "copier mes fichiers",
                "Ouvrez OneDrive.",
                "start: [guide:backup]\n");
        base.write(
                "guides/backup.fr.md",
                "---\nid: backup\ntitle: Pas à pas\nquestions:\n  - accompagnez-moi dans le déménagement\n---\n## Un {#one}\nTexte.\n");
        search.refresh();
        assertThat(search.search("accompagnez-moi pour mon déménagement", Language.FR, 1)
                        .getFirst()
                        .article())
                .isEqualTo("backup-before");
    }

    @Test
    void typographyIsMadeWhenTheTextIsShown() {
        base.article("typo", "L'écran : que faire ?", "typographie", "Choisissez \"Oui\" : c'est tout.", "");
        base.write(
                "articles/typo.fr.md",
                read("articles/typo.fr.md")
                        .replace("title: L'écran : que faire ?", "title: \"L'écran : que faire ?\"")
                        .replace("summary: L'écran : que faire ?.", "summary: Rien."));
        search.refresh();
        Article article = library.article("typo", Language.FR).orElseThrow();
        assertThat(article.title()).isEqualTo("L’écran\u202F: que faire\u202F?");
        assertThat(article.section("what-to-do").orElseThrow().markdown())
                .isEqualTo("Choisissez «\u202FOui\u202F»\u202F: c’est tout.");
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void whatVanishesAltogetherStaysInUseUntilItIsBack() throws IOException {
        for (String part : List.of("articles", "vocabulary")) {
            Files.move(folder.resolve(part), folder.resolve(part + "-away"));
        }
        search.refresh();
        search.refresh();
        assertThat(library.lost()).containsExactlyInAnyOrder("articles", "vocabulary");
        assertThat(search.search("mdp oublié", Language.FR, 1).getFirst().article())
                .isEqualTo("password-forgotten");
        assertThat(health().getStatus().getCode()).isEqualTo("UP");
        assertThat(health().getStatus().getDescription()).contains("what was known before stays in use");

        for (String part : List.of("articles", "vocabulary")) {
            Files.move(folder.resolve(part + "-away"), folder.resolve(part));
        }
        base.article("scanner", "Numériser", "comment scanner une page", "Posez la page.", "");
        search.refresh();
        assertThat(library.lost()).isEmpty();
        assertThat(health().getStatus().getDescription()).isEmpty();
        assertThat(search.search("numériser", Language.FR, 1).getFirst().article())
                .isEqualTo("scanner");
    }

    @Test
    void anEmptiedFolderIsNotBelieved() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("articles"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        search.refresh();
        search.refresh();
        assertThat(library.lost()).containsExactly("articles");
        assertThat(search.topics()).isEqualTo(9);
    }

    @Test
    void manyFilesThatVanishAreLookedAtTwice() throws IOException {
        for (String topic : List.of("wifi-problem", "battery", "mobile-mail", "printer-add", "outlook-first")) {
            Files.delete(folder.resolve("articles/" + topic + ".fr.md"));
        }
        search.refresh();
        assertThat(library.article("battery", Language.FR)).isPresent();
        search.refresh();
        assertThat(library.article("battery", Language.FR)).isEmpty();
        assertThat(library.lost()).isEmpty();
    }

    @Test
    void aBrokenIndexIsSaidAndMadeAnew() throws IOException {
        search.breakIndex();
        assertThat(search.decide("mot de passe oublié", Language.FR, new Context(new SiteId("dijon"), null)))
                .isInstanceOf(Decision.Unread.class);
        assertThat(health().getStatus().getCode()).isEqualTo("OUT_OF_SERVICE");
        assertThat(health().getStatus().getDescription()).contains("being read again");
        assertThatThrownBy(() -> search.search("wifi", Language.FR, 1)).isInstanceOf(ReadingAgain.class);

        search.refresh();
        assertThat(health().getStatus().getCode()).isEqualTo("UP");
        assertThat(search.search("mot de passe oublié", Language.FR, 1)
                        .getFirst()
                        .article())
                .isEqualTo("password-forgotten");
    }

    @Test
    void aGoodGuideHidesNoFaultOfTheArticleOfTheSameName() throws IOException {
        base.write("articles/battery.fr.md", read("articles/battery.fr.md").replace("kind: howto", "kind: poem"));
        base.write("guides/battery.fr.md", "---\ntitle: Batterie\n---\n## Un {#un}\nBaissez.\n");
        search.refresh();
        assertThat(library.faults())
                .extracting(fault -> fault.file() + ": " + fault.what())
                .contains("battery.fr.md: The kind “poem” is unknown.");
    }

    private Health health() {
        return new KnowledgeHealth(search, library).health();
    }
}
