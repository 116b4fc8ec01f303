package org.mainforte.channel.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many activities in fifty chats, shuffled, doubled and delayed: each has one effect, and is acknowledged fast. A thousand in
 * every build, ten thousand with {@code -Dmainforte.flood=10000}.
 */
class FloodTest extends TeamsTestBase {
    private static final int CHATS = 50;
    private static final int ACTIVITIES = Integer.getInteger("mainforte.flood", 1_000);
    private static final long SEED = 20261123;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void eachHasOneEffect() throws InterruptedException, ExecutionException {
        Random random = new Random(SEED);
        List<TeamsPerson> people = new ArrayList<>();
        for (int i = 0; i < CHATS; i++) {
            people.add(teams(i % 3 == 0 ? "camille" : i % 3 == 1 ? "oliver" : "nadia", "a:1;flood-" + i));
        }
        List<Map.Entry<TeamsPerson, Map<String, Object>>> all = new ArrayList<>();
        int messages = 0;
        Set<String> speaking = new HashSet<>();
        for (int i = 0; all.size() < ACTIVITIES; i++) {
            TeamsPerson person = people.get(random.nextInt(CHATS));
            Map<String, Object> one = i % 5 < 2
                    ? person.message("merci " + i)
                    : person.activity(i % 5 == 2 ? "typing" : "messageReaction");
            if (i % 5 < 2) {
                messages++;
                speaking.add(person.chat());
            }
            all.add(Map.entry(person, one));
            if (i % 2 == 0) {
                all.add(Map.entry(person, one));
            }
            if (i % 10 == 5) {
                Map<String, Object> edit = new LinkedHashMap<>(one);
                edit.put("type", "messageUpdate");
                all.add(Map.entry(person, edit));
            }
        }
        Collections.shuffle(all, random);
        List<Long> millis = send(all);
        Collections.sort(millis);
        assertThat(millis.get(millis.size() * 99 / 100))
                .as("acknowledged, p99 in ms")
                .isLessThan(1_000);
        TEAMS.until(
                "all worked off",
                fake -> jdbc.sql("select count(*) from teams_activity where state = 'waiting'")
                                        .query(Integer.class)
                                        .single()
                                == 0
                        ? true
                        : null);
        int said = jdbc.sql("select count(*) from message where author = 'employee'")
                .query(Integer.class)
                .single();
        int different = jdbc.sql("select count(distinct client_id) from message where author = 'employee'")
                .query(Integer.class)
                .single();
        assertThat(said).isEqualTo(messages).isEqualTo(different);
        assertThat(jdbc.sql("select count(*) from conversation")
                        .query(Integer.class)
                        .single())
                .isEqualTo(speaking.size());
        System.out.printf(
                "%d activities, %d messages, p50 %d ms, p99 %d ms%n",
                all.size(), messages, millis.get(millis.size() / 2), millis.get(millis.size() * 99 / 100));
    }

    private static List<Long> send(List<Map.Entry<TeamsPerson, Map<String, Object>>> all)
            throws InterruptedException, ExecutionException {
        Semaphore atOnce = new Semaphore(CHATS);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> sent = new ArrayList<>();
            for (Map.Entry<TeamsPerson, Map<String, Object>> one : all) {
                sent.add(threads.submit(() -> {
                    atOnce.acquire();
                    try {
                        long start = System.nanoTime();
                        assertThat(one.getKey().send(one.getValue()).status()).isEqualTo(202);
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
