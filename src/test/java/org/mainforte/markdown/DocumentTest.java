package org.mainforte.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentTest {
    @Test
    void readsFrontMatterSectionsAndChildren() {
        Document guide = Document.parse("""
                ---
                id: onedrive-backup
                title: "Sauvegarder : avant l'échange"
                questions:
                  - où est OneDrive
                keywords: [nuage, copie]
                reviewed: 2026-11-15
                ---
                ## Vérifier la connexion {#check-signed-in minutes=2 help=onedrive-sync-icons}
                Ouvrez **OneDrive**, voyez [les icônes](onedrive-sync-icons#what-to-do).

                ### explain
                En bas à droite.

                ### trouble
                Redémarrez.

                {{lookup:site-support}}
                """, "onedrive-backup.fr.md");

        assertThat(guide.faults()).isEmpty();
        assertThat(guide.text("title")).contains("Sauvegarder : avant l'échange");
        assertThat(guide.texts("keywords")).containsExactly("nuage", "copie");
        assertThat(guide.day("reviewed")).contains(LocalDate.of(2026, 11, 15));
        assertThat(guide.links()).containsExactly(new Link("onedrive-sync-icons#what-to-do", 10, false));
        Section step = guide.sections().getFirst();
        assertThat(step.anchor()).isEqualTo("check-signed-in");
        assertThat(step.attributes()).isEqualTo(Map.of("minutes", "2", "help", "onedrive-sync-icons"));
        assertThat(step.plainText()).isEqualTo("Ouvrez OneDrive, voyez les icônes.");
        assertThat(step.children())
                .extracting(Section::anchor, Section::plainText)
                .containsExactly(tuple("explain", "En bas à droite."), tuple("trouble", "Redémarrez."));
    }

    @Test
    void tellsEverythingThatIsWrongAtOnceWithLines() {
        Document broken = Document.parse("""
                ---
                title: Deux : points
                ---
                Du texte perdu.
                # Trop grand
                ## Sans ancre
                Un <b>mot</b>.
                <script>alert(1)</script>
                ## Deux {#Deux_Mots colour}
                """, "x.fr.md");

        assertThat(broken.faults())
                .extracting(Fault::line, fault -> fault.what().split(" ")[0])
                .containsExactly(
                        tuple(2, "The"),
                        tuple(4, "Text"),
                        tuple(5, "A"),
                        tuple(6, "The"),
                        tuple(7, "HTML:"),
                        tuple(7, "HTML:"),
                        tuple(8, "HTML:"),
                        tuple(9, "“colour”"),
                        tuple(9, "The"));
        assertThat(broken.sections()).hasSize(2);
    }

    @Test
    void aFileWithoutFrontMatterSaysSo() {
        assertThat(Document.parse("## A {#a}\ntext", "a.md").faults())
                .containsExactly(
                        new Fault("a.md", 1, "The front matter is missing.", "Begin the file with a line “---”."));
    }

    @Test
    void aHeadingInsideACodeBlockIsNotAHeading() {
        Document document = Document.parse("---\nid: a\n---\n## A {#a}\n```\n## not a heading\n```\n", "a.md");
        assertThat(document.sections()).hasSize(1);
        assertThat(document.faults()).isEmpty();
    }
}
