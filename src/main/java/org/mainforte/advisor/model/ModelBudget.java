package org.mainforte.advisor.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * How much of the model one person, and everybody together, may use in a day. Counted here and written down every few seconds, so
 * that all instances and a restart know; in between an instance may overshoot by what it has under way. A day is one of real
 * time in Paris, whatever the demo's clock says.
 */
@Component
class ModelBudget {
    private static final Logger LOG = LoggerFactory.getLogger(ModelBudget.class);
    private static final int DAYS_KEPT = 2;
    /** Whom no person's call is put down to. */
    private static final String NOBODY = "-";


    private final ModelSettings settings;
    private final JdbcClient jdbc;
    private final Map<String, Long> unwritten = new ConcurrentHashMap<>();
    private volatile Map<String, Long> written = Map.of();
    private volatile long writtenInAll;
    private volatile LocalDate day;

    ModelBudget(ModelSettings settings, JdbcClient jdbc) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.day = today();
    }

    private static LocalDate today() {
        return LocalDate.now(ActingClock.PARIS);
    }

    boolean allows(PersonId person) {
        return allows() && used(person.value()) < settings.personTokens();
    }

    /** Whether the day has anything left, for what nobody in particular asked for. */
    boolean allows() {
        long all = writtenInAll
                + unwritten.values().stream().mapToLong(Long::longValue).sum();
        return all < settings.dayTokens();
    }

    private long used(String person) {
        return written.getOrDefault(person, 0L) + unwritten.getOrDefault(person, 0L);
    }

    void spend(PersonId person, long tokens) {
        unwritten.merge(person.value(), tokens, Long::sum);
    }

    void spend(long tokens) {
        unwritten.merge(NOBODY, tokens, Long::sum);
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 1_000)
    void writeDown() {
        if (!settings.configured()) {
            return;
        }
        LocalDate now = today();
        try {
            for (String person : List.copyOf(unwritten.keySet())) {
                add(now, person);
            }
            read(now);
        } catch (DataAccessException | TransactionException unreachable) {
            LOG.warn("What the model used cannot be written down now: {}", unreachable.toString());
        }
        if (!now.equals(day)) {
            day = now;
            jdbc.sql("delete from model_usage where used_on < :day")
                    .param("day", now.minusDays(DAYS_KEPT))
                    .update();
        }
    }

    private void add(LocalDate now, String person) {
        Long spent = unwritten.remove(person);
        if (spent == null) {
            return;
        }
        try {
            if (increase(now, person, spent) == 0) {
                begin(now, person, spent);
            }
        } catch (DataAccessException | TransactionException unreachable) {
            unwritten.merge(person, spent, Long::sum);
            throw unreachable;
        }
    }

    private void begin(LocalDate now, String person, long spent) {
        try {
            jdbc.sql("insert into model_usage (used_on, person, tokens) values (:day, :person, :tokens)")
                    .param("day", now)
                    .param("person", person)
                    .param("tokens", spent)
                    .update();
        } catch (DuplicateKeyException another) {
            // Another instance was the first of the day.
            increase(now, person, spent);
        }
    }

    private int increase(LocalDate now, String person, long spent) {
        return jdbc.sql("update model_usage set tokens = tokens + :tokens where used_on = :day and person = :person")
                .param("tokens", spent)
                .param("day", now)
                .param("person", person)
                .update();
    }

    /** Only those who are near their limit are kept in memory. */
    private void read(LocalDate now) {
        writtenInAll = jdbc.sql("select coalesce(sum(tokens), 0) from model_usage where used_on = :day")
                .param("day", now)
                .query(Long.class)
                .single();
        Map<String, Long> many = new ConcurrentHashMap<>();
        jdbc.sql("select person, tokens from model_usage where used_on = :day and tokens > :many")
                .param("day", now)
                .param("many", settings.personTokens() / 2)
                .query((row, number) -> Map.entry(row.getString("person"), row.getLong("tokens")))
                .list()
                .forEach(entry -> many.put(entry.getKey(), entry.getValue()));
        written = many;
    }
}
