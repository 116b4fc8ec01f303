package org.mainforte.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;
import org.mainforte.site.Sites;

/**
 * Puts every evaluation question to the search, to its decision, and to Lucene as it comes out of the box, and counts. Measures:
 * {@code recall@1}, {@code recall@3}, {@code recall@10}, {@code mrr} and {@code ndcg@10} of the ranking (Järvelin and Kekäläinen,
 * “Cumulated gain-based evaluation of IR techniques”, 2002); {@code declined}: another subject was seen to be one;
 * {@code clarified}: of an ambiguous question, that a choice with a right topic was offered; {@code known}: of a question that can be
 * answered, that it was not said to be unknown; {@code followed}: a question that leans on the one before found the right article;
 * {@code lucene@1} and so on: the same of plain Lucene.
 */
final class Evaluation {
    static final Path FIGURES = Path.of(System.getProperty("evaluation.figures", "src/test/evaluation/figures.tsv"));
    static final List<String> MEASURES = List.of(
            "recall@1",
            "recall@3",
            "recall@10",
            "mrr",
            "ndcg@10",
            "known",
            "declined",
            "clarified",
            "followed",
            "lucene@1",
            "lucene@3");
    private static final int DEPTH = 10;
    private static final Context NANCY = new Context(new SiteId("nancy"), null);

    private final KnowledgeSearch search;
    private final Map<Language, BaselineSearch> baseline = new EnumMap<>(Language.class);
    private final Figures figures = new Figures();
    private final List<Miss> misses = new ArrayList<>();

    /** @param rank 0 when it was not found at all */
    private record Miss(EvaluationQuestion question, int rank, String line) {}

    private Evaluation(Path knowledgeBase) throws IOException {
        var library = new Library(new KnowledgeSettings(knowledgeBase));
        search = new KnowledgeSearch(
                library,
                Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ActingClock.PARIS),
                new Sites(knowledgeBase));
        for (Language language : Language.values()) {
            baseline.put(language, new BaselineSearch(library.shelf(), language));
        }
    }

    static Evaluation of(Path knowledgeBase, List<EvaluationQuestion> questions) throws IOException {
        var evaluation = new Evaluation(knowledgeBase);
        questions.forEach(evaluation::ask);
        FollowUpQuestion.read(FollowUpQuestion.FILE).forEach(evaluation::goOn);
        return evaluation;
    }

    Figures figures() {
        return figures;
    }

    /** What went wrong in the questions that may be looked at, worst first. */
    List<String> misses() {
        return misses.stream()
                .filter(miss -> miss.question.open())
                .sorted(Comparator.comparingInt((Miss miss) -> miss.rank == 0 ? Integer.MAX_VALUE : miss.rank)
                        .reversed())
                .map(Miss::line)
                .toList();
    }

    private void ask(EvaluationQuestion question) {
        Decision decision = search.decide(question.text(), question.language(), NANCY);
        if (question.answerable()) {
            List<String> found = search.search(question.text(), question.language(), DEPTH).stream()
                    .map(Hit::article)
                    .toList();
            rank(question, found);
            List<String> plain = plain(question);
            figures.add(question, "lucene@1", in(plain, question, 1));
            figures.add(question, "lucene@3", in(plain, question, 3));
            boolean known = decision instanceof Decision.Found || decision instanceof Decision.Near;
            figures.add(question, "known", known ? 1 : 0);
            if (question.expected().equals("ambiguous")) {
                figures.add(question, "clarified", clarifies(decision, question) ? 1 : 0);
            }
        } else {
            boolean declined = decision instanceof Decision.Elsewhere;
            figures.add(question, "declined", declined ? 1 : 0);
            if (!declined) {
                misses.add(new Miss(question, 0, "answered " + question.line() + articles(decision)));
            }
        }
    }

    private void goOn(FollowUpQuestion two) {
        EvaluationQuestion then = two.then();
        String last = search.decide(two.first(), then.language(), NANCY) instanceof Decision.Found found
                ? found.passage().article()
                : null;
        Decision decision = search.decide(then.text(), then.language(), new Context(NANCY.site(), last));
        boolean right = decision instanceof Decision.Found found
                && then.topics().contains(found.passage().article());
        figures.add(then, "followed", right ? 1 : 0);
        if (!right) {
            misses.add(new Miss(then, 0, "after %s: %s%s".formatted(last, then.line(), articles(decision))));
        }
    }

    private static String articles(Decision decision) {
        return switch (decision) {
            case Decision.Found found -> " got " + found.passage().article();
            case Decision.Near near ->
                " got " + near.passages().stream().map(Passage::article).toList();
            default -> " got " + decision;
        };
    }

    private void rank(EvaluationQuestion question, List<String> found) {
        int rank = 0;
        double gain = 0;
        double ideal = 0;
        for (int i = 0; i < DEPTH; i++) {
            double discount = Math.log(2) / Math.log(i + 2.0);
            boolean right = i < found.size() && question.topics().contains(found.get(i));
            gain += right ? discount : 0;
            ideal += i < question.topics().size() ? discount : 0;
            rank = rank == 0 && right ? i + 1 : rank;
        }
        figures.add(question, "recall@1", in(found, question, 1));
        figures.add(question, "recall@3", in(found, question, 3));
        figures.add(question, "recall@10", in(found, question, DEPTH));
        figures.add(question, "mrr", rank == 0 ? 0 : 1.0 / rank);
        figures.add(question, "ndcg@10", gain / ideal);
        if (rank != 1) {
            String got = String.join(" ", found.subList(0, Math.min(3, found.size())));
            misses.add(new Miss(question, rank, "rank %2d  %s  got %s".formatted(rank, question.line(), got)));
        }
    }

    private static double in(List<String> found, EvaluationQuestion question, int k) {
        return found.stream().limit(k).anyMatch(question.topics()::contains) ? 1 : 0;
    }

    private static boolean clarifies(Decision decision, EvaluationQuestion question) {
        return decision instanceof Decision.Near near
                && near.passages().stream()
                        .anyMatch(passage -> question.topics().contains(passage.article()));
    }

    private List<String> plain(EvaluationQuestion question) {
        try {
            return Objects.requireNonNull(baseline.get(question.language())).search(question.text(), DEPTH);
        } catch (IOException impossible) {
            throw new UncheckedIOException("An index in memory could not be read", impossible);
        }
    }

    /** Prints all figures, the change against the last run, and the misses; {@code --keep} makes them the ones to compare with. */
    public static void main(String[] arguments) throws IOException {
        var evaluation = of(Path.of("knowledge-base"), EvaluationQuestion.read(EvaluationQuestion.FILE));
        Figures kept = Figures.read(FIGURES);
        for (String split : EvaluationQuestion.SPLITS) {
            System.out.println(evaluation.figures.table(split, MEASURES, kept) + "\n");
        }
        evaluation.misses().forEach(System.out::println);
        evaluation.figures.fallen(kept).forEach(line -> System.out.println("FALLEN " + line));
        if (List.of(arguments).contains("--keep")) {
            evaluation.figures.keep(FIGURES);
        }
    }
}
