package org.mainforte.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Conversations and their messages as they stand in the database. */
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

    /** A message of the employee with what they sent. */
    record Asked(int seq, Language language, @Nullable Instant actingAt, Instant at, Input input) {}

    void append(
            ConversationId conversation,
            int seq,
            Instant at,
            Message.Author author,
            Language language,
            Reply content,
            @Nullable String clientId,
            @Nullable Input input) {
        if (!add(conversation, seq, at, author, language, content, clientId, input)) {
            throw new IllegalStateException("Message " + seq + " of " + conversation + " is there already");
        }
        if (content.kind() == MessageKind.UNKNOWN || content.kind() == MessageKind.OUT_OF_SCOPE) {
            jdbc.sql("insert into in_vain (conversation, seq, at) values (:conversation, :seq, :at)")
                    .param("conversation", conversation.value())
                    .param("seq", seq)
                    .param("at", time(at))
                    .update();
        }
    }

    /** Adds a message unless its number or its client id is taken. @return whether it was added */
    boolean add(
            ConversationId conversation,
            int seq,
            Instant at,
            Message.Author author,
            Language language,
            Reply content,
            @Nullable String clientId,
            @Nullable Input input) {
        String id = UUID.randomUUID().toString();
        OffsetDateTime time = Objects.requireNonNull(time(at)).truncatedTo(ChronoUnit.MICROS);
        int added = jdbc.sql("""
            insert into message (conversation, seq, id, at, acting_at, author, author_name, language, client_id, input, content)
            values (:conversation, :seq, :id, :at, :acting, :author, :name, :language, :client, :input, :content)
            on conflict do nothing\
            """)
                .param("conversation", conversation.value())
                .param("seq", seq)
                .param("id", id)
                .param("at", time)
                .param("acting", time(ActingClock.acting()))
                .param("author", author.kind().written())
                .param("name", author.name())
                .param("language", language.code())
                .param("client", clientId)
                .param("input", input == null ? null : json.writeValueAsString(input))
                .param("content", json.writeValueAsString(content))
                .update();
        if (added == 1) {
            HeldRows.open()
                    .ifPresent(held ->
                            held.add(conversation, message(seq, id, time, author, language, content, clientId)));
        }
        return added == 1;
    }

    /** A message sent before under this client id: its number and its raw input. */
    Optional<Asked> sent(ConversationId conversation, String clientId) {
        return jdbc.sql("select * from message where conversation = :conversation and client_id = :client")
                .param("conversation", conversation.value())
                .param("client", clientId)
                .query(this::asked)
                .optional();
    }

    /** The employee's first message after a number. */
    Optional<Asked> nextAsked(ConversationId conversation, int after) {
        return jdbc.sql("""
            select * from message where conversation = :conversation and seq > :after and author = 'employee'
            order by seq fetch first 1 rows only\
            """)
                .param("conversation", conversation.value())
                .param("after", after)
                .query(this::asked)
                .optional();
    }

    List<Message> messages(ConversationId conversation, int after, int limit) {
        return jdbc.sql("""
            select * from message where conversation = :conversation and seq > :after
            order by seq fetch first :limit rows only\
            """)
                .param("conversation", conversation.value())
                .param("after", after)
                .param("limit", limit)
                .query(this::message)
                .list();
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

    private Asked asked(ResultSet row, int number) throws SQLException {
        OffsetDateTime acting = row.getObject("acting_at", OffsetDateTime.class);
        return new Asked(
                row.getInt("seq"),
                Language.of(row.getString("language")),
                acting == null ? null : acting.toInstant(),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                json.readValue(row.getString("input"), Input.class));
    }

    private Message message(ResultSet row, int number) throws SQLException {
        return message(
                row.getInt("seq"),
                row.getString("id"),
                row.getObject("at", OffsetDateTime.class),
                new Message.Author(Message.Kind.of(row.getString("author")), row.getString("author_name")),
                Language.of(row.getString("language")),
                json.readValue(row.getString("content"), Reply.class),
                row.getString("client_id"));
    }

    private static Message message(
            int seq,
            String id,
            OffsetDateTime at,
            Message.Author author,
            Language language,
            Reply content,
            @Nullable String clientId) {
        return new Message(
                seq,
                id,
                at.atZoneSameInstant(ActingClock.PARIS).toOffsetDateTime(),
                author,
                content.kind(),
                language,
                content.text(),
                content.sources(),
                content.choices(),
                content.form(),
                content.step(),
                content.proposal(),
                content.receipt(),
                clientId);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
