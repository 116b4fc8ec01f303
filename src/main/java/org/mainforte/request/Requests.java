package org.mainforte.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Receipt;
import org.mainforte.catalogue.Row;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The requests as they stand in the database. */
@Repository
class Requests {
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};
    private static final TypeReference<List<Row>> ROWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Requests(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Request request, Instant draftedAt) {
        jdbc.sql("""
                insert into request (id, kind, person, conversation, language, state, form, card, drafted_at, expires_at, acting_at)
                values (:id, :kind, :person, :conversation, :language, :state, :form, :card, :drafted, :expires, :acting)""")
                .param("id", request.id())
                .param("kind", request.kind())
                .param("person", request.person().value())
                .param("conversation", value(request.conversation()))
                .param("language", request.language().code())
                .param("state", request.state().column())
                .param("form", json.writeValueAsString(request.values()))
                .param("card", json.writeValueAsString(request.card()))
                .param("drafted", time(draftedAt))
                .param("expires", time(request.expires()))
                .param("acting", time(request.actingAt()))
                .update();
    }

    Optional<Request> find(String id) {
        return jdbc.sql("select * from request where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** A confirmed request, locked for this transaction; empty when it is done or another instance works on it. */
    Optional<Request> lockConfirmed(String id) {
        return jdbc.sql("select * from request where id = :id and state = 'confirmed' for update skip locked")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** Confirmed requests whose next attempt is due, the oldest first. */
    List<String> due(Duration grace, int limit) {
        return jdbc.sql("""
                select id from request where state = 'confirmed'
                and coalesce(next_attempt_at, confirmed_at + cast(:grace as integer) * interval '1' second) <= current_timestamp
                order by confirmed_at fetch first :limit rows only""")
                .param("grace", grace.toSeconds())
                .param("limit", limit)
                .query((row, number) -> row.getString("id"))
                .list();
    }

    /** The guarded update that decides a draft; only one caller ever gets true. */
    boolean decide(String id, PersonId person, RequestState to, Instant now) {
        return jdbc.sql("""
                update request set state = :to, confirmed_at = case when :to = 'confirmed' then current_timestamp else confirmed_at end
                where id = :id and person = :person and state = 'drafted' and (expires_at > :now or :to <> 'confirmed')""")
                        .param("to", to.column())
                        .param("id", id)
                        .param("person", person.value())
                        .param("now", time(now))
                        .update()
                == 1;
    }

    void actAt(String id, @Nullable Instant acting) {
        jdbc.sql("update request set acting_at = :acting where id = :id")
                .param("acting", time(acting))
                .param("id", id)
                .update();
    }

    void replaceDraftsOf(ConversationId conversation) {
        jdbc.sql("update request set state = 'replaced' where conversation = :conversation and state = 'drafted'")
                .param("conversation", conversation.value())
                .update();
    }

    void fulfilled(String id, Receipt receipt) {
        jdbc.sql("update request set state = 'fulfilled', receipt = :receipt where id = :id")
                .param("receipt", json.writeValueAsString(receipt))
                .param("id", id)
                .update();
    }

    /** @return whether this call changed the state */
    boolean refused(String id) {
        return jdbc.sql("update request set state = 'refused' where id = :id and state = 'confirmed'")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Notes a failed attempt. @return the attempts so far, 0 when the request is no longer waiting */
    int failed(String id, Duration wait) {
        int changed =
                jdbc.sql("""
                update request set attempts = attempts + 1, next_attempt_at = current_timestamp + cast(:wait as integer) * interval '1' second
                where id = :id and state = 'confirmed'""").param("wait", wait.toSeconds()).param("id", id).update();
        return changed == 0 ? 0 : find(id).map(Request::attempts).orElse(0);
    }

    void clear() {
        jdbc.sql("delete from request").update();
    }

    private Request read(ResultSet row, int number) throws SQLException {
        String conversation = row.getString("conversation");
        String receipt = row.getString("receipt");
        return new Request(
                row.getString("id"),
                row.getString("kind"),
                new PersonId(row.getString("person")),
                conversation == null ? null : new ConversationId(conversation),
                Language.of(row.getString("language")),
                RequestState.of(row.getString("state")),
                json.readValue(row.getString("form"), VALUES),
                json.readValue(row.getString("card"), ROWS),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "confirmed_at"),
                instant(row, "acting_at"),
                row.getInt("attempts"),
                receipt == null ? null : json.readValue(receipt, Receipt.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String value(@Nullable ConversationId id) {
        return id == null ? null : id.value();
    }
}
