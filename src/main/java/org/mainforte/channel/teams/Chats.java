package org.mainforte.channel.teams;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mainforte.channel.teams.wire.Activity;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The chats of Teams as they stand in the database. The row's lock keeps the workers of a chat apart, on whatever instance. */
@Repository
class Chats {
    /** Longer than a call may take, and than a model may stay silent while it writes. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final JdbcClient jdbc;
    private final String me = UUID.randomUUID().toString();

    Chats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The chat of an activity, locked until the transaction ends; made when it is new, refreshed when it moved. */
    Chat lock(Activity activity) {
        String member = activity.personal() ? activity.text("from", "id") : null;
        jdbc.sql("""
                insert into teams_chat (id, personal, tenant, service_url, bot, member)
                values (:id, :personal, :tenant, :service, :bot, :member) on conflict do nothing""")
                .param("id", activity.chat())
                .param("personal", activity.personal())
                .param("tenant", activity.tenant())
                .param("service", text(activity, "serviceUrl"))
                .param("bot", text(activity, "recipient", "id"))
                .param("member", member)
                .update();
        jdbc.sql("""
                update teams_chat set service_url = :service, tenant = coalesce(:tenant, tenant),
                member = coalesce(:member, member), gone_at = null where id = :id""")
                .param("id", activity.chat())
                .param("service", text(activity, "serviceUrl"))
                .param("tenant", activity.tenant())
                .param("member", member)
                .update();
        return lock(activity.chat()).orElseThrow();
    }

    private static String text(Activity activity, String... path) {
        String text = activity.text(path);
        return text == null ? "" : text;
    }

    Optional<Chat> lock(String id) {
        return jdbc.sql("select * from teams_chat where id = :id for update")
                .param("id", id)
                .query(Chats::chat)
                .optional();
    }

    Optional<Chat> find(String id) {
        return jdbc.sql("select * from teams_chat where id = :id")
                .param("id", id)
                .query(Chats::chat)
                .optional();
    }

    void belongs(String id, PersonId person) {
        jdbc.sql("update teams_chat set person = :person where id = :id")
                .param("person", person.value())
                .param("id", id)
                .update();
    }

    void welcomed(String id) {
        jdbc.sql("update teams_chat set welcomed = true where id = :id")
                .param("id", id)
                .update();
    }

    void gone(String id) {
        jdbc.sql("update teams_chat set gone_at = current_timestamp where id = :id")
                .param("id", id)
                .update();
    }

    /** New words in this chat go to this conversation. */
    void speaksIn(String id, @Nullable ConversationId conversation) {
        jdbc.sql("update teams_chat set conversation = :conversation where id = :id")
                .param("conversation", conversation == null ? null : conversation.value())
                .param("id", id)
                .update();
    }

    /** Takes or renews the right of this instance to send to a chat. */
    boolean lease(String id) {
        return jdbc.sql("""
                        update teams_chat set sender = :sender,
                        sending_until = current_timestamp + cast(:seconds as integer) * interval '1' second
                        where id = :id and (sender = :sender or sender is null or sending_until < current_timestamp)""")
                        .param("sender", me)
                        .param("seconds", LEASE.toSeconds())
                        .param("id", id)
                        .update()
                == 1;
    }

    void release(String id) {
        jdbc.sql("update teams_chat set sender = null where id = :id and sender = :sender")
                .param("id", id)
                .param("sender", me)
                .update();
    }

    void clear() {
        List.of("teams_click", "teams_outgoing", "teams_link", "teams_chat", "teams_activity")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }

    private static Chat chat(ResultSet row, int number) throws SQLException {
        @Nullable String person = row.getString("person");
        @Nullable String conversation = row.getString("conversation");
        return new Chat(
                row.getString("id"),
                row.getBoolean("personal"),
                row.getString("tenant"),
                row.getString("service_url"),
                row.getString("bot"),
                row.getString("member"),
                person == null ? null : new PersonId(person),
                conversation == null ? null : new ConversationId(conversation),
                row.getBoolean("welcomed"),
                row.getObject("gone_at") != null);
    }
}
