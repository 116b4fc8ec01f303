package org.mainforte.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/**
 * Many activities in fifty chats, shuffled, doubled and delayed, edits and deletions before what they are about: each has one
 * effect, and is acknowledged fast. A thousand in every build, ten thousand with {@code -Psoak}.
 */
class FloodTest extends TeamsTestBase {
    private static final int CHATS = 50;
    private static final int ACTIVITIES = Integer.getInteger("mainforte.flood", 1_000);
    private static final long SEED = 20261123;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Random random = new Random(SEED);
    /** What comes before the message it is about; then everything; then repeats that were long on their way. */
    private final List<Sending> early = new ArrayList<>();

    private final List<Sending> flood = new ArrayList<>();
    private final List<Sending> late = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    private record Sending(TeamsPerson person, Map<String, Object> activity) {}

    private int made() {
        return early.size() + flood.size() + late.size();
    }

    private void make(TeamsPerson person, int number) {
        switch (number % 10) {
            case 0, 1 -> twice(flood, person, said(person, "merci " + number, true));
            case 2 -> {
                Map<String, Object> typed = said(person, "mreci " + number, false);
                expected.add("merci " + number);
                twice(early, person, about(typed, "messageUpdate", "merci " + number));
                twice(flood, person, typed);
            }
            case 3 -> {
                Map<String, Object> regretted = said(person, "oubliez " + number, false);
                twice(early, person, about(regretted, "messageDelete", ""));
                twice(flood, person, regretted);
            }
            case 4 -> {
                Map<String, Object> once = said(person, "merci " + number, true);
                flood.add(new Sending(person, once));
                late.add(new Sending(person, once));
                late.add(new Sending(person, about(once, "messageUpdate", "trop tard " + number)));
            }
            default -> twice(flood, person, person.activity(number % 2 == 0 ? "typing" : "messageReaction"));
        }
    }

    private Map<String, Object> said(TeamsPerson person, String words, boolean stays) {
        if (stays) {
            expected.add(words);
        }
        return person.message(words);
    }

    private static Map<String, Object> about(Map<String, Object> message, String type, String words) {
        Map<String, Object> later = new LinkedHashMap<>(message);
        later.put("type", type);
        later.put("text", words);
        return later;
    }

    private static void twice(List<Sending> where, TeamsPerson person, Map<String, Object> activity) {
        where.add(new Sending(person, activity));
        where.add(new Sending(person, activity));
    }

    @Test
    void eachHasOneEffect() throws InterruptedException, ExecutionException {
        List<TeamsPerson> people = new ArrayList<>();
        for (int i = 0; i < CHATS; i++) {
            people.add(teams(i % 3 == 0 ? "camille" : i % 3 == 1 ? "oliver" : "nadia", "a:1;flood-" + i));
        }
        for (int i = 0; made() < ACTIVITIES; i++) {
            make(people.get(random.nextInt(CHATS)), i);
        }
        long start = System.nanoTime();
        List<Long> millis = new ArrayList<>(send(early));
        millis.addAll(send(flood));
        workedOff();
        millis.addAll(send(late));
        workedOff();
        Collections.sort(millis);
        // printed for whoever measures on a quiet machine, never asserted: a busy one says nothing about us
        System.out.printf(
                "%d activities, %d messages in %d s; acknowledged p50 %d ms, p99 %d ms, slowest %d ms%n",
                millis.size(),
                expected.size(),
                (System.nanoTime() - start) / 1_000_000_000,
                millis.get(millis.size() / 2),
                millis.get(millis.size() * 99 / 100),
                millis.getLast());
        assertThat(jdbc.sql("select content from message where author = 'employee'")
                        .query((row, number) -> FakeTeams.JSON
                                .readTree(row.getString(1))
                                .path("text")
                                .asString())
                        .list())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private void workedOff() {
        TEAMS.until(
                PATIENCE,
                "all worked off",
                fake -> jdbc.sql("select count(*) from teams_activity where state = 'waiting'")
                                        .query(Integer.class)
                                        .single()
                                == 0
                        ? true
                        : null);
    }

    private List<Long> send(List<Sending> all) throws InterruptedException, ExecutionException {
        Collections.shuffle(all, random);
        Semaphore atOnce = new Semaphore(CHATS);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> sent = new ArrayList<>();
            for (Sending one : all) {
                sent.add(threads.submit(() -> {
                    atOnce.acquire();
                    try {
                        long start = System.nanoTime();
                        assertThat(one.person().send(one.activity()).status()).isEqualTo(202);
                        return (System.nanoTime() - start) / 1_000_000;
                    } finally {
                        atOnce.release();
                    }
                }));
            }
            List<Long> millis = new ArrayList<>();
            for (Future<Long> one : sent) {
                millis.add(one.get());
            }
            return millis;
        }
    }
}
