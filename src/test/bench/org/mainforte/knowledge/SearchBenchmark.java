package org.mainforte.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long a search takes on one thread, beside Lucene's plain analyzers in the same run, with the real articles and with as many as
 * a large intranet has. The questions are those of the evaluation, long stories among them. See {@code src/docs/performance.md}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "--enable-native-access=ALL-UNNAMED", "--add-modules=jdk.incubator.vector"})
@Warmup(iterations = 2, time = 10)
@Measurement(iterations = 3, time = 10)
public class SearchBenchmark {
    private static final Path REAL = Path.of("knowledge-base");

    /** How many articles; 0 are the real ones. */
    @Param({"0", "10000"})
    private int articles;

    private List<EvaluationQuestion> questions = List.of();
    private int next;
    private @Nullable KnowledgeSearch search;
    private final ProcessorTime processor = new ProcessorTime();
    private final Map<Language, BaselineSearch> plain = new EnumMap<>(Language.class);

    @Setup
    public void load() throws IOException {
        questions = new ArrayList<>(EvaluationQuestion.read(EvaluationQuestion.FILE));
        Collections.shuffle(questions, new Random(1));
        Path folder = REAL;
        if (articles > 0) {
            folder = Files.createTempDirectory("large-knowledge-base");
            LargeBase.write(folder, REAL, articles);
        }
        long before = used();
        long start = System.nanoTime();
        long processorStart = ProcessorTime.ofProcess();
        var library = new Library(new KnowledgeSettings(folder));
        var knowledge = new KnowledgeSearch(library, Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ActingClock.PARIS));
        long end = System.nanoTime();
        long processorEnd = ProcessorTime.ofProcess();
        search = knowledge;
        System.out.printf(
                "%n%d topics read and indexed in %.1f s (%.1f s of processor time, a cold JVM's compilation included);"
                        + " articles and index take %d MB of heap%n",
                knowledge.topics(),
                (end - start) / 1e9,
                (processorEnd - processorStart) / 1e9,
                (used() - before) / 1_000_000);
        for (Language language : Language.values()) {
            plain.put(language, new BaselineSearch(library.shelf(), language));
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private EvaluationQuestion question() {
        next = (next + 1) % questions.size();
        return questions.get(next);
    }

    /** Says what each iteration took of the processor, which on a busy machine tells more than the clock. */
    @TearDown(Level.Iteration)
    public void report() {
        System.out.print(processor.report() + " ");
    }

    @Benchmark
    public List<Hit> mainforte() {
        EvaluationQuestion question = question();
        long start = processor.start();
        List<Hit> hits = Objects.requireNonNull(search).search(question.text(), question.language(), 10);
        processor.stop(start);
        return hits;
    }

    @Benchmark
    public List<String> plainLucene() throws IOException {
        EvaluationQuestion question = question();
        long start = processor.start();
        List<String> found = Objects.requireNonNull(plain.get(question.language())).search(question.text(), 10);
        processor.stop(start);
        return found;
    }

    /** @param arguments any of JMH's, for instance {@code -p articles=10000} */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .include(SearchBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
