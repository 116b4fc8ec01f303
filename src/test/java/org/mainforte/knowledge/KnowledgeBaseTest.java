package org.mainforte.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mainforte.kernel.ActingClock;
import org.mainforte.markdown.Fault;

/** Checks the knowledge base of the repository, and the checks themselves on a broken one. */
class KnowledgeBaseTest {
    private static final Path KNOWLEDGE_BASE =
            Path.of(System.getProperty("evaluation.knowledge-base", "knowledge-base"));

    @Test
    void theKnowledgeBaseHasNoFaults() throws IOException {
        List<Fault> faults = KnowledgeBaseFaults.of(KNOWLEDGE_BASE, LocalDate.now(ActingClock.PARIS));
        assertThat(faults)
                .withFailMessage(() -> faults.size() + " faults\n"
                        + faults.stream().map(Fault::toString).collect(Collectors.joining("\n")))
                .isEmpty();
    }

    @Test
    void everyFaultIsFoundAtOnce(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("articles"));
        Files.createDirectories(folder.resolve("guides"));
        Files.writeString(folder.resolve("articles/a.fr.md"), """
                ---
                id: a
                title: A
                summary: Une phrase.
                kind: howto
                questions: [comment faire a]
                start: [guide:nowhere]
                owner: service-desk
                reviewed: 2020-01-01
                ---
                ## Ce qu'il faut faire {#what-to-do}
                Voyez [b](b#x). Appelez le 03 83 00 00 00.
                <br>
                """);
        Files.createDirectories(folder.resolve("wordings"));
        Files.writeString(folder.resolve("wordings/a.fr.txt"), "# as heard\nComment faire A\nfaire ça\n");
        Files.writeString(folder.resolve("wordings/b.en.txt"), "do it\n");
        Files.writeString(folder.resolve("guides/g.fr.md"), """
                ---
                id: g
                title: G
                summary: Une phrase.
                questions: ["Comment faire A ?"]
                owner: service-desk
                reviewed: 2026-11-15
                ---
                ## Un {#one minutes=x}
                Texte.
                """);

        String faults = KnowledgeBaseFaults.of(folder, LocalDate.of(2026, 11, 22)).stream()
                .map(Fault::toString)
                .collect(Collectors.joining("\n"));

        assertThat(faults)
                .contains(
                        "a.fr.md:1: It has no twin",
                        "1 questions",
                        "The start “guide:nowhere” is unknown",
                        "Reviewed on 2020-01-01",
                        "#what-you-see is missing",
                        "a.fr.md:12: The link (b#x) leads nowhere",
                        "A phone number: 03 83 00 00 00",
                        "a.fr.md:13: HTML",
                        "g.fr.md:1: The question “Comment faire A ?” also stands in a.fr.md",
                        "a.fr.txt:1: The question “Comment faire A” also stands in a.fr.md",
                        "b.en.txt:1: There is no article of that name",
                        "g.fr.md:9: Step #one takes “x” minutes",
                        "has the help “”",
                        "has [].");
    }
}
