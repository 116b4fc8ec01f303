package org.mainforte.handover;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.ConversationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What agents write for each other. It stands in a table of its own, which nothing that an employee reads ever touches. */
@Repository
public class Notes {
    private final JdbcClient jdbc;
    private final Clock clock;

    Notes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A note, as agents read it. */
    public record Note(String id, OffsetDateTime at, String agent, String text) {}

    Note add(ConversationId conversation, String agent, String text) {
        return add(UUID.randomUUID().toString(), conversation, agent, text);
    }

    Note add(String id, ConversationId conversation, String agent, String text) {
        var note = new Note(id, clock.instant().atZone(ActingClock.PARIS).toOffsetDateTime(), agent, text);
        jdbc.sql("""
                insert into handover_note (id, conversation, agent_name, text, at) values (:id, :conversation, :agent, :text, :at)""")
                .param("id", note.id())
                .param("conversation", conversation.value())
                .param("agent", agent)
                .param("text", text)
                .param("at", note.at().withOffsetSameInstant(ZoneOffset.UTC))
                .update();
        return note;
    }

    List<Note> of(ConversationId conversation) {
        return jdbc.sql("select * from handover_note where conversation = :conversation order by at, id")
                .param("conversation", conversation.value())
                .query((row, number) -> new Note(
                        row.getString("id"),
                        row.getObject("at", OffsetDateTime.class)
                                .atZoneSameInstant(ActingClock.PARIS)
                                .toOffsetDateTime(),
                        row.getString("agent_name"),
                        row.getString("text")))
                .list();
    }
}
