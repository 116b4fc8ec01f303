package org.mainforte.channel.teams;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.channel.teams.wire.Activity;
import org.mainforte.kernel.ActingClock;
import org.mainforte.masking.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The activities that came in, each once, under the database's constraint. */
@Repository
class Arrivals {
    private final JdbcClient jdbc;

    Arrivals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What an activity does here. */
    enum Kind {
        MESSAGE,
        EDIT,
        DELETE,
        EVENT;

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An activity that waits. */
    record Arrival(
            String chat,
            String id,
            Kind kind,
            String body,
            @Nullable Instant actingAt,
            int attempts) {}

    /** Keeps an activity; false when it was here before. */
    boolean keep(Activity activity, Kind kind, Instant now) {
        Instant acting = ActingClock.acting();
        return jdbc.sql("""
                        insert into teams_activity (chat, id, kind, subject, sent_at, acting_at, state, body)
                        values (:chat, :id, :kind, :subject, :sent, :acting, 'waiting', :body) on conflict do nothing""")
                        .param("chat", activity.chat())
                        .param("id", key(activity, kind))
                        .param("kind", kind.written())
                        .param("subject", kind == Kind.EDIT || kind == Kind.DELETE ? activity.id() : null)
                        .param("sent", activity.sentAt(now).atOffset(ZoneOffset.UTC))
                        .param("acting", acting == null ? null : acting.atOffset(ZoneOffset.UTC))
                        .param("body", activity.kept(Secrets::masked))
                        .update()
                == 1;
    }

    /** Edits and deletions bear the id of the message they are about, so they are told apart by what they say. */
    private static String key(Activity activity, Kind kind) {
        return switch (kind) {
            case MESSAGE -> activity.id();
            case EVENT -> activity.type() + ":" + activity.id();
            case EDIT, DELETE -> kind.written() + ":" + activity.id() + ":" + Activity.digest(activity.toString());
        };
    }

    /** The next one of a chat to be worked off, by the time people sent it. */
    Optional<Arrival> next(String chat) {
        return jdbc.sql("""
                select * from teams_activity where chat = :chat and state = 'waiting'
                and (next_attempt_at is null or next_attempt_at <= current_timestamp)
                order by sent_at, arrival fetch first 1 rows only""").param("chat", chat).query(Arrivals::arrival).optional();
    }

    /** The last edit of a message, if the person edited it. */
    Optional<Activity> edited(String chat, String message) {
        return jdbc.sql("""
                select * from teams_activity where chat = :chat and subject = :message and kind = 'edit' and body <> ''
                order by sent_at desc, arrival desc fetch first 1 rows only""")
                .param("chat", chat)
                .param("message", message)
                .query(Arrivals::arrival)
                .optional()
                .map(arrival -> Activity.read(arrival.body()));
    }

    boolean deleted(String chat, String message) {
        return jdbc.sql("""
                        select count(*) from teams_activity where chat = :chat and subject = :message and kind = 'delete'""")
                        .param("chat", chat)
                        .param("message", message)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether a message was worked off, so that nothing can change it any more. */
    boolean over(String chat, String message) {
        return jdbc.sql("""
                        select count(*) from teams_activity where chat = :chat and id = :message and state <> 'waiting'""")
                        .param("chat", chat)
                        .param("message", message)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Worked off: what it said is in the conversation now, so it goes from here, and so do its edits. */
    void done(Arrival arrival) {
        jdbc.sql("update teams_activity set body = '' where chat = :chat and subject = :id and state = 'done'")
                .param("chat", arrival.chat())
                .param("id", arrival.id())
                .update();
        jdbc.sql("update teams_activity set state = 'done', body = '' where chat = :chat and id = :id")
                .param("chat", arrival.chat())
                .param("id", arrival.id())
                .update();
    }

    /** An edit is kept whole while its message has not come yet. */
    void noted(Arrival arrival) {
        jdbc.sql("update teams_activity set state = 'done' where chat = :chat and id = :id")
                .param("chat", arrival.chat())
                .param("id", arrival.id())
                .update();
    }

    /** Tried again after a while, at last given up: then true. */
    boolean failed(Arrival arrival, int most) {
        boolean over = arrival.attempts() + 1 >= most;
        jdbc.sql("""
                update teams_activity set attempts = attempts + 1, state = :state,
                next_attempt_at = current_timestamp + cast(:wait as integer) * interval '1' second
                where chat = :chat and id = :id""")
                .param("state", over ? "failed" : "waiting")
                .param("wait", 1 << Math.min(arrival.attempts(), 6))
                .param("chat", arrival.chat())
                .param("id", arrival.id())
                .update();
        return over;
    }

    /** Chats with something left behind, for example because an instance died. */
    List<String> left(Duration since) {
        return jdbc.sql("""
                select distinct chat from teams_activity where state = 'waiting'
                and arrived_at < current_timestamp - cast(:since as integer) * interval '1' second
                and (next_attempt_at is null or next_attempt_at <= current_timestamp) fetch first 200 rows only""")
                .param("since", since.toSeconds())
                .query((row, number) -> row.getString("chat"))
                .list();
    }

    int forget(Duration olderThan) {
        return jdbc.sql("""
                delete from teams_activity where state <> 'waiting'
                and arrived_at < current_timestamp - cast(:age as integer) * interval '1' second""").param("age", olderThan.toSeconds()).update();
    }

    private static Arrival arrival(ResultSet row, int number) throws SQLException {
        OffsetDateTime acting = row.getObject("acting_at", OffsetDateTime.class);
        return new Arrival(
                row.getString("chat"),
                row.getString("id"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("body"),
                acting == null ? null : acting.toInstant(),
                row.getInt("attempts"));
    }
}
