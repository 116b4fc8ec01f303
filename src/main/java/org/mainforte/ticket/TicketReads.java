package org.mainforte.ticket;

import java.time.Instant;
import java.time.ZoneOffset;
import org.mainforte.people.Employee;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who at the desk opened which ticket, and when first and last: a ticket holds what somebody said in trust. */
@Repository
class TicketReads {
    private final JdbcClient jdbc;

    TicketReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(String ticket, Employee reader, Instant at) {
        int again = write(
                "update ticket_read set last_at = :at, times = times + 1 where ticket = :ticket and reader = :reader",
                ticket,
                reader,
                at);
        if (again == 0) {
            write("""
                    insert into ticket_read (ticket, reader, first_at, last_at, times) values (:ticket, :reader, :at, :at, 1)
                    on conflict do nothing""", ticket, reader, at);
        }
    }

    private int write(String sql, String ticket, Employee reader, Instant at) {
        return jdbc.sql(sql)
                .param("ticket", ticket)
                .param("reader", reader.id().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
