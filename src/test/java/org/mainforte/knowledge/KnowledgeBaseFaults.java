package org.mainforte.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mainforte.catalogue.Start;
import org.mainforte.catalogue.Words;
import org.mainforte.kernel.Language;
import org.mainforte.markdown.Document;
import org.mainforte.markdown.Fault;
import org.mainforte.markdown.Section;

/** Everything that is wrong in a knowledge base folder, found in one go. */
final class KnowledgeBaseFaults {
    static final Set<String> LOOKUPS =
            Set.of("site-support", "my-equipment", "my-tickets", "my-requests", "my-appointments", "retention");
    private static final Set<String> REQUESTS = Set.of(
            "ticket",
            "ticket-note",
            "order",
            "return",
            "return-move",
            "return-cancel",
            "appointment",
            "appointment-move",
            "appointment-cancel",
            "callback");
    /** An article that its own title does not bring among so many is found by nobody. */
    private static final int WITHIN = 3;

    private static final Set<String> SHOWN = Set.of("regimes", "pilot");
    private static final Pattern INSERT = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern FILE = Pattern.compile("[a-z0-9-]+\\.(fr|en)\\.md");

    final Map<String, Document> articles = new TreeMap<>();
    final Map<String, Document> guides = new TreeMap<>();
    private final Map<String, Wordings> wordings = new TreeMap<>();
    private final Map<String, Wordings> intents = new TreeMap<>();
    final Set<String> sites;
    private final LocalDate today;
    private final List<Fault> faults = new ArrayList<>();

    private KnowledgeBaseFaults(Path root, LocalDate today) throws IOException {
        this.today = today;
        this.sites = Set.copyOf(names(root.resolve("sites"), ".yaml").stream()
                .map(name -> name.replace(".yaml", ""))
                .toList());
        for (String name : names(root.resolve("articles"), ".md")) {
            String text = Files.readString(root.resolve("articles").resolve(name));
            articles.put(name, Document.parse(text, name));
            faults.addAll(ArticleReader.read(text, name).faults());
        }
        readWordings(root.resolve("wordings"), wordings);
        readWordings(root.resolve("intents"), intents);
        for (String name : names(root.resolve("guides"), ".md")) {
            Document guide =
                    Document.parse(Files.readString(root.resolve("guides").resolve(name)), name);
            guides.put(name, guide);
            faults.addAll(guide.faults());
        }
    }

    private static void readWordings(Path folder, Map<String, Wordings> into) throws IOException {
        for (String name : names(folder, ".txt")) {
            into.put(name, Wordings.parse(Files.readString(folder.resolve(name))));
        }
    }

    private static Map<String, List<String>> questions(Map<String, Document> documents) {
        Map<String, List<String>> questions = new TreeMap<>();
        documents.forEach((name, document) -> questions.put(name, document.texts("questions")));
        return questions;
    }

    static List<Fault> of(Path root, LocalDate today) throws IOException {
        var check = new KnowledgeBaseFaults(root, today);
        check.twins(check.articles);
        check.twins(check.guides);
        check.questions();
        check.strayWordings();
        check.intents();
        check.reviews(check.articles);
        check.reviews(check.guides);
        check.articles.forEach((name, article) -> new ArticleRules(check, name, article).check());
        check.guides.forEach((name, guide) -> new GuideRules(check, name, guide).check());
        check.unreachable(root);
        check.faults.sort(Comparator.comparing(Fault::file).thenComparing(Fault::line));
        return check.faults;
    }

