package org.mainforte.knowledge;

import java.util.List;
import java.util.regex.Pattern;
import org.mainforte.kernel.Language;
import org.mainforte.markdown.Document;
import org.mainforte.markdown.Link;
import org.mainforte.markdown.Section;

/** What the README asks of an article, beyond what the reader itself refuses. */
final class ArticleRules {
    private static final List<String> STANDARD =
            List.of("what-you-see", "what-to-do", "if-it-does-not-work", "call-a-person");
    private static final Pattern PHONE = Pattern.compile("(?<!\\d)0[1-9](?:[ .]?\\d{2}){4}(?!\\d)|\\+\\d{2}[ \\d]{8,}");
    private static final int MOST_WORDS = 150;

    private final KnowledgeBaseFaults all;
    private final String name;
    private final Language language;
    private final Document document;

    ArticleRules(KnowledgeBaseFaults all, String name, Document document) {
        this.all = all;
        this.name = name;
        this.language = ArticleReader.languageOf(name);
        this.document = document;
    }

    void check() {
        questions();
        for (String anchor : STANDARD) {
            if (document.sections().stream()
                    .noneMatch(section -> section.anchor().equals(anchor))) {
                fault(1, "The section #" + anchor + " is missing.", "Every article has the four usual sections.");
            }
        }
        for (String key : List.of("keywords", "start")) {
            if (document.texts(key).isEmpty()) {
                fault(1, "“" + key + "” is missing.", "Add “" + key + ": […]” to the front matter.");
            }
        }
        validity();
        document.texts("start").forEach(this::start);
        document.texts("sites").stream()
                .filter(site -> !all.sites.isEmpty() && !all.sites.contains(site))
                .forEach(site -> fault(1, "The site “" + site + "” is unknown.", "Use the name of a file in sites/."));
        document.sections().forEach(this::section);
        document.links().forEach(this::link);
    }

    private void questions() {
        int count = document.texts("questions").size();
        if (count < 6 || count > 28) {
            fault(1, count + " questions.", "Write 6 to 28 ways people really ask.");
        }
    }

    private void validity() {
        document.day("valid-from")
                .filter(from -> document.day("valid-until")
                        .filter(until -> !from.isBefore(until))
                        .isPresent())
                .ifPresent(from -> fault(1, "Valid from " + from + ", after its last day.", "Correct the days."));
    }

    private void start(String written) {
        if (!all.starts(written, language)) {
            fault(1, "The start “" + written + "” is unknown.", "Use one of those in the README.");
        }
    }

    private void section(Section section) {
        int words = section.wholeText().split("\\s+").length;
        if (words > MOST_WORDS) {
            fault(
                    section.line(),
                    "#" + section.anchor() + " has " + words + " words.",
                    "Cut it to about 120, or split it.");
        }
        if (section.wholeText().isBlank() && !section.markdown().contains("{{")) {
            fault(section.line(), "#" + section.anchor() + " is empty.", "Write it.");
        }
        var phone = PHONE.matcher(section.wholeText());
        if (phone.find()) {
            fault(section.line(), "A phone number: " + phone.group() + ".", "Start a request instead; numbers change.");
        }
        all.inserts(name, section);
    }

    private void link(Link link) {
        if (link.picture()) {
            fault(link.line(), "A picture: " + link.target() + ".", "Say it in words.");
        } else if (link.outside()) {
            if (!link.target().startsWith("https://")) {
                fault(link.line(), "The link " + link.target() + ".", "Only https leads outside.");
            }
        } else if (link.target().startsWith("#")) {
            fault(link.line(), "The link (" + link.target() + ") leads nowhere in the chat.", "Write id#anchor.");
        } else if (!all.leadsSomewhere(link.target(), language)) {
            fault(link.line(), "The link (" + link.target() + ") leads nowhere.", "Use an article's id, or id#anchor.");
        }
    }

    private void fault(int line, String what, String remedy) {
        all.fault(name, line, what, remedy);
    }
}
