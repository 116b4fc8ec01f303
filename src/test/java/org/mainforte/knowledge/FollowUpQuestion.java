package org.mainforte.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mainforte.kernel.Language;

/**
 * Two questions, the second of which can only be understood after the first.
 *
 * @param then the second one, counted as a question that expects {@code follow}
 */
public record FollowUpQuestion(String first, EvaluationQuestion then) {
    public static final Path FILE = Path.of("src/test/evaluation/followups.tsv");

    public static List<FollowUpQuestion> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> of(line.split("\t", -1)))
                .toList();
    }

    private static FollowUpQuestion of(String[] cells) {
        List<String> topics = List.of(cells[2].split(","));
        return new FollowUpQuestion(
                cells[4],
                new EvaluationQuestion(
                        cells[0], Language.of(cells[1]), "follow", "follow", topics, cells[3], cells[5]));
    }
}
