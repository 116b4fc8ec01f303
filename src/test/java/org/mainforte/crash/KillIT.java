package org.mainforte.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mainforte.journey.Mainforte;
import org.mainforte.journey.Person;

/**
 * The jar is killed with SIGKILL and started again on the same data. Whatever was acknowledged is kept, once and in order;
 * whatever was confirmed is done, once; nothing else is.
 *
 * <p>{@code -Dmainforte.kill.rounds=100 -Dmainforte.kill.seed=…} for more, or for the same again.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KillIT {
    private static final int ROUNDS = Integer.getInteger("mainforte.kill.rounds", 2);
    private static final List<String> EMPLOYEES = List.of("camille", "oliver", "nadia", "thomas", "ines", "karim");

    @TempDir
    private Path folder;

    private Instance instance = Instance.none();

    @AfterEach
    void stop() {
        instance.kill();
    }

    @Test
    void killedAtRandomMoments() throws Exception {
        long seed = Long.getLong("mainforte.kill.seed", System.nanoTime());
        System.out.println("KillIT: -Dmainforte.kill.seed=" + seed);
        Random random = new Random(seed);
        List<Visitor> visitors = EMPLOYEES.stream()
                .map(name -> new Visitor(name, random.nextLong()))
                .toList();
        instance = Instance.start(folder.resolve("data"));
        for (int round = 0; round < ROUNDS; round++) {
            killWhileTheyVisit(visitors, Duration.ofMillis(300 + random.nextInt(2_500)));
            restart();
            new Audit(instance.mainforte()).after(visitors);
        }
        assertThat(visitors.stream().flatMap(visitor -> visitor.diaries().stream()))
                .as("they did something")
                .hasSizeGreaterThan(EMPLOYEES.size());
    }

    private void killWhileTheyVisit(List<Visitor> visitors, Duration after) throws Exception {
        Mainforte mainforte = instance.mainforte();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> visits = new ArrayList<>();
            visitors.forEach(visitor -> visits.add(threads.submit(() -> visitor.visit(mainforte))));
            Waiting.sleep(after);
            assertThat(visits).as("still visiting").allMatch(visit -> !visit.isDone() || told(visit));
            instance.kill();
            for (Future<?> visit : visits) {
                visit.get();
            }
        }
    }

    /** Throws what went wrong. */
    private static boolean told(Future<?> visit) {
        if (visit.state() == Future.State.FAILED) {
            throw new AssertionError(visit.exceptionNow());
        }
        return false;
    }

    private void restart() {
        instance = Instance.start(folder.resolve("data"));
    }

    @Test
    void killedAtNamedPoints() {
        instance = Instance.start(folder.resolve("data"));
        Visitor undecided = new Visitor("nadia", 1);
        cardOf(undecided, "order");

        Visitor asking = new Visitor("camille", 2);
        Person person = asking.person(instance.mainforte());
        asking.opens(person).text(person, "Comment imprimer en couleur ?");
        killed("directly after a message is stored", asking, undecided);

        Visitor confirming = new Visitor("oliver", 3);
        confirm(confirming, cardOf(confirming, "ticket"));
        killed("directly after the 202 of the yes", asking, undecided, confirming);

        Visitor served = new Visitor("thomas", 4);
        confirm(served, cardOf(served, "order"));
        awaitReceipt(served);
        killed("directly after the receipt", asking, undecided, confirming, served);

        yesAgain(served, "directly after the receipt, and yes again");
        confirm(undecided, cardOf(undecided));
        killed("a card decided two crashes later", asking, undecided, confirming, served);
    }

    /** @return the choice that says yes to a fresh card */
    private String cardOf(Visitor visitor, String kind) {
        Person person = visitor.person(instance.mainforte());
        Diary diary = visitor.opens(person);
        diary.form(person, kind, kind.equals("ticket") ? Visitor.ticket() : Visitor.order());
        return cardOf(visitor);
    }

    private String cardOf(Visitor visitor) {
        Person person = visitor.person(instance.mainforte());
        Diary diary = visitor.diaries().getLast();
        Visitor.awaitAnswer(person, diary);
        String card = diary.openCard(person);
        if (card == null) {
            throw new AssertionError("No card in " + diary.whole(person));
        }
        return card;
    }

    private void confirm(Visitor visitor, String card) {
        visitor.diaries().getLast().choice(visitor.person(instance.mainforte()), card);
    }

    private void awaitReceipt(Visitor visitor) {
        Person person = visitor.person(instance.mainforte());
        Diary diary = visitor.diaries().getLast();
        assertThat(Waiting.until(
                        Duration.ofSeconds(15),
                        () -> diary.messages(person).stream().anyMatch(message -> message.has("receipt"))))
                .isTrue();
    }

    private void yesAgain(Visitor visitor, String when) {
        confirm(visitor, visitor.diaries().getLast().confirmed().getFirst());
        killed(when, visitor);
    }

    private void killed(String when, Visitor... visitors) {
        System.out.println("KillIT: killed " + when);
        instance.kill();
        restart();
        new Audit(instance.mainforte()).after(List.of(visitors));
    }

    /** Also while the tables of a fresh machine are being made. */
    @Test
    void killedDuringStart() {
        Path data = folder.resolve("data");
        for (int millis : new int[] {0, 60, 200, 600, 1_500}) {
            instance = Instance.launch(data);
            boolean began = Waiting.until(
                    Duration.ofSeconds(60), () -> !instance.alive() || Files.exists(data.resolve("mainforte.mv.db")));
            Waiting.sleep(Duration.ofMillis(millis));
            assertThat(began && instance.alive()).as(instance::lastWords).isTrue();
            instance.kill();
        }
        restart();
        Visitor visitor = new Visitor("ines", 5);
        confirm(visitor, cardOf(visitor, "ticket"));
        new Audit(instance.mainforte()).after(List.of(visitor));
    }
}
