package org.mainforte.conversation;

import static org.mainforte.conversation.ConversationRows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The messages of conversations as they stand in the database. Whoever writes one holds the conversation's lock. */
@Repository
class MessageRows {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    MessageRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
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
}
