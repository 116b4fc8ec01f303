package org.mainforte.outside;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The errands still to be done, as they stand in the database. Its clock is the database's, which all instances share. */
@Repository("outsideOutbox")
public class Outbox {
    /** When an errand is due again whose attempt died. One that lives holds its row, and is passed over however long it takes. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private static final int LONGEST_TEXT = 500;

    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Call it in the transaction that makes the errand necessary. The same errand again changes nothing. */
    public void put(String kind, String subject) {
        jdbc.sql("insert into errand (kind, subject) values (:kind, :subject) on conflict do nothing")
                .param("kind", kind)
                .param("subject", subject)
                .update();
    }

    /** What an errand waited for has happened. */
    public void wake(String kind, String subject) {
        jdbc.sql("""
                update errand set next_attempt_at = current_timestamp
                where kind = :kind and subject = :subject and waiting = 'order'""").param("kind", kind).param("subject", subject).update();
    }

    /** The errand is not necessary any more. */
    public void drop(String kind, String subject) {
        jdbc.sql("delete from errand where kind = :kind and subject = :subject")
                .param("kind", kind)
                .param("subject", subject)
                .update();
    }

    /** Every errand of a kind, when a new demo world begins. */
    public void clear(String kind) {
        jdbc.sql("delete from errand where kind = :kind").param("kind", kind).update();
    }

    record Due(String kind, String subject) {}

    List<Due> due(List<String> kinds, int limit) {
        return kinds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select kind, subject from errand where kind in (:kinds) and next_attempt_at <= current_timestamp
                        order by next_attempt_at, subject fetch first :limit rows only""")
                        .param("kinds", kinds)
                        .param("limit", limit)
                        .query((row, number) -> new Due(row.getString("kind"), row.getString("subject")))
                        .list();
    }

    /** Takes an errand that is due, in a transaction of its own. @return which attempt this is, 0 when somebody else has it */
    int begin(Due due) {
        return jdbc.sql("""
                        select attempts from errand
                        where kind = :kind and subject = :subject and next_attempt_at <= current_timestamp
                        for update skip locked""")
                .param("kind", due.kind())
                .param("subject", due.subject())
                .query((row, number) -> row.getInt("attempts"))
                .optional()
                .map(before -> begun(due, before + 1))
                .orElse(0);
    }

    private int begun(Due due, int attempt) {
        jdbc.sql("""
                        update errand set attempts = :attempt, waiting = null,
                        next_attempt_at = current_timestamp + cast(:lease as integer) * interval '1' second
                        where kind = :kind and subject = :subject""")
                .param("attempt", attempt)
                .param("lease", LEASE.toSeconds())
                .param("kind", due.kind())
                .param("subject", due.subject())
                .update();
        return attempt;
    }

    /** Locks the errand for this attempt; false when it is over or another attempt has begun. */
    boolean lock(Due due, int attempt) {
        return jdbc.sql("""
                        select subject from errand where kind = :kind and subject = :subject and attempts = :attempt
                        for update skip locked""")
                .param("kind", due.kind())
                .param("subject", due.subject())
                .param("attempt", attempt)
                .query((row, number) -> row.getString("subject"))
                .optional()
                .isPresent();
    }

    /** An attempt failed; the next is {@code wait} from now. */
    void failed(Due due, int attempt, String waiting, Duration wait, @Nullable String attention) {
        String text = attention == null || attention.length() <= LONGEST_TEXT
                ? attention
                : attention.substring(0, LONGEST_TEXT);
        jdbc.sql("""
                update errand set waiting = :waiting, attention = coalesce(cast(:attention as varchar), attention),
                refusals = refusals + case when :waiting = 'refusal' then 1 else 0 end,
                attempts = attempts - case when :waiting = 'order' then 1 else 0 end,
                next_attempt_at = current_timestamp + cast(:wait as bigint) * interval '0.001' second
                where kind = :kind and subject = :subject and attempts = :attempt""")
                .param("waiting", waiting)
                .param("attention", text)
                .param("wait", wait.toMillis())
                .param("kind", due.kind())
                .param("subject", due.subject())
                .param("attempt", attempt)
                .update();
    }

    int refusals(Due due) {
        return jdbc.sql("select refusals from errand where kind = :kind and subject = :subject")
                .param("kind", due.kind())
                .param("subject", due.subject())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** The system is back: what waited for it is due now. Not more than a few go at a time, see {@link Gate}. */
    void hurry(List<String> kinds) {
        jdbc.sql("""
                update errand set next_attempt_at = current_timestamp
                where kind in (:kinds) and waiting = 'outage' and next_attempt_at > current_timestamp""").param("kinds", kinds).update();
    }

    /** An errand as an operator sees it; {@code attention} is null while it may heal by itself. */
    public record Waiting(
            String kind,
            String subject,
            int attempts,
            Instant since,
            @Nullable String attention) {}

    /** It is tried again at once, whatever it waits for. */
    void retry(String kind, String subject) {
        jdbc.sql("""
                        update errand set next_attempt_at = current_timestamp, refusals = 0
                        where kind = :kind and subject = :subject""").param("kind", kind).param("subject", subject).update();
    }

    /** One that a person has to look at, locked; empty when it is over, or on its way just now. */
    Optional<Waiting> lockAttention(String kind, String subject) {
        return jdbc.sql("""
                        select * from errand where kind = :kind and subject = :subject and attention is not null
                        for update skip locked""")
                .param("kind", kind)
                .param("subject", subject)
                .query(Outbox::waiting)
                .optional();
    }

    boolean needsAttention(String kind, String subject) {
        return jdbc.sql(
                                "select count(*) from errand where kind = :kind and subject = :subject and attention is not null")
                        .param("kind", kind)
                        .param("subject", subject)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** What a person has to look at, the oldest first. */
    public List<Waiting> needingAttention() {
        return jdbc.sql("select * from errand where attention is not null order by put_at fetch first 500 rows only")
                .query(Outbox::waiting)
                .list();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getString("kind"),
                row.getString("subject"),
                row.getInt("attempts"),
                row.getObject("put_at", OffsetDateTime.class).toInstant(),
                row.getString("attention"));
    }

    /** How many errands of a kind are not over; with {@code attention} only those that a person has to look at. */
    public int count(String kind, boolean attention) {
        return jdbc.sql("select count(*) from errand where kind = :kind and (not :attention or attention is not null)")
                .param("kind", kind)
                .param("attention", attention)
                .query(Integer.class)
                .single();
    }
}
