package org.mainforte.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;
import org.mainforte.knowledge.index.Why;
import org.mainforte.knowledge.index.Why.Kind;

/** Why a hit ranks where it does, told with real words. */
class ExplanationTest {
    @TempDir
    static Path folder;

    private static KnowledgeSearch search;

    @BeforeAll
    static void load() {
        search = new SampleBase(folder).search();
    }

    private static Explanation explained(String query, String site) {
        Hit hit = search.explained(query, Language.FR, 1, new SiteId(site)).getFirst();
        return Objects.requireNonNull(hit.explanation());
    }

    private static Why.WordMatch word(Explanation explanation, String word) {
        return explanation.words().stream()
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSynonymACorrectionAndAnUnknownWordAreTold() {
        Explanation why = explained("mdp oublié xyzzyx", "dijon");
        Why.Way synonym = word(why, "mdp").found().getFirst();
        assertThat(synonym.kind()).isEqualTo(Kind.SYNONYM);
        assertThat(synonym.text()).isEqualTo("mot de passe, mdp, password");
        assertThat(synonym.fields()).containsExactly("title", "summary", "questions");
        assertThat(word(why, "oublie").found().getFirst())
                .isEqualTo(new Why.Way(Kind.AS_WRITTEN, "oublie", 1.0, List.of("title", "summary")));
        assertThat(word(why, "xyzzyx").found()).isEmpty();
        assertThat(why.inWords())
                .contains("“xyzzyx”: not in this article nor any other.")
                .anyMatch(line -> line.startsWith(
                        "“mdp” by a synonym (mot de passe, mdp, password): in title, summary, questions; importance "))
                .anyMatch(line -> line.startsWith("“oublie”: in title, summary; importance "))
                .last()
                .asString()
                .startsWith("The chat would answer with this article.");
        assertThat(why.decision()).isEqualTo("answer");
        assertThat(why.offered()).isTrue();
        assertThat(why.evidence()).isGreaterThan(why.evidenceNeeded());

        Explanation typo = explained("inprimante", "dijon");
        Why.Way corrected = word(typo, "inprimante").found().getFirst();
        assertThat(corrected.kind()).isEqualTo(Kind.CORRECTED);
        assertThat(corrected.text()).contains("imprimante");
        assertThat(typo.inWords()).anyMatch(line -> line.startsWith("“inprimante” corrected to “imprimante"));
    }

    @Test
    void theNearestQuestionAndTheOwnSiteAreTold() {
        Explanation why = explained("quand le technicien est-il à Nancy", "nancy");
        assertThat(why.nearestQuestion()).isEqualTo("quand le technicien est-il à Nancy");
        assertThat(why.likeness()).isGreaterThan(0.97);
        assertThat(why.ownSite()).isTrue();
        assertThat(why.inWords())
                .contains(
                        "Nearest foreseen question: “quand le technicien est-il à Nancy”, 100 % alike.",
                        "It is written for the asker's own site, which counts 3 % more.");
        assertThat(why.rankByMeaning()).as("there are no embeddings").isNull();
    }

    @Test
    void anotherSubjectIsTold() {
        Explanation why = explained("quel vin pour le casque", "dijon");
        assertThat(word(why, "vin").anotherSubject()).isTrue();
        assertThat(why.inWords()).contains("“vin”: not in this article; a word of another subject.");
    }

    @Test
    void theOrderIsThatOfTheSearch() {
        for (String query : List.of("wifi sur mon ordi", "batterie", "outlook téléphone")) {
            assertThat(search.explained(query, Language.FR, 5, null))
                    .extracting(Hit::article, Hit::score)
                    .containsExactlyElementsOf(search.search(query, Language.FR, 5).stream()
                            .map(hit -> org.assertj.core.groups.Tuple.tuple(hit.article(), hit.score()))
                            .toList());
        }
    }
}
