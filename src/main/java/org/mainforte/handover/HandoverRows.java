package org.mainforte.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.SiteId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The handovers as they stand in the database. Every change is compare-and-set on the version it was made for; times are the
 * database's own, so that instances need not agree on the hour.
 */
@Repository
class HandoverRows {
    private static final String SELECT =
            "select handover.*, extract(epoch from (current_timestamp - waiting_since)) as waited from handover ";
    /** Who waits longest goes first, urgent cases before the others. */
    private static final String ORDER =
            " order by case urgency when 'urgent' then 0 when 'high' then 1 else 2 end, waiting_since, conversation";

    private final JdbcClient jdbc;

    HandoverRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Handover> find(ConversationId id) {
        return jdbc.sql(SELECT + "where conversation = :id")
                .param("id", id.value())
                .query(HandoverRows::read)
                .optional();
    }

    Optional<Handover> ofRequest(String request) {
        return jdbc.sql(SELECT + "where request = :request")
                .param("request", request)
                .query(HandoverRows::read)
                .optional();
    }

    /** Everybody who waits, the first to be served first. */
    List<Handover> waiting() {
        return jdbc.sql(SELECT + "where state = 'offered'" + ORDER)
                .query(HandoverRows::read)
                .list();
    }

    /** What an agent holds or has still to close. */
    List<Handover> of(PersonId agent) {
        return jdbc.sql(SELECT + "where agent = :agent and state in ('held', 'wrap') order by held_since")
                .param("agent", agent.value())
                .query(HandoverRows::read)
                .list();
    }

    /** Those whose agent has given no sign of life for so long. */
    List<Handover> abandoned(Duration lease) {
        return jdbc.sql(SELECT + """
                where state = 'held' and not exists (select 1 from desk_presence p where p.agent = handover.agent
                and p.seen_at > current_timestamp - cast(:lease as integer) * interval '1' second)""")
                .param("lease", lease.toSeconds())
                .query(HandoverRows::read)
                .list();
    }

    /** Those whose bell has rung for so long. */
    List<Handover> unheard(Duration time) {
        return jdbc.sql(SELECT + """
                where state = 'offered' and rings is not null
                and ringing_since <= current_timestamp - cast(:time as integer) * interval '1' second""")
                .param("time", time.toSeconds())
                .query(HandoverRows::read)
                .list();
    }

    /**
     * Those who have waited as long as anybody may, or for whom the desk has closed with nobody left in it. The time with an agent
     * who passed them on is no waiting.
     */
    List<Handover> overdue(Duration longest, boolean nobodyThere) {
        return jdbc.sql(SELECT + """
                where state = 'offered' and ((:nobody and closes_at <= current_timestamp)
                or coalesce(returned_at, waiting_since) <= current_timestamp - cast(:longest as integer) * interval '1' second)""")
                .param("nobody", nobodyThere)
                .param("longest", longest.toSeconds())
                .query(HandoverRows::read)
                .list();
    }

    /** Those for whom nothing has happened for so long: nobody's page could ring. */
    List<Handover> silent(Duration time) {
        return jdbc.sql(SELECT + """
                where state = 'offered' and coalesce(ringing_since, waiting_since)
                <= current_timestamp - cast(:time as integer) * interval '1' second""")
                .param("time", time.toSeconds())
                .query(HandoverRows::read)
                .list();
    }

    /** What is known of a wish for a person before anybody is asked. */
    record Wish(
            ConversationId conversation,
            PersonId person,
            SiteId site,
            Language language,
            String topic,
            String category,
            String urgency,
            @Nullable String request,
            @Nullable String ticket,
            Duration openFor) {}

    /** Writes a wish, in place of an earlier one that has ended. Call it with the conversation locked. */
    void wish(Wish wish, HandoverState state) {
        int before = find(wish.conversation()).map(Handover::version).orElse(0);
        jdbc.sql("delete from handover where conversation = :id")
                .param("id", wish.conversation().value())
                .update();
        jdbc.sql("""
                insert into handover (conversation, person, site, language, state, version, topic, category, urgency, request,
                ticket, waiting_since, closes_at, rung, agent_read, person_read) values (:id, :person, :site, :language, :state,
                :version, :topic, :category, :urgency, :request, :ticket, current_timestamp,
                current_timestamp + cast(:open as integer) * interval '1' second, 0, 0, 0)""")
                .param("id", wish.conversation().value())
                .param("person", wish.person().value())
                .param("site", wish.site().value())
                .param("language", wish.language().code())
                .param("state", state.written())
                .param("version", before + 1)
                .param("topic", wish.topic())
                .param("category", wish.category())
                .param("urgency", wish.urgency())
                .param("request", wish.request())
                .param("ticket", wish.ticket())
                .param("open", wish.openFor().toSeconds())
                .update();
    }

