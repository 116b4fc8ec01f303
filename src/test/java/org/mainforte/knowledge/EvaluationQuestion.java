package org.mainforte.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mainforte.kernel.Language;

/**
 * One line of the evaluation questions.
 *
 * @param topics the topics that answer it; any of them is right; empty when nothing should
 * @param split {@code tune} may be looked at while tuning; {@code held} and {@code fresh} are only counted. The rules for wishes were
 *     written with the held half in sight; nothing was with the fresh ones
 */
record EvaluationQuestion(
        String id, Language language, String style, String expected, List<String> topics, String split, String text) {
    static List<EvaluationQuestion> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> of(line.split("\t", -1)))
                .toList();
    }

    private static EvaluationQuestion of(String[] cells) {
        List<String> topics = Stream.of(cells[4].split(","))
                .map(String::strip)
                .filter(topic -> !topic.isEmpty())
                .toList();
        return new EvaluationQuestion(cells[0], Language.of(cells[1]), cells[2], cells[3], topics, cells[5], cells[6]);
    }

    boolean answerable() {
        return !topics.isEmpty();
    }

    boolean tune() {
        return split.equals("tune");
    }
}
