package org.mainforte.guide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Start;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.markdown.Document;
import org.mainforte.markdown.Fault;
import org.mainforte.markdown.Section;

/**
 * Reads a guide's file in one language, and everything that is wrong in it.
 *
 * <pre>
 * guide   = front matter (id, title, summary, questions, optional start) 1*step
 * step    = "## " title " {#" anchor " minutes=" 1..240 " help=" article [" skip=" ("yes" | "no")]
 *           [" start=" start] "}"
 *           instruction "### explain" text "### trouble" text
 * </pre>
 *
 * {@code start} lists what may be begun when the guide is finished, as {@link Start}s; that of a step is a button in it.
 */
final class GuideReader {
    private static final Set<String> ATTRIBUTES = Set.of("minutes", "help", "skip", "start");
    private static final Pattern MINUTES = Pattern.compile("[1-9]\\d?|1\\d\\d|2[0-3]\\d|240");
    private static final Pattern INSIDE_LINK = Pattern.compile("\\]\\(([a-z0-9-]+(?:#[a-z0-9-]+)?)\\)");

    private final String id;
    private final Language language;
    private final String file;
    private final Document document;
    private final Predicate<String> article;
    private final List<Fault> faults;

    private GuideReader(String id, Language language, String text, Predicate<String> article) {
        this.id = id;
        this.language = language;
        this.file = file(id, language);
        this.document = Document.parse(text, file);
        this.article = article;
        this.faults = new ArrayList<>(document.faults());
    }

    /**
     * A guide that was read.
     *
     * @param lines where each step stands in the file, for faults found later
     */
    record Reading(Guide guide, List<Integer> lines, List<Fault> faults) {}

    /** @param article whether there is an article of this id in this language */
    static Reading read(String id, Language language, String text, Predicate<String> article) {
        return new GuideReader(id, language, text, article).read();
    }

    static String file(String id, Language language) {
        return id + "." + language.code() + ".md";
    }

    private Reading read() {
        if (!document.text("id").orElse("").equals(id)) {
            fault(2, "The id is not the file's name.", "Write “id: " + id + "”.");
        }
        if (document.sections().isEmpty()) {
            fault(1, "The guide has no step.", "Begin each step with “## … {#anchor minutes=3 help=article-id}”.");
        }
        if (document.texts("questions").isEmpty()) {
            fault(2, "No questions.", "List under “questions:” how people ask for this guide.");
        }
        Guide guide = new Guide(
                id,
                language,
                required("title"),
                required("summary"),
                document.texts("questions"),
                next(),
                document.sections().stream().map(this::step).toList());
        faults.sort(Comparator.comparingInt(Fault::line));
        return new Reading(
                guide, document.sections().stream().map(Section::line).toList(), List.copyOf(faults));
    }

    private String required(String key) {
        return typeset(document.text(key).orElseGet(() -> {
            fault(2, "The " + key + " is missing.", "Write “" + key + ": …” in the front matter.");
            return id;
        }));
    }

    private List<Start> next() {
        return document.texts("start").stream()
                .flatMap(written -> start(written, 2).stream())
                .toList();
    }

    private Optional<Start> start(String written, int line) {
        Optional<Start> start = Start.parse(written).filter(NextStart::labelled);
        if (start.isEmpty()) {
            fault(
                    line,
                    "“" + written + "” under start.",
                    "Use guide:<id>, or a request or lookup that has a text guide.next.<kind>.<id>.");
        }
        return start;
    }

    private GuideStep step(Section section) {
        section.attributes().keySet().stream()
                .filter(key -> !ATTRIBUTES.contains(key))
                .forEach(key -> fault(
                        section.line(),
                        "“" + key + "=” in the step's braces.",
                        "Only minutes, help, skip and start are known."));
        section.children().stream()
                .filter(child ->
                        !child.title().equals("explain") && !child.title().equals("trouble"))
                .forEach(child -> fault(
                        child.line(),
                        "The heading “### " + child.title() + "”.",
                        "A step has “### explain” and “### trouble”, in English in both languages."));
        if (section.markdown().isBlank()) {
            fault(section.line(), "The step “" + section.title() + "” says nothing.", "Write what to do under it.");
        }
        return new GuideStep(
                section.anchor(),
                typeset(section.title()),
                minutes(section),
                help(section),
                skippable(section),
                begun(section),
                text(section.markdown()),
                text(child(section, "explain")),
                text(child(section, "trouble")));
    }

    private int minutes(Section section) {
        String written = section.attributes().getOrDefault("minutes", "");
        if (MINUTES.matcher(written).matches()) {
            return Integer.parseInt(written);
        }
        fault(section.line(), "“minutes=" + written + "”.", "Write how long the step takes: “minutes=3”, 240 at most.");
        return 1;
    }

    private String help(Section section) {
        String help = section.attributes().getOrDefault("help", "");
        if (!article.test(help)) {
            fault(
                    section.line(),
                    "“help=" + help + "” names no article.",
                    "Name the file in articles/ without its language, for instance “help=wifi-connect”.");
        }
        return help;
    }

    private boolean skippable(Section section) {
        String skip = section.attributes().getOrDefault("skip", "yes");
        if (!skip.equals("yes") && !skip.equals("no")) {
            fault(section.line(), "“skip=" + skip + "”.", "Write “skip=no” if nobody may pass over this step.");
        }
        return !skip.equals("no");
    }

    private @Nullable Start begun(Section section) {
        String written = section.attributes().get("start");
        return written == null ? null : start(written, section.line()).orElse(null);
    }

    private String child(Section section, String name) {
        return section.children().stream()
                .filter(child -> child.title().equals(name) && !child.markdown().isBlank())
                .map(Section::markdown)
                .findFirst()
                .orElseGet(() -> {
                    fault(
                            section.line(),
                            "The step “" + section.title() + "” has no “### " + name + "”.",
                            "Add it with a text under it.");
                    return "";
                });
    }

    private String text(String markdown) {
        return typeset(INSIDE_LINK.matcher(markdown).replaceAll("](/kb/" + language.code() + "/$1)"));
    }

    private String typeset(String text) {
        return Texts.typeset(language, text);
    }

    private void fault(int line, String what, String remedy) {
        faults.add(new Fault(file, line, what, remedy));
    }
}