    boolean offer(Handover seen, @Nullable String ticket) {
        return change(
                seen,
                "state = 'offered', ticket = :ticket, waiting_since = current_timestamp",
                Collections.singletonMap("ticket", ticket));
    }

    boolean ring(Handover seen, PersonId agent) {
        return change(
                seen,
                "rings = :rings, ringing_since = current_timestamp, rung = rung + 1",
                Map.of("rings", agent.value()));
    }

    /** Nobody's page rings any more. */
    boolean hush(Handover seen) {
        return change(seen, "rings = null, ringing_since = null", Map.of());
    }

    boolean hold(Handover seen, PersonId agent, String name) {
        return change(
                seen,
                "state = 'held', agent = :agent, agent_name = :name, held_since = current_timestamp, rings = null,"
                        + " ringing_since = null",
                Map.of("agent", agent.value(), "name", name));
    }

    /** Back among those who wait, at the place they had; {@code next} is whom it rings first, if anybody in particular. */
    boolean back(Handover seen, @Nullable PersonId next) {
        return change(
                seen,
                "state = 'offered', agent = null, agent_name = null, rung = 0, rings = :next, ringing_since = current_timestamp,"
                        + " returned_at = current_timestamp",
                Collections.singletonMap("next", next == null ? null : next.value()));
    }

    boolean wrap(Handover seen) {
        return change(seen, "state = 'wrap'", Map.of());
    }

    boolean end(Handover seen, String outcome) {
        return change(
                seen,
                "state = 'ended', outcome = :outcome, ended_at = current_timestamp, rings = null, ringing_since = null",
                Map.of("outcome", outcome));
    }

    /** Only ever onwards: a read mark is no change of state and has no version. */
    void read(ConversationId id, boolean agent, int seq) {
        String column = agent ? "agent_read" : "person_read";
        jdbc.sql("update handover set " + column + " = :seq where conversation = :id and " + column + " < :seq")
                .param("seq", seq)
                .param("id", id.value())
                .update();
    }

    private boolean change(Handover seen, String what, Map<String, ?> values) {
        return jdbc.sql("update handover set version = version + 1, " + what
                                + " where conversation = :id and version = :seen and state = :was")
                        .params(values)
                        .param("id", seen.conversation().value())
                        .param("seen", seen.version())
                        .param("was", seen.state().written())
                        .update()
                == 1;
    }

    void forget(ConversationId id) {
        for (String table : List.of("handover", "handover_note")) {
            jdbc.sql("delete from " + table + " where conversation = :id")
                    .param("id", id.value())
                    .update();
        }
        // The score counts on, without anybody's words.
        jdbc.sql("update survey set comment = null where conversation = :id")
                .param("id", id.value())
                .update();
    }

    void clear() {
        for (String table : List.of("handover", "handover_note", "survey")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    private static Handover read(ResultSet row, int number) throws SQLException {
        return new Handover(
                new ConversationId(row.getString("conversation")),
                new PersonId(row.getString("person")),
                new SiteId(row.getString("site")),
                Language.of(row.getString("language")),
                HandoverState.of(row.getString("state")),
                row.getInt("version"),
                row.getString("topic"),
                row.getString("category"),
                row.getString("urgency"),
                row.getString("request"),
                row.getString("ticket"),
                row.getObject("waiting_since", OffsetDateTime.class).toInstant(),
                row.getLong("waited"),
                person(row.getString("rings")),
                row.getInt("rung"),
                person(row.getString("agent")),
                row.getString("agent_name"),
                row.getInt("agent_read"),
                row.getInt("person_read"));
    }

    private static @Nullable PersonId person(@Nullable String id) {
        return id == null ? null : new PersonId(id);
    }
}
