package org.mainforte.markdown.html;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.mainforte.kernel.Language;

/** Writes a page as the file of an article. */
final class ArticleText {
    private static final int MOST_QUESTIONS = 12;

    private ArticleText() {}

    /**
     * The file's text.
     *
     * @param owner who answers for imported pages
     * @param source where the page came from, for people and for the next import
     * @param link what stands for the link of a number: its address, or null for its words alone
     */
    static String of(ExportPage page, String name, String owner, String source, Function<Integer, String> link) {
        var text = new StringBuilder("---\n");
        line(text, "id", name);
        line(text, "title", quoted(page.title()));
        line(text, "summary", quoted(page.summary()));
        line(text, "kind", "howto");
        text.append("questions:\n");
        questions(page)
                .forEach(
                        question -> text.append("  - ").append(quoted(question)).append('\n'));
        line(text, "owner", quoted(owner));
        line(text, "reviewed", page.reviewed().toString());
        line(text, "source", quoted(source));
        text.append("---\n");
        for (Sections.Section section : page.sections()) {
            text.append(section.child() ? "### " : "## ")
                    .append(section.heading())
                    .append(section.child() ? "" : " {#" + section.anchor() + "}")
                    .append("\n\n")
                    .append(linked(section.markdown(), link))
                    .append("\n\n");
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static String linked(String markdown, Function<Integer, String> link) {
        return Inlines.LINK.matcher(markdown).replaceAll(mark -> {
            String target = link.apply(Integer.parseInt(mark.group(1)));
            String words = mark.group(2);
            return java.util.regex.Matcher.quoteReplacement(
                    target.isEmpty() ? words : "[" + words + "](" + target + ")");
        });
    }

    /** The title, and every heading that is a question already. */
    private static List<String> questions(ExportPage page) {
        Set<String> questions = new LinkedHashSet<>(List.of(page.title()));
        page.sections().stream()
                .map(Sections.Section::heading)
                .filter(heading -> heading.endsWith("?") || isHow(heading, page.language()))
                .forEach(questions::add);
        return new ArrayList<>(questions).subList(0, Math.min(MOST_QUESTIONS, questions.size()));
    }

    private static boolean isHow(String heading, Language language) {
        return TextLanguage.fold(heading).startsWith(language == Language.FR ? "comment " : "how ");
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(": ").append(value).append('\n');
    }

    private static String quoted(String text) {
        return "\""
                + text.replaceAll("[\\p{Cc}\\p{Cf}]", "").replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
