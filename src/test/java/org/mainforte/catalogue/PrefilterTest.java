package org.mainforte.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefilterTest {
    private static final Path RULES = Path.of("src/main/resources/wishes.txt");
    private static final Path QUESTIONS = Path.of("src/test/evaluation");

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '"',
            value = {
                "where is my (ticket|order)# where is my ",
                "\\b(vole|perdu)\\b.*\\b(pc|portable)\\b#perdu vole",
                "colou?r#colo",
                "(un |une )?casque#casque",
                "ab+c(?!d)#ab",
                "(?:foo|ba[rz]+)#ba foo",
                "(?<!pas )besoin#besoin",
                "mots? de passe#\" de passe\"",
                "(abc){0,3}xyz#xyz",
                "(abc){2}x#abc",
                "aujourd'hui\\.#aujourd'hui.",
            })
    void isWhatEveryMatchContains(String regex, String texts) {
        assertThat(String.join(" ", Prefilter.of(regex)).strip()).isEqualTo(texts.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {"(?i)casque", "a|b", "\\p{L}+", "(casque|)", "[a-z&&[^b]]x", "(..)\\1"})
    void isEmptyForWhatMayContainAnything(String regex) {
        assertThat(Prefilter.of(regex)).isEmpty();
    }

    /** Every rule with every question of the evaluation. */
    @Test
    void losesNothing() throws IOException {
        List<String> rules = Files.readAllLines(RULES).stream()
                .filter(line -> !line.startsWith("#") && line.contains(" ="))
                .map(line -> line.replaceFirst("^.*? ==? ", ""))
                .toList();
        List<String> texts = texts();
        int matches = 0;
        int known = 0;
        List<String> lost = new ArrayList<>();
        for (String rule : rules) {
            Pattern pattern = Pattern.compile(rule);
            List<String> telling = Prefilter.of(rule);
            known += telling.isEmpty() ? 0 : 1;
            for (String text : texts) {
                if (pattern.matcher(text).find()) {
                    matches++;
                    if (!telling.isEmpty() && telling.stream().noneMatch(text::contains)) {
                        lost.add(rule + " in “" + text + "”");
                    }
                }
            }
        }
        assertThat(lost).isEmpty();
        assertThat(matches).as("matches looked at").isGreaterThan(1_000);
        assertThat(known).as("rules that it spares").isGreaterThan(rules.size() * 9 / 10);
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(QUESTIONS)) {
            for (Path file :
                    files.filter(one -> one.toString().contains("questions")).toList()) {
                Files.readAllLines(file)
                        .forEach(line -> texts.add(Words.fold(line.substring(line.lastIndexOf('\t') + 1))));
            }
        }
        return texts;
    }
}
