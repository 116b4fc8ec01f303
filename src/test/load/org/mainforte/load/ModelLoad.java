package org.mainforte.load;

import dev.langchain4j.model.chat.response.ChatResponse;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.mainforte.advisor.model.BareModel;
import org.mainforte.journey.Events;
import org.mainforte.journey.Mainforte;
import org.mainforte.journey.Person;
import org.mainforte.model.ModelDouble;
import tools.jackson.databind.json.JsonMapper;

/**
 * So many conversations with so many slow streams of a model at once, beside the bare library call for the same streams in the same
 * run. The model's own time is the same in both and known, so that what is left is ours: the way of the message, the retrieval, the
 * checks, the storing, the event stream.
 */
public final class ModelLoad {
    private static final int STREAMS = Integer.getInteger("load.model-streams", 1_000);
    /** How many begin in a second; all are open at once well before the first ends. */
    private static final int A_SECOND = Integer.getInteger("load.model-rate", 12);

    private static final int TOKENS = 120;
    /** Between two sentences, in milliseconds; short while the product warms up. */
    private static volatile long pause = 5;

    /** How many turns come before, quickly, so that the code is compiled: what is measured is a server that has been running. */
    private static final int WARM = Integer.getInteger("load.model-warm", 3_000);

    private static final int PAUSE = Integer.getInteger("load.model-pause", 4_300);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String QUESTION = "Comment connecter mon nouveau PC au wifi de la maison ?";

    private ModelLoad() {}

    public static void main(String[] arguments) throws Exception {
        // a stream lasts longer than a test waits
        System.setProperty("events.patience", String.valueOf(60 + TOKENS / 6 * PAUSE / 1_000));
        Path folder = Files.createTempDirectory("mainforte-model-load");
        System.out.println(Runtime.getRuntime().availableProcessors() + " cores, load average "
                + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        try (var model = new ModelDouble()) {
            model.does((asked, pen) -> {
                long began = System.nanoTime();
                for (int i = 1; i <= TOKENS / 6; i++) {
                    pen.says("Ouvrez les paramètres du réseau. [s1] ");
                    // by the clock, so that what twenty sleeps take too long is not taken for our own time
                    TimeUnit.NANOSECONDS.sleep(began + i * pause * 1_000_000L - System.nanoTime());
                }
                pen.done();
            });
            for (int i = 0; i < 50; i++) {
                bare(model);
            }
            pause = PAUSE;
            report("bare LangChain4j", spread(number -> bare(model)));
            pause = 5;
            try (Child product = Child.start(
                    folder.resolve("product.log"),
                    "org.mainforte.MainforteApplication",
                    "/actuator/health/readiness",
                    "--server.port=PORT",
                    "--mainforte.data-dir=" + folder.resolve("data"),
                    "--mainforte.model.base-url=" + model.baseUrl(),
                    "--mainforte.model.turn=3m",
                    "--mainforte.model.name=double")) {
                List<Person> people = people(new Mainforte(product.base()));
                warm(people);
                pause = PAUSE;
                long before = product.memory();
                Future<String> most = Executors.newVirtualThreadPerTaskExecutor().submit(() -> mostThreads(product, model, model.asked().size() + STREAMS));
                Duration worked = product.processorTime();
                report("a turn of Mainforte", spread(number -> turn(people.get(number))));
                System.out.printf("processor time: %.1f ms a turn%n",
                        product.processorTime().minus(worked).toNanos() / 1e6 / STREAMS);
                System.out.println("most at once: " + most.get() + "; resident memory " + before / 1_000_000 + " MB before, "
                        + product.memory() / 1_000_000 + " MB after");
            }
        }
        System.out.println("load average " + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.exit(0);
    }

    @FunctionalInterface
    private interface One {
        /** @return nanoseconds from the question to the whole answer */
        long take(int number) throws Exception;
    }

    private static long[] spread(One one) throws Exception {
        List<Future<Long>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < STREAMS; i++) {
                int number = i;
                all.add(threads.submit(() -> one.take(number)));
                TimeUnit.NANOSECONDS.sleep(1_000_000_000L / A_SECOND);
            }
        }
        long[] times = new long[STREAMS];
        int failed = 0;
        for (int i = 0; i < STREAMS; i++) {
            try {
                times[i] = all.get(i).get();
            } catch (java.util.concurrent.ExecutionException failure) {
                failed++;
                times[i] = Long.MAX_VALUE / 2;
                if (failed < 4) {
                    System.out.println(failure.getCause());
                }
            }
        }
        System.out.println(STREAMS - failed + " of " + STREAMS + " complete");
        return times;
    }

