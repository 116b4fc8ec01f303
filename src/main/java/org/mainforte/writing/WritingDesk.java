package org.mainforte.writing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mainforte.catalogue.Words;
import org.mainforte.conversation.AskedInVain;
import org.mainforte.conversation.AskedInVain.Question;
import org.mainforte.conversation.AskedInVain.Why;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.knowledge.Article;
import org.mainforte.knowledge.Library;
import org.mainforte.knowledge.WordingsDesk;
import org.mainforte.markdown.Fault;
import org.mainforte.markdown.FaultyFiles;
import org.mainforte.masking.Names;
import org.mainforte.masking.Redaction;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.springframework.stereotype.Component;

/** The desk where a writer sees what is missing. Nothing of it is stored: it is what the conversations still hold. */
@Component
public class WritingDesk {
    private static final int MOST_QUESTIONS = 2_000;
    private static final int MOST_EXAMPLES = 12;
    private static final int LONGEST_EXAMPLE = 200;

    private final AskedInVain asked;
    private final Directory directory;
    private final Library library;
    private final WordingsDesk wordings;
    private final List<FaultyFiles> files;
    private final Clock clock;

    WritingDesk(
            AskedInVain asked,
            Directory directory,
            Library library,
            WordingsDesk wordings,
            List<FaultyFiles> files,
            Clock clock) {
        this.wordings = wordings;
        this.files = files;
        this.asked = asked;
        this.directory = directory;
        this.library = library;
        this.clock = clock;
    }

    private record Masked(Question question, String text) {}

    /** What was asked in vain within a time and no article answers since, by language; what is asked most stands first. */
    public List<Unanswered> unanswered(Duration within) {
        Instant now = clock.instant();
        List<Question> questions = asked.since(now.minus(within), MOST_QUESTIONS);
        var redaction = new Redaction(
                Names.known(directory.everybody().stream().map(Employee::name).toList(), ordinaryWords()));
        List<Unanswered> groups = new ArrayList<>();
        for (Language language : Language.values()) {
            var answered = wordings.answered(language);
            List<Masked> ofLanguage = questions.stream()
                    .filter(question -> question.language() == language)
                    .map(question -> new Masked(question, shortened(redaction.redacted(question.text(), language))))
                    .filter(each -> !answered.has(each.text(), each.question().at()))
                    .toList();
            List<String> texts = ofLanguage.stream().map(Masked::text).toList();
            for (List<Integer> group : Likeness.groups(texts)) {
                groups.add(group(
                        language,
                        group.stream().map(at -> ofLanguage.get(at).question()).toList(),
                        group.stream().map(texts::get).toList(),
                        LocalDate.ofInstant(now, ActingClock.PARIS)));
            }
        }
        groups.sort(Comparator.comparingInt(Unanswered::count)
                .reversed()
                .thenComparing(Unanswered::last, Comparator.reverseOrder())
                .thenComparing(Unanswered::id));
        return groups;
    }

    /** An article that may answer. */
    public record Title(String article, Language language, String title) {}

    /** The articles that are shown today. */
    public List<Title> titles() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ActingClock.PARIS);
        return library.articles().stream()
                .filter(article -> article.validity().holdsOn(today))
                .map(article -> new Title(article.id(), article.language(), article.title()))
                .toList();
    }

    /** What is wrong in files that were saved and are not in use yet, by file and line. */
    public List<Fault> faults() {
        return files.stream()
                .flatMap(each -> each.faults().stream())
                .distinct()
                .sorted(Comparator.comparing(Fault::file).thenComparingInt(Fault::line))
                .toList();
    }

    /** Folders that are gone and answered from memory; mostly none. */
    public Set<String> lost() {
        return library.lost();
    }

    private static Unanswered group(Language language, List<Question> questions, List<String> texts, LocalDate today) {
        List<String> examples = examples(texts);
        Instant last = questions.stream()
                .map(Question::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Unanswered(
                language.code() + "-" + Integer.toHexString(examples.getFirst().hashCode()),
                language,
                questions.size(),
                count(questions, Why.UNKNOWN),
                count(questions, Why.OUT_OF_SCOPE),
                count(questions, Why.NOT_HELPFUL),
                LocalDate.ofInstant(last, ActingClock.PARIS),
                examples,
                Drafting.of(language, examples, today));
    }

    private static int count(List<Question> questions, Why why) {
        return (int)
                questions.stream().filter(question -> question.why() == why).count();
    }

    /** Different wordings, those first that share most words with the others; of equals the shorter. */
    private static List<String> examples(List<String> texts) {
        Map<String, Integer> shared = new HashMap<>();
        texts.forEach(text -> Likeness.words(text).forEach(word -> shared.merge(word, 1, Integer::sum)));
        Map<String, String> different = new HashMap<>();
        texts.forEach(text -> different.putIfAbsent(
                Words.fold(text).replaceAll("[^a-z0-9]+", " ").strip(), text));
        return different.values().stream()
                .sorted(Comparator.comparingDouble((String text) -> typical(text, shared))
                        .reversed()
                        .thenComparingInt(String::length)
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_EXAMPLES)
                .toList();
    }

    private static double typical(String text, Map<String, Integer> shared) {
        return Likeness.words(text).stream()
                .mapToInt(word -> shared.getOrDefault(word, 0))
                .average()
                .orElse(0);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_EXAMPLE ? text : text.substring(0, LONGEST_EXAMPLE - 1) + "…";
    }

    /** Words that articles use in their titles and questions: “page” is a page before it is a name. */
    private Set<String> ordinaryWords() {
        Set<String> ordinary = new HashSet<>();
        for (Article article : library.articles()) {
            add(article.title(), ordinary);
            article.questions().forEach(question -> add(question, ordinary));
        }
        return ordinary;
    }

    private static void add(String text, Set<String> words) {
        words.addAll(List.of(Words.fold(text).split("[^a-z0-9]+")));
    }
}
