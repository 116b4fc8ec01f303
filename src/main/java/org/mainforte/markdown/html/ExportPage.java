package org.mainforte.markdown.html;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.mainforte.kernel.Language;

/**
 * One page of an export, read but not yet linked to the others.
 *
 * @param path inside the export, with slashes
 * @param addresses what the page says its own address is
 * @param reviewed the day it was last changed
 */
record ExportPage(
        String path,
        List<String> addresses,
        String title,
        Language language,
        LocalDate reviewed,
        List<Sections.Section> sections,
        List<String> links,
        List<String> pictures) {
    private static final int FEWEST_WORDS = 12;
    /** Deeper than any page people wrote; jsoup keeps what is below, at this depth. */
    private static final int DEEPEST = 200;

    private static final int LONGEST_SUMMARY = 200;
    private static final Pattern MARKS = Pattern.compile("[\u0001\u0002\u0003]\\d*|[*`]|\\\\(?=\\p{Punct})");

    /** A page that cannot become an article, and why. */
    static final class LeftOut extends Exception {
        private static final long serialVersionUID = 1;

        LeftOut(String why) {
            super(why, null, false, false);
        }
    }

    /**
     * Reads a page.
     *
     * @param changed the day its file was changed, for pages that do not tell
     * @throws LeftOut when there is no text in it, or none in French or English
     */
    static ExportPage read(String path, byte[] bytes, LocalDate changed) throws LeftOut {
        String source = PageText.of(bytes).replace("\u0000", "");
        Document document = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(source, "");
        PageHead head = PageHead.of(document, source, fileTitle(path));
        Element content = MainContent.of(document);
        String text = content.text();
        if (text.split("\\s+").length < FEWEST_WORDS) {
            throw new LeftOut("there is no text in it");
        }
        Language language = TextLanguage.of(text, head.language())
                .orElseThrow(() -> new LeftOut("its text is neither French nor English (" + head.language() + ")"));
        String title = Inlines.words(head.title());
        Sections.Read read = Sections.of(content, head.title(), language == Language.FR ? "L'essentiel" : "Overview");
        if (read.sections().isEmpty()) {
            throw new LeftOut("there is no text in it");
        }
        LocalDate reviewed = head.modified() == null || head.modified().isAfter(changed) ? changed : head.modified();
        return new ExportPage(
                path, head.addresses(), title, language, reviewed, read.sections(), read.links(), read.pictures());
    }

    /** What its file is called, in words. */
    static String fileTitle(String path) {
        return path.replaceFirst("^.*/", "")
                .replaceFirst("\\.[A-Za-z0-9]+$", "")
                .replaceFirst("_\\d+$", "")
                .replaceAll("[_+]|%20", " ")
                .strip();
    }

    /** Where a link to a part of it leads: the section that holds an element of that name. */
    Optional<String> anchor(String id) {
        String last = null;
        for (Sections.Section section : sections) {
            last = section.child() ? last : section.anchor();
            if (section.ids().contains(id)) {
                return Optional.ofNullable(last);
            }
        }
        return Optional.empty();
    }

    /** Its first words, ended where a sentence or at least a word ends. */
    String summary() {
        String text = sections.stream()
                .map(Sections.Section::markdown)
                .flatMap(String::lines)
                .filter(line -> !line.isBlank() && !line.matches("^(\\||```|> ).*"))
                .map(line -> MARKS.matcher(line)
                        .replaceAll("")
                        .replaceFirst("^\\s*(- |\\d+\\. )", "")
                        .strip())
                .filter(line -> line.split(" ").length > 3)
                .findFirst()
                .orElse(title);
        if (text.length() <= LONGEST_SUMMARY) {
            return text;
        }
        String cut = text.substring(0, LONGEST_SUMMARY);
        int sentence = Math.max(cut.lastIndexOf(". "), Math.max(cut.lastIndexOf("! "), cut.lastIndexOf("? ")));
        return sentence > 60
                ? cut.substring(0, sentence + 1)
                : cut.substring(0, cut.lastIndexOf(' ') + 1).strip() + "…";
    }
}
