package org.mainforte.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mainforte.markdown.Fault;

/** Each rule of the knowledge base, on a folder that is right but for one thing. */
class KnowledgeBaseRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String ARTICLE = """
            ---
            id: %1$s
            title: %2$s
            summary: %2$s.
            kind: howto
            questions:
              - %2$s un
              - %2$s deux
              - %2$s trois
              - %2$s quatre
              - %2$s cinq
              - %2$s six
            keywords: [tea]
            start: [guide:tea, request:ticket]
            owner: service-desk
            reviewed: 2026-11-15
            ---
            ## A {#what-you-see}
            Text.

            ## B {#what-to-do}
            See [the other](%3$s#what-to-do).

            ## C {#if-it-does-not-work}
            Text.

            ## D {#call-a-person}
            {{lookup:site-support}}
            """;
    private static final String GUIDE = """
            ---
            id: tea
            title: %1$s
            summary: %1$s.
            questions: [%1$s please]
            start: [request:ticket]
            owner: service-desk
            reviewed: 2026-11-15
            ---
            ## Water {#water minutes=3 help=kettle start=request:return}
            Fill the [kettle](kettle).

            ### explain
            Why.

            ### trouble
            - **Dry**: tap.
            """;

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void writeWhatIsRight() throws IOException {
        Files.createDirectories(folder.resolve("articles"));
        Files.createDirectories(folder.resolve("guides"));
        write("articles/kettle.fr.md", ARTICLE.formatted("kettle", "Bouilloire entartrée", "cups"));
        write("articles/kettle.en.md", ARTICLE.formatted("kettle", "Scaly kettle", "cups"));
        write("articles/cups.fr.md", ARTICLE.formatted("cups", "Tasses ébréchées", "kettle"));
        write("articles/cups.en.md", ARTICLE.formatted("cups", "Chipped cups", "kettle"));
        Files.createDirectories(folder.resolve("sites"));
        write("sites/nancy.yaml", "id: nancy");
        write("guides/tea.fr.md", GUIDE.formatted("Infuser"));
        write("guides/tea.en.md", GUIDE.formatted("Brewing"));
    }

    @Test
    void nothingIsWrong() throws IOException {
        assertThat(KnowledgeBaseFaults.of(folder, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "articles/cups.fr.md|guide:tea, request:ticket|guide:milk|The start “guide:milk” is unknown",
                "articles/cups.fr.md|guide:tea, request:ticket|request:biscuit|The start “request:biscuit” is unknown",
                "articles/cups.fr.md|(kettle#what-to-do)|(teapot)|The link (teapot) leads nowhere",
                "articles/cups.fr.md|(kettle#what-to-do)|(kettle#spout)|The link (kettle#spout) leads nowhere",
                "articles/cups.fr.md|(kettle#what-to-do)|(#spout)|The link (#spout) leads nowhere",
                "articles/cups.fr.md|2026-11-15|2025-11-21|Reviewed on 2025-11-21",
                "articles/cups.fr.md|2026-11-15|2026-11-23|Reviewed on 2026-11-23",
                "articles/cups.fr.md|Tasses ébréchées six|Bouilloire entartrée SIX !|also stands in",
                "articles/cups.fr.md|Tasses ébréchées six|Tasses ébréchées cinq|also stands in cups.fr.md",
                "articles/cups.fr.md|Text.|<b>Text</b>|HTML: <b>",
                "articles/cups.fr.md|Text.|![x](https://example.org/x.png)|A picture",
                "articles/cups.fr.md|Text.|03 88 00 00 00|A phone number",
                "articles/cups.fr.md|Text.|See [x](http://example.org)|The link http://example.org",
                "articles/cups.fr.md|site-support|weather|The insert {{lookup:weather}}",
                "articles/cups.fr.md|site-support|site-support?site=atlantis|The insert {{lookup:site-support?site=atlantis}}",
                "articles/cups.fr.md|site-support|site-support?show=all|The insert {{lookup:site-support?show=all}}",
                "articles/cups.fr.md|{{lookup:site-support}}|Voir {{lookup:site-support}}|The insert {{lookup:site-support}}",
                "articles/cups.fr.md|keywords: [tea]|keywords: []|“keywords” is missing",
                "articles/cups.fr.md|start: [guide:tea, request:ticket]|start: []|“start” is missing",
                "articles/cups.fr.md|owner: service-desk|owner:|“owner” is missing",
                "articles/cups.fr.md|summary: Tasses ébréchées.|summary:|“summary” is missing",
                "articles/cups.fr.md|owner: service-desk|audience: all|The key “audience” is unknown",
                "articles/cups.fr.md|kind: howto|sites: [atlantis]|The site “atlantis” is unknown",
                "articles/cups.fr.md|kind: howto|valid-from: 2026-12-01\\nvalid-until: 2026-11-30\\nkind: howto|Valid from 2026-12-01, after",
                "articles/cups.fr.md|{#what-to-do}|{#what-you-see}|stands twice in the file",
                "guides/tea.fr.md|Fill the|{{lookup:weather}}\\n\\nFill the|The insert {{lookup:weather}}",
                "guides/tea.fr.md|minutes=3|minutes=3 skp=no|has the unknown “skp”",
                "guides/tea.fr.md|minutes=3|minutes=three|takes “three” minutes",
                "guides/tea.fr.md|Infuser please|Tasses ébréchées deux|also stands in cups.fr.md",
                "articles/cups.fr.md|{#what-you-see}|{#seen}|#what-you-see is missing",
                "articles/cups.fr.md|kind: howto|kind: story|The kind “story” is unknown",
                "articles/cups.fr.md|kind: howto|kind: data|“kind” is not the same in the twin",
                "articles/cups.fr.md|title: Tasses ébréchées|title: Et les|Nobody finds it",
                "guides/tea.fr.md|start: [request:ticket]|start: [guide:milk]|The start “guide:milk” is unknown",
                "guides/tea.fr.md|start=request:return|start=request:milk|The start “request:milk” is unknown",
                "guides/tea.fr.md|(kettle)|(teapot)|The link (teapot) leads nowhere",
                "guides/tea.fr.md|help=kettle|help=teapot|has the help “teapot”",
                "guides/tea.fr.md|2026-11-15|2025-01-01|Reviewed on 2025-01-01",
                "guides/tea.fr.md|Why.|<i>Why</i>|HTML: <i>",
                "guides/tea.fr.md|### trouble|### help|has [explain, help]",
                "guides/tea.fr.md|{#water|{#fill|in the twin"
            })
    void eachRuleHasItsFault(String file, String right, String wrong, String expected) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(right);
        int at = text.indexOf(right);
        write(file, text.substring(0, at) + wrong.replace("\\n", "\n") + text.substring(at + right.length()));
        assertThat(KnowledgeBaseFaults.of(folder, TODAY))
                .extracting(Fault::toString)
                .anySatisfy(fault -> assertThat(fault).contains(expected));
    }

    @Test
    void anArticleThatIsNoLongerValidIsFoundByNobody() throws IOException {
        for (String twin : List.of("articles/cups.fr.md", "articles/cups.en.md")) {
            String text = Files.readString(folder.resolve(twin));
            write(twin, text.replace("kind: howto", "kind: howto\nvalid-until: 2026-11-01"));
        }
        assertThat(KnowledgeBaseFaults.of(folder, TODAY))
                .extracting(Fault::what)
                .containsExactly(
                        "Nobody finds it: its title “Chipped cups” leads to other articles.",
                        "Nobody finds it: its title “Tasses ébréchées” leads to other articles.");
    }

    @Test
    void aGuideThatNoArticleStartsIsAFault() throws IOException {
        for (String article : List.of("articles/cups.fr.md", "articles/kettle.fr.md")) {
            String text = Files.readString(folder.resolve(article));
            write(article, text.replace("guide:tea, ", ""));
        }
        assertThat(KnowledgeBaseFaults.of(folder, TODAY))
                .extracting(Fault::toString)
                .contains(
                        "tea.fr.md:1: No article starts it. Write “start: [guide:…]” in the article that goes with it.");
    }

    @ParameterizedTest
    @CsvSource({"articles/cups.en.md,cups.fr.md", "guides/tea.fr.md,tea.en.md"})
    void aMissingTwinIsAFault(String gone, String lonely) throws IOException {
        Files.delete(folder.resolve(gone));
        assertThat(KnowledgeBaseFaults.of(folder, TODAY))
                .extracting(Fault::toString)
                .contains(lonely + ":1: It has no twin in the other language. Write it.");
    }

    @Test
    void allFaultsOfAllFilesAreToldAtOnce() throws IOException {
        write("articles/cups.fr.md", "nothing");
        Files.delete(folder.resolve("guides/tea.en.md"));
        assertThat(KnowledgeBaseFaults.of(folder, TODAY))
                .extracting(Fault::file)
                .contains("cups.fr.md", "tea.fr.md", "kettle.en.md", "cups.en.md")
                .satisfies(files -> assertThat(List.copyOf(files)).isSorted());
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