    private static void report(String what, long[] times) {
        long model = (TOKENS / 6) * PAUSE * 1_000_000L;
        long[] own = Arrays.stream(times).map(time -> time - model).sorted().toArray();
        System.out.printf(
                "| %s | %d | p50 %.1f ms | p95 %.1f ms | p99 %.1f ms | worst %.1f ms |%n",
                what, own.length, at(own, 0.5), at(own, 0.95), at(own, 0.99), own[own.length - 1] / 1e6);
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))] / 1e6;
    }

    private static long bare(ModelDouble model) throws Exception {
        long began = System.nanoTime();
        var done = new CompletableFuture<ChatResponse>();
        BareModel.ask(model.baseUrl(), QUESTION, done);
        done.get(2, TimeUnit.MINUTES);
        return System.nanoTime() - began;
    }

    private static List<Person> people(Mainforte mainforte) {
        List<Map<String, String>> world = new ArrayList<>();
        for (int i = 0; i < STREAMS; i++) {
            world.add(Map.of("id", "p" + i, "name", "Person " + i, "role", "employee", "site", "strasbourg", "language", "fr"));
        }
        mainforte.world(JSON.writeValueAsString(Map.of("people", world)));
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < STREAMS; i++) {
            people.add(mainforte.person("p" + i));
        }
        return people;
    }

    private static void warm(List<Person> people) throws Exception {
        var atOnce = new Semaphore(20);
        List<Future<Long>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WARM; i++) {
                Person person = people.get(i % people.size());
                all.add(threads.submit(() -> {
                    atOnce.acquire();
                    try {
                        return turn(person);
                    } finally {
                        atOnce.release();
                    }
                }));
            }
        }
        for (Future<Long> one : all) {
            one.get();
        }
    }

    private static long turn(Person person) {
        String id = person.post("/api/conversations", Map.of("language", "fr")).json().path("id").asString();
        try (Events events = person.events(id, 1)) {
            long began = System.nanoTime();
            int seq = person.post(
                            "/api/conversations/" + id + "/messages",
                            Map.of("clientId", UUID.randomUUID().toString(), "text", QUESTION))
                    .json()
                    .path("seq")
                    .asInt();
            String kinds = events.untilIdle(seq).stream()
                    .filter(event -> event.name().equals("message"))
                    .map(event -> event.json().path("kind").asString())
                    .toList()
                    .toString();
            if (!kinds.contains("answer") || kinds.contains("notice")) {
                throw new IllegalStateException("Not answered by the model: " + kinds);
            }
            return System.nanoTime() - began;
        }
    }

    /** Watches while the streams are open. */
    private static String mostThreads(Child product, ModelDouble model, int all) throws Exception {
        int threads = 0;
        int streams = 0;
        long memory = 0;
        // the first may end before the second begins
        while (model.asked().size() < all || model.streaming() > 0) {
            streams = Math.max(streams, model.streaming());
            for (String line : Files.readAllLines(Path.of("/proc/" + product.process().pid() + "/status"))) {
                if (line.startsWith("Threads:")) {
                    threads = Math.max(threads, Integer.parseInt(line.replaceAll("\\D", "")));
                } else if (line.startsWith("VmRSS:")) {
                    memory = Math.max(memory, Long.parseLong(line.replaceAll("\\D", "")) / 1_000);
                }
            }
            Thread.sleep(200);
        }
        return streams + " streams, " + threads + " platform threads, " + memory + " MB resident";
    }
}
