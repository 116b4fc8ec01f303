package org.mainforte.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;

/**
 * Measures the search on real questions, beside Lucene as it comes out of the box, and holds it to floors a little below what it
 * reaches. Individual misses are printed for the “tune” half only; the other half is counted and not looked at.
 */
class EvaluationTest {
    private static final Path KNOWLEDGE_BASE =
            Path.of(System.getProperty("evaluation.knowledge-base", "knowledge-base"));
    private static final Path QUESTIONS =
            Path.of(System.getProperty("evaluation.questions", "src/test/evaluation/questions.tsv"));
    private static final int DEPTH = 10;

    private static List<EvaluationQuestion> questions = List.of();
    private static KnowledgeSearch search;
    private static final Map<Language, BaselineSearch> BASELINE = new EnumMap<>(Language.class);

    @BeforeAll
    static void load() throws IOException {
        questions = EvaluationQuestion.read(QUESTIONS);
        var library = new Library(new KnowledgeSettings(KNOWLEDGE_BASE));
        search = new KnowledgeSearch(library, Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ActingClock.PARIS));
        for (Language language : Language.values()) {
            BASELINE.put(language, new BaselineSearch(library.shelf(), language));
        }
    }

    @Test
    void ranksTheRightArticleFirst() throws IOException {
        Map<String, Recall> recalls = new TreeMap<>();
        Map<String, Recall> baselines = new TreeMap<>();
        List<String> misses = new ArrayList<>();
        for (EvaluationQuestion question : questions) {
            if (question.answerable()) {
                List<Hit> hits = search.search(question.text(), question.language(), DEPTH);
                List<String> found = hits.stream().map(Hit::article).toList();
                int rank = rank(found, question);
                count(recalls, question, rank);
                count(baselines, question, rank(baseline(question), question));
                if (rank != 1 && question.tune()) {
                    misses.add(miss(question, rank, found));
                }
            }
        }
        recalls.forEach((group, recall) ->
                System.out.printf("%-18s %s   plain Lucene: %s%n", group, recall, baselines.get(group)));
        misses.stream().sorted(Comparator.reverseOrder()).forEach(System.out::println);
        assertThat(recall(recalls, "all").at(1)).isGreaterThan(0.80);
        assertThat(recall(recalls, "all").at(3)).isGreaterThan(0.89);
        assertThat(recall(recalls, "held = answer").at(1)).isGreaterThan(0.84);
        assertThat(recall(recalls, "held = answer").at(3)).isGreaterThan(0.95);
        assertThat(recall(baselines, "all").at(1)).isLessThan(0.5);
    }

    private static void count(Map<String, Recall> recalls, EvaluationQuestion question, int rank) {
        String split = question.split();
        for (String group : List.of(
                "all",
                split,
                split + " " + question.language().code(),
                split + " " + question.style(),
                split + " = " + question.expected())) {
            recalls.computeIfAbsent(group, name -> new Recall()).add(rank);
        }
    }

    private static Recall recall(Map<String, Recall> recalls, String group) {
        return Objects.requireNonNull(recalls.get(group));
    }

    private static int rank(List<String> found, EvaluationQuestion question) {
        for (int i = 0; i < found.size(); i++) {
            if (question.topics().contains(found.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    private static String miss(EvaluationQuestion question, int rank, List<String> found) {
        return "rank %2s  %s %s %s  %s  wanted %s, got %s"
                .formatted(
                        rank == 0 ? "99" : rank,
                        question.id(),
                        question.language().code(),
                        question.style(),
                        question.text(),
                        question.topics(),
                        found.subList(0, Math.min(3, found.size())));
    }

    private static List<String> baseline(EvaluationQuestion question) throws IOException {
        return Objects.requireNonNull(BASELINE.get(question.language())).search(question.text(), DEPTH);
    }

    @Test
    void knowsWhenItDoesNotKnow() {
        Map<String, int[]> counts = new TreeMap<>();
        int unanswered = 0;
        int answeredOutside = 0;
        var context = new Context(new SiteId("nancy"), null);
        for (EvaluationQuestion question : questions) {
            Decision decision = search.decide(question.text(), question.language(), context);
            int column = decision instanceof Decision.Found ? 0 : decision instanceof Decision.Near ? 1 : 2;
            unanswered += question.answerable() && column == 2 ? 1 : 0;
            answeredOutside += !question.answerable() && column != 2 ? 1 : 0;
            counts.computeIfAbsent(question.split() + " " + question.expected(), group -> new int[3])[column]++;
        }
        counts.forEach((group, count) ->
                System.out.printf("%-18s found %3d  near %3d  nothing %3d%n", group, count[0], count[1], count[2]));
        long answerable =
                questions.stream().filter(EvaluationQuestion::answerable).count();
        assertThat(unanswered / (double) answerable).isLessThan(0.04);
        assertThat(answeredOutside / (double) (questions.size() - answerable)).isLessThan(0.14);
    }
}
