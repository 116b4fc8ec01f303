package org.mainforte.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules written as regular expressions are the specification; the product applies them letter by letter. */
class FrenchTypographyTest {
    private static final Pattern UNTOUCHED = Pattern.compile("`[^`]*`|\\]\\([^)]*\\)|https?://\\S+|\\{[#{][^}]*\\}+");
    private static final String NARROW = "\u202F";

    private static String specified(String text) {
        var out = new StringBuilder();
        var matcher = UNTOUCHED.matcher(text);
        int from = 0;
        while (matcher.find()) {
            out.append(prose(text.substring(from, matcher.start()))).append(matcher.group());
            from = matcher.end();
        }
        return out.append(prose(text.substring(from))).toString();
    }

    private static String prose(String text) {
        return text.replaceAll("(?<=\\p{L})'(?=[\\p{L}\\d«*])", "’")
                .replaceAll("\"([^\"\\n]{1,200})\"", "«" + NARROW + "$1" + NARROW + "»")
                .replaceAll("[ \u00A0]+([;!?»])", NARROW + "$1")
                .replaceAll("((?<=[\\p{L}\\p{N})»*}])|^)[ \u00A0]+:(?=\\s|$)", NARROW + ":")
                .replaceAll("«[ \u00A0]+", "«" + NARROW);
    }

    @Test
    void everyFileOfTheKnowledgeBaseIsSetAsSpecified() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("knowledge-base"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".md")).toList()) {
                String text = Files.readString(file);
                assertThat(FrenchTypography.of(text)).as(file.toString()).isEqualTo(specified(text));
            }
        }
    }

    /** Made of the characters the rules speak of, in any order; the seed is fixed. */
    @Test
    void whateverIsTypedIsSetAsSpecified() {
        List<String> parts = List.of(
                "a",
                "é",
                "1",
                "'",
                "\"",
                " ",
                " ",
                "\u00A0",
                ":",
                ";",
                "!",
                "?",
                "»",
                "«",
                "*",
                ")",
                "}",
                "\n",
                "\t",
                "½",
                "`x'y`",
                "{#a : b}",
                "](u v)",
                NARROW,
                "Ⅷ",
                ".");
        var random = new Random(14);
        for (int i = 0; i < 200_000; i++) {
            var text = new StringBuilder();
            int length = random.nextInt(12);
            for (int p = 0; p < length; p++) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            assertThat(FrenchTypography.of(text.toString())).as("of “%s”", text).isEqualTo(specified(text.toString()));
        }
    }
}
