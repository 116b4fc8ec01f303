package org.mainforte.knowledge;

import java.util.List;
import org.mainforte.kernel.Language;
import org.mainforte.markdown.Document;
import org.mainforte.markdown.Link;
import org.mainforte.markdown.Section;

/** What the README asks of a guide. */
final class GuideRules {
    private static final List<String> ATTRIBUTES = List.of("minutes", "help", "skip", "start");

    private final KnowledgeBaseFaults all;
    private final String name;
    private final Language language;
    private final Document guide;

    GuideRules(KnowledgeBaseFaults all, String name, Document guide) {
        this.all = all;
        this.name = name;
        this.language = ArticleReader.languageOf(name);
        this.guide = guide;
    }

    void check() {
        for (String key : List.of("id", "title", "summary", "owner")) {
            if (guide.text(key).isEmpty()) {
                fault(1, "“" + key + "” is missing.", "Add it to the front matter.");
            }
        }
        if (!guide.text("id").orElse("").equals(ArticleReader.topicOf(name))) {
            fault(1, "The id is not the file's name.", "Write “id: " + ArticleReader.topicOf(name) + "”.");
        }
        if (guide.day("reviewed").isEmpty()) {
            fault(1, "“reviewed” is not a day.", "Write it like 2026-11-15.");
        }
        if (guide.texts("questions").isEmpty()) {
            fault(1, "There are no questions.", "Write some ways people ask for this guide.");
        }
        guide.texts("start").forEach(start -> start(1, start));
        guide.sections().forEach(this::step);
        guide.sections().forEach(step -> all.inserts(name, step));
        if (!all.isStarted(ArticleReader.topicOf(name), language)) {
            fault(1, "No article starts it.", "Write “start: [guide:…]” in the article that goes with it.");
        }
        guide.links().forEach(this::link);
    }

    private void start(int line, String written) {
        if (!all.starts(written, language)) {
            fault(line, "The start “" + written + "” is unknown.", "Use one of those in the README.");
        }
    }

    private void link(Link link) {
        if (link.picture()) {
            fault(link.line(), "A picture: " + link.target() + ".", "Say it in words.");
        } else if (link.outside()
                ? !link.target().startsWith("https://")
                : !all.leadsSomewhere(link.target(), language)) {
            fault(link.line(), "The link (" + link.target() + ") leads nowhere.", "Use an article's id, or id#anchor.");
        }
    }

    private void step(Section step) {
        String minutes = step.attributes().getOrDefault("minutes", "");
        if (!minutes.matches("[1-9][0-9]{0,2}")) {
            fault(
                    step.line(),
                    "Step #" + step.anchor() + " takes “" + minutes + "” minutes.",
                    "Write minutes=2 in its braces.");
        }
        step.attributes().keySet().stream()
                .filter(key -> !ATTRIBUTES.contains(key))
                .forEach(key -> fault(
                        step.line(),
                        "Step #" + step.anchor() + " has the unknown “" + key + "”.",
                        "Use " + String.join(", ", ATTRIBUTES) + "."));
        String start = step.attributes().get("start");
        if (start != null) {
            start(step.line(), start);
        }
        String help = step.attributes().getOrDefault("help", "");
        if (!all.articles.containsKey(KnowledgeBaseFaults.file(help, language))) {
            fault(
                    step.line(),
                    "Step #" + step.anchor() + " has the help “" + help + "”.",
                    "Write help=<id of an article> in its braces.");
        }
        if (step.plainText().isBlank()) {
            fault(step.line(), "Step #" + step.anchor() + " says nothing.", "Say what to do now.");
        }
        List<String> children = step.children().stream().map(Section::title).toList();
        if (!children.equals(List.of("explain", "trouble"))) {
            fault(
                    step.line(),
                    "Step #" + step.anchor() + " has " + children + ".",
                    "Write ### explain, then ### trouble, in both languages.");
        }
    }

    private void fault(int line, String what, String remedy) {
        all.fault(name, line, what, remedy);
    }
}
