package org.mainforte.writing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mainforte.catalogue.Words;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;

/**
 * The beginning of an article out of what people asked, in both languages. It is not shown to anybody until it is written: its
 * summary is still missing, and the twin has no questions yet.
 */
final class Drafting {
    private static final int MOST_QUESTIONS = 12;
    private static final int MOST_NAME_WORDS = 5;
    private static final List<String> SECTIONS =
            List.of("what-you-see", "what-to-do", "if-it-does-not-work", "call-a-person");

    private Drafting() {}

    /** @param examples masked wordings, the most typical first */
    static List<Unanswered.Draft> of(Language asked, List<String> examples, LocalDate today) {
        String name = name(examples.getFirst());
        return Stream.of(Language.FR, Language.EN)
                .map(language -> new Unanswered.Draft(
                        name + "." + language.code() + ".md",
                        language,
                        text(name, language, language == asked ? examples : List.of(), today)))
                .toList();
    }

    private static String name(String example) {
        String name = Arrays.stream(
                        Words.fold(example.replaceAll("\\[[^\\[\\]]*]", " ")).split("[^a-z0-9]+"))
                .filter(word -> !Likeness.words(word).isEmpty())
                .limit(MOST_NAME_WORDS)
                .collect(Collectors.joining("-"));
        return name.isEmpty() ? "new-article" : name;
    }

    private static String text(String name, Language language, List<String> examples, LocalDate today) {
        var text = new StringBuilder("---\n");
        text.append("id: ").append(name).append('\n');
        text.append("title: ")
                .append(examples.isEmpty() ? "" : quoted(title(examples.getFirst())))
                .append('\n');
        text.append("# ").append(Texts.get(language, "writing.draft.summary")).append('\n');
        text.append("summary:\nkind: howto\n");
        text.append("# ").append(Texts.get(language, "writing.draft.questions")).append('\n');
        text.append("questions:\n");
        examples.stream()
                .limit(MOST_QUESTIONS)
                .forEach(example -> text.append("  - ").append(quoted(example)).append('\n'));
        text.append("keywords: []\nstart: [request:ticket]\nowner: service-desk\nreviewed: ")
                .append(today)
                .append("\n---\n");
        for (String section : SECTIONS) {
            text.append("## ")
                    .append(Texts.get(language, "writing.draft." + section))
                    .append(" {#")
                    .append(section)
                    .append("}\n")
                    .append(Texts.get(language, "writing.draft." + section + ".hint"))
                    .append("\n\n");
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static String title(String example) {
        String plain = example.replaceAll("[ \u00A0\u202F]*[?!.]+$", "");
        return plain.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + plain.substring(1);
    }

    private static String quoted(String text) {
        return "\""
                + text.replaceAll("[\\p{Cc}\\p{Cf}]", "").replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
