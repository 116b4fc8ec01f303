package org.mainforte.channel.teams;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ConversationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What goes out to Teams: written in the transaction that causes it, each purpose once, sent after commit in order. */
@Repository
class Outbox {
    private final JdbcClient jdbc;

    Outbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Something to send.
     *
     * @param put whether it takes the place of the message {@code seq}, instead of being a new one
     * @param stream the stream of live text that it ends
     * @param unsure whether an earlier sending may have arrived
     */
    record Item(
            long id,
            String chat,
            @Nullable ConversationId conversation,
            int seq,
            boolean put,
            String body,
            int attempts,
            boolean unsure,
            @Nullable String stream) {}

    /** A message of a conversation. */
    void message(String chat, ConversationId conversation, int seq, String body) {
        add(chat, "message:" + conversation + ":" + seq, conversation, seq, "post", body, "waiting", null);
    }

    /** A message that stands in the place of another already, by the reply to a click. */
    void inPlace(String chat, ConversationId conversation, int seq, @Nullable String activity) {
        add(chat, "message:" + conversation + ":" + seq, conversation, seq, "post", "", "sent", activity);
    }

    /** The card of a message drawn anew, once for each reason. */
    void redraw(String chat, ConversationId conversation, int seq, String reason, String body) {
        add(chat, "redraw:" + conversation + ":" + seq + ":" + reason, conversation, seq, "put", body, "waiting", null);
    }

    /** The card of a message drawn anew; an older drawing that still waits is not sent any more. */
    void redraw(String chat, ConversationId conversation, int seq, String body) {
        String purpose = "redraw:" + conversation + ":" + seq + ":now:";
        jdbc.sql("delete from teams_outgoing where chat = :chat and state = 'waiting' and purpose like :purpose")
                .param("chat", chat)
                .param("purpose", purpose + "%")
                .update();
        add(chat, purpose + UUID.randomUUID(), conversation, seq, "put", body, "waiting", null);
    }

    /** Something that is no message of a conversation, once for each purpose. */
    void note(String chat, String purpose, String body) {
        add(chat, "note:" + purpose, null, 0, "post", body, "waiting", null);
    }

    private void add(
            String chat,
            String purpose,
            @Nullable ConversationId conversation,
            int seq,
            String method,
            String body,
            String state,
            @Nullable String activity) {
        jdbc.sql("""
                insert into teams_outgoing (chat, purpose, conversation, seq, method, body, state, activity)
                values (:chat, :purpose, :conversation, :seq, :method, :body, :state, :activity) on conflict do nothing""")
                .param("chat", chat)
                .param("purpose", purpose)
                .param("conversation", conversation == null ? null : conversation.value())
                .param("seq", seq)
                .param("method", method)
                .param("body", body)
                .param("state", state)
                .param("activity", activity)
                .update();
    }

    /** The oldest thing not sent yet, when its time has come; later ones wait for it. */
    Optional<Item> next(String chat) {
        return jdbc.sql("""
                select *, next_attempt_at > current_timestamp as early from teams_outgoing
                where chat = :chat and state in ('waiting', 'sending') order by id fetch first 1 rows only""")
                .param("chat", chat)
                .query((row, number) -> row.getBoolean("early") ? Optional.<Item>empty() : Optional.of(item(row)))
                .optional()
                .flatMap(found -> found);
    }

    private static Item item(ResultSet row) throws SQLException {
        @Nullable String conversation = row.getString("conversation");
        return new Item(
                row.getLong("id"),
                row.getString("chat"),
                conversation == null ? null : new ConversationId(conversation),
                row.getInt("seq"),
                row.getString("method").equals("put"),
                row.getString("body"),
                row.getInt("attempts"),
                row.getString("state").equals("sending"),
                row.getString("stream"));
    }

    /** About to be sent: what is found in this state later may have arrived. */
    void sending(Item item, @Nullable String stream) {
        jdbc.sql("update teams_outgoing set state = 'sending', stream = :stream where id = :id")
                .param("stream", stream)
                .param("id", item.id())
                .update();
    }

    /** Sent; only the ids are kept. */
    void sent(Item item, @Nullable String activity) {
        jdbc.sql("update teams_outgoing set state = 'sent', body = '', activity = :activity where id = :id")
                .param("activity", activity)
                .param("id", item.id())
                .update();
    }

    void failed(Item item) {
        jdbc.sql("update teams_outgoing set state = 'failed', body = '' where id = :id")
                .param("id", item.id())
                .update();
    }

    /** Certainly not sent: again after a while. */
    void later(Item item, Duration wait, @Nullable String stream) {
        jdbc.sql("""
                update teams_outgoing set state = 'waiting', attempts = attempts + 1, stream = :stream,
                next_attempt_at = current_timestamp + cast(:wait as integer) * interval '0.001' second where id = :id""")
                .param("wait", wait.toMillis())
                .param("stream", stream)
                .param("id", item.id())
                .update();
    }

    /** Nothing is sent to a chat that does not want us; what waits for it ends. */
    void giveUp(String chat) {
        jdbc.sql(
                        "update teams_outgoing set state = 'failed', body = '' where chat = :chat and state in ('waiting', 'sending')")
                .param("chat", chat)
                .update();
    }

    /** The id Teams gave to a message of a conversation; null when none is known. */
    @Nullable
    String activityOf(ConversationId conversation, int seq) {
        return jdbc.sql("""
                select activity from teams_outgoing where conversation = :conversation and seq = :seq and method = 'post'
                and activity is not null""")
                .param("conversation", conversation.value())
                .param("seq", seq)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** A message of a conversation that was sent. */
    record Place(ConversationId conversation, int seq) {}

    /** What was sent under an id of Teams; with none, the last message sent to the chat. */
    Optional<Place> sentAs(String chat, @Nullable String activity) {
        return jdbc.sql("""
                select conversation, seq from teams_outgoing where chat = :chat and conversation is not null and state = 'sent'
                and method = 'post' and (cast(:activity as varchar) is null or activity = :activity)
                order by id desc fetch first 1 rows only""")
                .param("chat", chat)
                .param("activity", activity)
                .query((row, number) -> new Place(new ConversationId(row.getString("conversation")), row.getInt("seq")))
                .optional();
    }

    /** Chats with something to send whose time has come. */
    List<String> due() {
        return jdbc.sql("""
                select distinct chat from teams_outgoing where state in ('waiting', 'sending')
                and (next_attempt_at is null or next_attempt_at <= current_timestamp) fetch first 500 rows only""").query((row, number) -> row.getString("chat")).list();
    }

    int forget(Duration olderThan) {
        return jdbc.sql("""
                delete from teams_outgoing where state in ('sent', 'failed') and conversation is null
                and written_at < current_timestamp - cast(:age as integer) * interval '1' second""").param("age", olderThan.toSeconds()).update();
    }
}
