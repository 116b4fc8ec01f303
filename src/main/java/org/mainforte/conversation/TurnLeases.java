package org.mainforte.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.mainforte.kernel.ConversationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who works on a turn that takes long. A lease lasts {@value #SECONDS} s of the database's time and is renewed while its owner
 * lives. All but {@link #renew} run in a transaction that holds the conversation's row lock.
 */
@Component
class TurnLeases {
    private static final int SECONDS = 9;

    private final JdbcClient jdbc;
    private final String owner = UUID.randomUUID().toString();

    TurnLeases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A lease of this instance, and how its conversation stands. */
    record Held(ConversationId conversation, int seq, boolean stopped, ConversationState state, int askedSeq) {}

    /** Whether another instance works on a turn of this conversation now. */
    boolean heldElsewhere(ConversationId id) {
        return jdbc.sql("""
                select count(*) from turn_lease where conversation = :id and owner <> :owner and until_at > current_timestamp""")
                        .param("id", id.value())
                        .param("owner", owner)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Takes a turn that nobody works on; a lease that ran out gives way. */
    void take(ConversationId id, int seq) {
        release(id);
        jdbc.sql(
                        "insert into turn_lease (conversation, owner, seq, until_at) values (:id, :owner, :seq, current_timestamp + interval '"
                                + SECONDS + "' second)")
                .param("id", id.value())
                .param("owner", owner)
                .param("seq", seq)
                .update();
    }

    /** Gives a turn back. @return whether it was still ours */
    boolean finish(ConversationId id, int seq) {
        return jdbc.sql("delete from turn_lease where conversation = :id and owner = :owner and seq = :seq")
                        .param("id", id.value())
                        .param("owner", owner)
                        .param("seq", seq)
                        .update()
                == 1;
    }

    void release(ConversationId id) {
        jdbc.sql("delete from turn_lease where conversation = :id")
                .param("id", id.value())
                .update();
    }

    /** The person wants no more of the answer being written, on whatever instance. */
    void stop(ConversationId id) {
        jdbc.sql("update turn_lease set stopped = true where conversation = :id")
                .param("id", id.value())
                .update();
    }

    /** Renews every lease of this instance at once. */
    List<Held> renew() {
        int held = jdbc.sql("update turn_lease set until_at = current_timestamp + interval '" + SECONDS
                        + "' second where owner = :owner")
                .param("owner", owner)
                .update();
        return held == 0
                ? List.of()
                : jdbc.sql("""
                        select l.conversation, l.seq, l.stopped, c.state, c.asked_seq from turn_lease l
                        join conversation c on c.id = l.conversation where l.owner = :owner""").param("owner", owner).query(TurnLeases::held).list();
    }

    /** Gives everything back, for an instance that ends. */
    void releaseAll() {
        jdbc.sql("delete from turn_lease where owner = :owner")
                .param("owner", owner)
                .update();
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        return new Held(
                new ConversationId(row.getString("conversation")),
                row.getInt("seq"),
                row.getBoolean("stopped"),
                ConversationState.of(row.getString("state")),
                row.getInt("asked_seq"));
    }
}
