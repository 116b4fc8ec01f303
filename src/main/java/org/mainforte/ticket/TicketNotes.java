package org.mainforte.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mainforte.ticket.Note.Author;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notes of tickets in the database, in the order in which they came. */
@Repository
class TicketNotes {
    private static final int LONGEST = 8_000;

    private final JdbcClient jdbc;

    TicketNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when it was there already: the same id, or the same id of the ticket system */
    boolean insert(Note note) {
        String text = note.text();
        return jdbc.sql("""
                insert into ticket_note (id, ticket, author, author_name, body, at, external_id)
                values (:id, :ticket, :author, :name, :body, :at, :external) on conflict do nothing""")
                        .param("id", note.id())
                        .param("ticket", note.ticket())
                        .param("author", note.author().written())
                        .param("name", note.name())
                        .param("body", text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…")
                        .param("at", note.at().atOffset(ZoneOffset.UTC))
                        .param("external", note.externalId())
                        .update()
                == 1;
    }

    Optional<Note> find(String id) {
        return jdbc.sql("select * from ticket_note where id = :id")
                .param("id", id)
                .query(TicketNotes::read)
                .optional();
    }

    List<Note> of(String ticket) {
        return jdbc.sql("select * from ticket_note where ticket = :ticket order by number")
                .param("ticket", ticket)
                .query(TicketNotes::read)
                .list();
    }

    /** What the employee or the desk said last to the other. */
    Optional<Note> last(String ticket) {
        return jdbc.sql("""
                select * from ticket_note where ticket = :ticket and author <> 'agent'
                order by number desc fetch first 1 row only""").param("ticket", ticket).query(TicketNotes::read).optional();
    }

    /** Those that the ticket system has not got, the first first. */
    List<Note> unsent(String ticket) {
        return of(ticket).stream()
                .filter(note -> note.author() != Author.TECHNICIAN && note.externalId() == null)
                .toList();
    }

    Set<String> externalIds(String ticket) {
        Set<String> known = new HashSet<>();
        of(ticket).stream().map(Note::externalId).forEach(known::add);
        known.remove(null);
        return known;
    }

    void sent(String id, String externalId) {
        jdbc.sql("update ticket_note set external_id = :external where id = :id")
                .param("external", externalId)
                .param("id", id)
                .update();
    }

    private static Note read(ResultSet row, int number) throws SQLException {
        return new Note(
                row.getString("id"),
                row.getString("ticket"),
                Author.valueOf(row.getString("author").toUpperCase(Locale.ROOT)),
                row.getString("author_name"),
                row.getString("body"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("external_id"));
    }
}
