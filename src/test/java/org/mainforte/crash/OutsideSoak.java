package org.mainforte.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mainforte.journey.Mainforte;

/**
 * Two instances on one PostgreSQL, one of them killed at a random moment in every round, before a Request Tracker and a calendar
 * behind a network that fails 35 % of the requests. At the end everything that people confirmed stands outside exactly once.
 *
 * <p>{@code mvn -Psoak verify}; at most {@code -Dmainforte.soak.rounds=20} and {@code -Dmainforte.soak.minutes=15}, whichever is
 * first; {@code -Dmainforte.soak.seed=…} for the same kills again.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OutsideSoak {
    private static final List<String> EMPLOYEES = List.of("camille", "oliver", "nadia", "thomas", "ines", "karim");
    private static final int ROUNDS = Integer.getInteger("mainforte.soak.rounds", 20);
    private static final Duration LONGEST = Duration.ofMinutes(Integer.getInteger("mainforte.soak.minutes", 15));

    @TempDir
    private Path folder;

    private Instance one = Instance.none();
    private Instance other = Instance.none();

    @AfterEach
    void stop() {
        one.kill();
        other.kill();
    }

    @Test
    void killedAtRandomBeforeANetworkThatFails() throws Exception {
        long seed = Long.getLong("mainforte.soak.seed", System.nanoTime());
        System.out.println("OutsideSoak: -Dmainforte.soak.seed=" + seed);
        Random random = new Random(seed);
        List<Visitor> visitors = EMPLOYEES.stream()
                .map(name -> new Visitor(name, random.nextLong()))
                .toList();
        try (var world = new OutsideWorld(0.35)) {
            one = launch(world).ready();
            one.mainforte().world(people());
            other = launch(world).ready();
            long end = System.nanoTime() + LONGEST.toNanos();
            int rounds = 0;
            while (rounds < ROUNDS && System.nanoTime() < end) {
                killWhileTheyVisit(visitors, Duration.ofMillis(500 + random.nextInt(8_000)));
                new Audit(other.mainforte()).after(visitors);
                one = other;
                other = launch(world).ready();
                rounds++;
            }
            everythingOnce(world, visitors, rounds);
        }
    }

    private Instance launch(OutsideWorld world) {
        return Instance.launch(folder.resolve("data"), world.settings(Duration.ofSeconds(10)));
    }

    private static String people() {
        String people = EMPLOYEES.stream().map(name -> """
                        {"id":"%1$s","name":"%1$s","role":"employee","site":"strasbourg","language":"fr","mail":"%1$s@example.test"}""".formatted(name)).collect(Collectors.joining(","));
        return "{\"people\":[" + people
                + "],\"technicians\":[{\"id\":\"tina\",\"name\":\"Tina Meyer\",\"sites\":[\"strasbourg\"]},"
                + "{\"id\":\"theo\",\"name\":\"Theo Klein\",\"sites\":[\"strasbourg\"]}]}";
    }

    private void killWhileTheyVisit(List<Visitor> visitors, Duration after) throws Exception {
        Mainforte mainforte = one.mainforte();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> visits = new ArrayList<>();
            visitors.forEach(visitor -> visits.add(threads.submit(() -> visitor.visit(mainforte))));
            Waiting.sleep(after);
            one.kill();
            for (Future<?> visit : visits) {
                visit.get();
            }
        }
    }

    private void everythingOnce(OutsideWorld world, List<Visitor> visitors, int rounds) throws Exception {
        world.heal();
        assertThat(Waiting.until(Duration.ofMinutes(2), () -> world.waiting() == 0))
                .as(other::lastWords)
                .isTrue();
        List<String> tickets = references(visitors, "/api/tickets");
        List<String> appointments = references(visitors, "/api/appointments");
        System.out.println("OutsideSoak: " + rounds + " kills, " + tickets.size() + " tickets, " + appointments.size()
                + " appointments, each once; faults " + world.faults());
        assertThat(world.ticketsThere().stream().map(subject -> subject.replaceAll("^\\[(.*?)].*", "$1")))
                .containsExactlyInAnyOrderElementsOf(tickets);
        assertThat(Stream.of("tina", "theo").flatMap(name -> world.appointmentsThere(name).stream()))
                .containsExactlyInAnyOrderElementsOf(appointments);
        assertThat(world.mailsThere().stream().distinct()).hasSameSizeAs(appointments);
    }

    private List<String> references(List<Visitor> visitors, String path) {
        return visitors.stream()
                .flatMap(visitor -> visitor.person(other.mainforte()).get(path).json().values().stream())
                .map(one -> one.path("reference").asString())
                .toList();
    }
}
