package org.mainforte.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Start;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;
import org.mainforte.kernel.Texts;
import org.mainforte.knowledge.Article.Kind;
import org.mainforte.knowledge.Article.Validity;
import org.mainforte.markdown.Document;
import org.mainforte.markdown.Fault;

/** Makes an article out of a file. What is wrong is told, all at once; an article with a fault is not shown. */
final class ArticleReader {
    private static final Set<String> DANGERS = Set.of("theft", "phishing", "battery");
    private static final Set<String> KEYS = Set.of(
            "id",
            "title",
            "summary",
            "kind",
            "questions",
            "keywords",
            "sites",
            "start",
            "urgent",
            "owner",
            "reviewed",
            "source",
            "valid-from",
            "valid-until");

    private final String fileName;
    private final Language language;
    private final Document document;
    private final List<Fault> faults;

    private ArticleReader(String text, String fileName) {
        this.fileName = fileName;
        this.language = languageOf(fileName);
        this.document = Document.parse(text, fileName);
        this.faults = new ArrayList<>(document.faults());
    }

    /** @param article null when there are faults */
    record Outcome(@Nullable Article article, List<Fault> faults) {}

    static Outcome read(String text, String fileName) {
        var reader = new ArticleReader(text, fileName);
        Article article = reader.article();
        return new Outcome(reader.faults.isEmpty() ? article : null, List.copyOf(reader.faults));
    }

    static Language languageOf(String fileName) {
        return fileName.matches(".*\\.en\\.(md|txt)") ? Language.EN : Language.FR;
    }

    /** The topic a file is about: its name without language and ending. */
    static String topicOf(String fileName) {
        return fileName.replaceFirst("\\.(fr|en)\\.(md|txt)$", "");
    }

    private Article article() {
        document.frontMatter().keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .sorted()
                .forEach(key -> fault("The key “" + key + "” is unknown.", "Use one of those in the README."));
        String id = required("id");
        if (!id.isEmpty() && !id.equals(topicOf(fileName))) {
            fault("The id “" + id + "” is not the file's name.", "Write “id: " + topicOf(fileName) + "”.");
        }
        if (document.sections().isEmpty()) {
            fault("There is no section.", "Write at least “## … {#what-to-do}”.");
        }
        return new Article(
                topicOf(fileName),
                language,
                typeset(required("title")),
                typeset(required("summary")),
                kind(),
                requiredQuestions(),
                document.texts("keywords"),
                sites(),
                starts(),
                urgent(),
                required("owner"),
                reviewed(),
                new Validity(day("valid-from"), day("valid-until")),
                document.sections().stream()
                        .map(section -> section.withTexts(this::typeset))
                        .toList());
    }

    private String required(String key) {
        return document.text(key).orElseGet(() -> {
            fault("“" + key + "” is missing.", "Add “" + key + ": …” to the front matter.");
            return "";
        });
    }

    private Kind kind() {
        String written = required("kind");
        return Kind.of(written).orElseGet(() -> {
            if (!written.isEmpty()) {
                fault(
                        "The kind “" + written + "” is unknown.",
                        "Use guide, howto, incident, account, data, request, room or policy.");
            }
            return Kind.HOWTO;
        });
    }

    private List<String> requiredQuestions() {
        List<String> questions = document.texts("questions");
        if (questions.isEmpty()) {
            fault("There are no questions.", "Add 6 to 28 ways people ask for this.");
        }
        return questions;
    }

    private Set<SiteId> sites() {
        Set<SiteId> sites = new HashSet<>();
        document.texts("sites").forEach(site -> sites.add(new SiteId(site)));
        return sites;
    }

    private List<Start> starts() {
        List<Start> starts = new ArrayList<>();
        for (String written : document.texts("start")) {
            Start.parse(written)
                    .ifPresentOrElse(
                            starts::add,
                            () -> fault(
                                    "The start “" + written + "” cannot be read.",
                                    "Write it like “request:ticket” or “guide:pc-setup”."));
        }
        return starts;
    }

    private @Nullable String urgent() {
        String urgent = document.text("urgent").orElse(null);
        if (urgent != null && !DANGERS.contains(urgent)) {
            fault("The danger “" + urgent + "” is unknown.", "Use theft, phishing or battery, or leave “urgent” out.");
        }
        return urgent;
    }

    private LocalDate reviewed() {
        required("reviewed");
        LocalDate day = day("reviewed");
        return day == null ? LocalDate.EPOCH : day;
    }

    private @Nullable LocalDate day(String key) {
        LocalDate day = document.day(key).orElse(null);
        if (day == null && document.text(key).isPresent()) {
            fault("“" + key + "” is not a day.", "Write it like 2026-11-15.");
        }
        return day;
    }

    private String typeset(String text) {
        return Texts.typeset(language, text);
    }

    private void fault(String what, String remedy) {
        faults.add(new Fault(fileName, 1, what, remedy));
    }
}