    private static List<String> names(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    void fault(String file, int line, String what, String remedy) {
        faults.add(new Fault(file, line, what, remedy));
    }

    /** Whether something of that name can be started, in this language. */
    boolean starts(String written, Language language) {
        return Start.parse(written)
                .filter(start -> switch (start.kind()) {
                    case "guide" -> guides.containsKey(file(start.id(), language));
                    case "request" -> REQUESTS.contains(start.id());
                    case "lookup" -> LOOKUPS.contains(start.id());
                    default -> false;
                })
                .isPresent();
    }

    /** Whether a link inside the knowledge base has an article, and the section it names. */
    boolean leadsSomewhere(String target, Language language) {
        String[] parts = target.split("#", 2);
        Document article = articles.get(file(parts[0], language));
        return article != null
                && (parts.length == 1
                        || article.sections().stream()
                                .anyMatch(section -> section.anchor().equals(parts[1])));
    }

    /** Inserts stand alone on their line and name a lookup; what narrows it is known too. */
    void inserts(String name, Section section) {
        var insert = INSERT.matcher(section.wholeMarkdown());
        while (insert.find()) {
            boolean alone = section.wholeMarkdown()
                    .lines()
                    .anyMatch(line -> line.strip().equals(insert.group()));
            boolean known = Start.parse(insert.group(1))
                    .filter(start -> start.kind().equals("lookup") && LOOKUPS.contains(start.id()))
                    .filter(start -> start.values().entrySet().stream()
                            .allMatch(value -> narrows(value.getKey(), value.getValue())))
                    .isPresent();
            if (!alone || !known) {
                fault(
                        name,
                        section.line(),
                        "The insert " + insert.group() + ".",
                        "Write {{lookup:<id>}} alone on its line, with nothing after the id but what the README names.");
            }
        }
    }

    private boolean narrows(String key, String value) {
        return switch (key) {
            case "show" -> SHOWN.contains(value);
            case "site" -> sites.contains(value);
            default -> false;
        };
    }

    /** Whether an article of that language begins the guide. */
    boolean isStarted(String guide, Language language) {
        return articles.entrySet().stream()
                .anyMatch(article -> ArticleReader.languageOf(article.getKey()) == language
                        && article.getValue().texts("start").contains("guide:" + guide));
    }

    /** The search itself is asked: an article that nobody can find might as well not be there. */
    private void unreachable(Path root) {
        var search = new KnowledgeSearch(
                new Library(new KnowledgeSettings(root)),
                Clock.fixed(today.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
        articles.forEach((name, article) -> {
            Language language = ArticleReader.languageOf(name);
            String title = article.text("title").orElse("");
            boolean found = search.search(title, language, WITHIN).stream()
                    .anyMatch(hit -> hit.article().equals(ArticleReader.topicOf(name)) && hit.language() == language);
            if (!found) {
                fault(
                        name,
                        1,
                        "Nobody finds it: its title “" + title + "” leads to other articles.",
                        "Mend the file, or give it a title and questions of its own.");
            }
        });
    }

    /** The file of a topic or guide in a language. */
    static String file(String id, Language language) {
        return id + "." + language.code() + ".md";
    }

    private void twins(Map<String, Document> documents) {
        documents.forEach((name, document) -> {
            if (!FILE.matcher(name).matches()) {
                fault(name, 1, "The name is not like “topic-id.fr.md”.", "Rename the file.");
                return;
            }
            Language language = ArticleReader.languageOf(name);
            Document twin = documents.get(file(ArticleReader.topicOf(name), language.other()));
            if (twin == null) {
                fault(name, 1, "It has no twin in the other language.", "Write it.");
            } else if (language == Language.FR) {
                sameShape(name, document, twin);
            }
        });
    }

    private void sameShape(String name, Document document, Document twin) {
        List<String> anchors =
                document.sections().stream().map(each -> each.anchor()).toList();
        List<String> others =
                twin.sections().stream().map(each -> each.anchor()).toList();
        if (!anchors.equals(others)) {
            fault(
                    name,
                    1,
                    "Anchors " + anchors + ", in the twin " + others + ".",
                    "Make them the same, in the same order.");
        }
        for (String key : List.of("kind", "start", "sites", "urgent", "owner", "valid-from", "valid-until")) {
            if (!document.texts(key).equals(twin.texts(key))
                    || !document.day(key).equals(twin.day(key))) {
                fault(
                        name,
                        1,
                        "“" + key + "” is not the same in the twin.",
                        "Twins say the same; only the words differ.");
            }
        }
        for (int i = 0; i < Math.min(document.sections().size(), twin.sections().size()); i++) {
            var section = document.sections().get(i);
            if (!section.attributes().equals(twin.sections().get(i).attributes())) {
                fault(
                        name,
                        section.line(),
                        "The braces of #" + section.anchor() + " differ from the twin's.",
                        "Make them the same.");
            }
        }
    }

    private void questions() {
        Map<String, List<String>> further = new TreeMap<>();
        wordings.forEach((name, words) -> further.put(name, words.lines()));
        Map<String, String> seen = new HashMap<>();
        Stream.of(questions(articles), questions(guides), further)
                .forEach(files -> files.forEach((name, questions) -> {
                    for (String question : questions) {
                        String key = ArticleReader.languageOf(name)
                                + Words.fold(question)
                                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                                        .strip();
                        String before = seen.putIfAbsent(key, name);
                        if (before != null) {
                            fault(
                                    name,
                                    1,
                                    "The question “" + question + "” also stands in " + before + ".",
                                    "Keep it in one of them.");
                        }
                    }
                }));
    }

    private void strayWordings() {
        wordings.forEach((name, words) -> {
            if (!articles.containsKey(name.replaceFirst("\\.txt$", ".md"))) {
                fault(name, 1, "There is no article of that name.", "Name the file like the article, with “.txt”.");
            }
        });
    }

    /** Each intent that is known has examples in both languages, and no example stands for two. */
    private void intents() {
        Map<String, String> seen = new TreeMap<>();
        intents.forEach((name, examples) -> {
            if (!Intents.NAMES.contains(ArticleReader.topicOf(name))) {
                fault(name, 1, "There is no intent of that name.", "Name the file like one of " + Intents.NAMES + ".");
            }
            for (String example : examples.lines()) {
                String before = seen.putIfAbsent(Words.fold(example), name);
                if (before != null) {
                    fault(name, 1, "“" + example + "” stands in " + before + " as well.", "Keep it where it belongs.");
                }
            }
        });
        for (String intent : intents.isEmpty() ? Set.<String>of() : Intents.NAMES) {
            for (Language language : Language.values()) {
                String name = intent + "." + language.code() + ".txt";
                if (!intents.containsKey(name)) {
                    fault(name, 1, "There are no examples.", "Write some dozens, as people say it.");
                }
            }
        }
    }

    private void reviews(Map<String, Document> documents) {
        documents.forEach((name, document) -> document.day("reviewed")
                .filter(day -> day.isBefore(today.minusYears(1)) || day.isAfter(today))
                .ifPresent(day -> fault(
                        name,
                        1,
                        "Reviewed on " + day + ".",
                        "Check the text once a year, then write the day you did it.")));
    }
}
