package org.mainforte.channel.teams;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ConversationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which conversations are shown in which chat, and how far. */
@Repository
class Links {
    private final JdbcClient jdbc;

    Links(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A conversation shown in a chat.
     *
     * @param shown the number of the last message that was put out
     * @param openCard the message whose card waits for a yes or no
     * @param place the card that tells a place in the queue, while somebody waits
     * @param awaited whether a pressed button's answer is being waited for, to stand in the card's place
     */
    record Link(
            ConversationId conversation,
            String chat,
            int shown,
            @Nullable Integer openCard,
            boolean awaited,
            @Nullable Place place) {}

    /** The message that tells somebody's place in the queue, and in which words its card does so now. */
    record Place(int seq, String told) {}

    Optional<Link> find(ConversationId conversation) {
        return jdbc.sql(
                        "select *, awaited_until > current_timestamp as awaited from teams_link where conversation = :id")
                .param("id", conversation.value())
                .query((row, number) -> new Link(
                        conversation,
                        row.getString("chat"),
                        row.getInt("shown_seq"),
                        row.getObject("open_card") == null ? null : row.getInt("open_card"),
                        row.getBoolean("awaited"),
                        row.getObject("place_seq") == null
                                ? null
                                : new Place(row.getInt("place_seq"), row.getString("place_told"))))
                .optional();
    }

    void tells(ConversationId conversation, @Nullable Place place) {
        jdbc.sql("update teams_link set place_seq = :seq, place_told = :told where conversation = :id")
                .param("seq", place == null ? null : place.seq())
                .param("told", place == null ? null : place.told())
                .param("id", conversation.value())
                .update();
    }

    /** Shows a conversation in a chat from a message on; in another one than before if need be. */
    void show(ConversationId conversation, String chat, int after) {
        int moved = jdbc.sql("""
                update teams_link set chat = :chat, shown_seq = :after, open_card = null, awaited_until = null, place_seq = null
                where conversation = :id""")
                .param("chat", chat)
                .param("after", after)
                .param("id", conversation.value())
                .update();
        if (moved == 0) {
            jdbc.sql("insert into teams_link (conversation, chat, shown_seq) values (:id, :chat, :after)")
                    .param("chat", chat)
                    .param("after", after)
                    .param("id", conversation.value())
                    .update();
        }
    }

    void shown(ConversationId conversation, int seq, @Nullable Integer openCard) {
        jdbc.sql("update teams_link set shown_seq = :seq, open_card = :card where conversation = :id")
                .param("seq", seq)
                .param("card", openCard)
                .param("id", conversation.value())
                .update();
    }

    /** Holds back what comes for so many seconds; none lets it go. */
    void await(ConversationId conversation, int seconds) {
        jdbc.sql("""
                update teams_link set awaited_until = current_timestamp + cast(:seconds as integer) * interval '1' second
                where conversation = :id""")
                .param("seconds", seconds)
                .param("id", conversation.value())
                .update();
    }

    List<ConversationId> all() {
        return jdbc.sql("select conversation from teams_link")
                .query((row, number) -> new ConversationId(row.getString(1)))
                .list();
    }

    void forget(ConversationId conversation) {
        for (String table : List.of("teams_link", "teams_click", "teams_outgoing")) {
            jdbc.sql("delete from " + table + " where conversation = :id")
                    .param("id", conversation.value())
                    .update();
        }
        jdbc.sql("update teams_chat set conversation = null where conversation = :id")
                .param("id", conversation.value())
                .update();
    }
}
