package org.mainforte.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Conversations as they stand in the database; their messages are in {@link MessageRows}. */
@Repository
class ConversationRows {
    /** This instance, among those that share the database. */
    private final int writer = ThreadLocalRandom.current().nextInt();

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ConversationRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Conversation conversation, @Nullable String entry) {
        jdbc.sql("""
            insert into conversation (id, person, language, state, entry, created_at, touched_at, last_seq, asked_seq,
            answered_seq, dialogue, writer) values (:id, :person, :language, :state, :entry, :created, current_timestamp, 0, 0, 0,
            :dialogue, :writer)\
            """)
                .param("id", conversation.id().value())
                .param("person", conversation.person().value())
                .param("language", conversation.language().code())
                .param("state", conversation.state().written())
                .param("entry", entry)
                .param("created", time(conversation.createdAt()))
                .param("dialogue", json.writeValueAsString(conversation.dialogue()))
                .param("writer", writer)
                .update();
        HeldRows.open().ifPresent(held -> held.hold(conversation));
    }

    Optional<Conversation> find(ConversationId id) {
        return HeldRows.open().flatMap(held -> held.find(id)).or(() -> read(id));
    }

    private Optional<Conversation> read(ConversationId id) {
        return jdbc.sql("select * from conversation where id = :id")
                .param("id", id.value())
                .query(this::conversation)
                .optional();
    }

    /** The conversation, locked until the transaction ends: one writer at a time, on whatever instance. */
    Optional<Conversation> lock(ConversationId id) {
        Optional<HeldRows> open = HeldRows.open();
        Optional<Conversation> known = open.flatMap(held -> held.find(id));
        if (known.isPresent()) {
            return known;
        }
        Optional<Conversation> locked = jdbc.sql("select * from conversation where id = :id for update")
                .param("id", id.value())
                .query(this::conversation)
                .optional();
        open.ifPresent(held -> locked.ifPresent(held::hold));
        return locked;
    }

    /**
     * Locks it for a writer that needs nothing of it.
     *
     * @throws Problem 404 when it does not exist
     */
    void claim(ConversationId id) {
        if (lock(id).isEmpty()) {
            throw Problem.notFound();
        }
    }

    List<Conversation> of(PersonId person) {
        return jdbc.sql("select * from conversation where person = :person order by created_at desc, id fetch first"
                        + " 100 rows only")
                .param("person", person.value())
                .query(this::conversation)
                .list();
    }

    /** Conversations with a message nobody has answered since a moment ago, for example because an instance died. */
    List<ConversationId> unanswered(Duration since) {
        return jdbc.sql("""
            select id from conversation where asked_seq > answered_seq and state in ('bot', 'offered')
            and touched_at < current_timestamp - cast(:since as integer) * interval '1' second and not exists
            (select 1 from turn_lease where turn_lease.conversation = conversation.id and until_at > current_timestamp)
            fetch first 200 rows only\
            """)
                .param("since", since.toSeconds())
                .query((row, number) -> new ConversationId(row.getString("id")))
                .list();
    }

    /** Conversations that another instance changed lately. */
    List<ConversationId> touchedElsewhereWithin(Duration time) {
        return jdbc.sql("""
            select id from conversation where touched_at > current_timestamp - cast(:time as integer) * interval '1' second
            and (writer is null or writer <> :writer)\
            """)
                .param("time", time.toSeconds())
                .param("writer", writer)
                .query((row, number) -> new ConversationId(row.getString("id")))
                .list();
    }

    /** Conversations without a message for so long. */
    List<ConversationId> untouchedFor(Duration time, int limit) {
        return jdbc.sql("""
            select id from conversation where touched_at < current_timestamp - cast(:time as integer) * interval '1' second
            order by touched_at fetch first :limit rows only\
            """)
                .param("time", time.toSeconds())
                .param("limit", limit)
                .query((row, number) -> new ConversationId(row.getString("id")))
                .list();
    }

    void update(Conversation conversation) {
        jdbc.sql("""
            update conversation set language = :language, state = :state, touched_at = current_timestamp, last_seq = :last,
            asked_seq = :asked, answered_seq = :answered, pending_request = :pending, dialogue = :dialogue, writer = :writer where id = :id\
            """)
                .param("language", conversation.language().code())
                .param("state", conversation.state().written())
                .param("last", conversation.lastSeq())
                .param("asked", conversation.askedSeq())
                .param("answered", conversation.answeredSeq())
                .param("pending", conversation.pendingRequest())
                .param("dialogue", json.writeValueAsString(conversation.dialogue()))
                .param("writer", writer)
                .param("id", conversation.id().value())
                .update();
        HeldRows.open().ifPresent(held -> held.hold(conversation));
    }

    void delete(ConversationId id) {
        HeldRows.open().ifPresent(held -> held.forget(id));
        jdbc.sql("delete from conversation where id = :id")
                .param("id", id.value())
                .update();
    }

    void clear() {
        jdbc.sql("delete from conversation").update();
    }

    private Conversation conversation(ResultSet row, int number) throws SQLException {
        return new Conversation(
                new ConversationId(row.getString("id")),
                new PersonId(row.getString("person")),
                Language.of(row.getString("language")),
                ConversationState.of(row.getString("state")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("last_seq"),
                row.getInt("asked_seq"),
                row.getInt("answered_seq"),
                row.getString("pending_request"),
                json.readValue(row.getString("dialogue"), Dialogue.class));
    }

    static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
