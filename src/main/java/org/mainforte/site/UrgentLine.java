package org.mainforte.site;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The line for theft and security: whether somebody answers it. */
@Component
public class UrgentLine {
    private final LiveFiles<Desk> planned;
    private final DeskHours desk;
    private final JdbcClient jdbc;

    UrgentLine(SiteSettings settings, DeskHours desk, JdbcClient jdbc) {
        this.planned = Desk.of(settings);
        this.desk = desk;
        this.jdbc = jdbc;
    }

    /** The number to call, as people dial it; empty when the line is reached by an urgent ticket only. */
    public Optional<String> number() {
        return Optional.ofNullable(planned.get().urgentNumber());
    }

    public boolean reachable(Instant at) {
        return jdbc.sql("select reachable from urgent_line")
                .query(Boolean.class)
                .optional()
                .orElseGet(() -> switch (planned.get().urgentLine()) {
                    case ALWAYS -> true;
                    case DESK_HOURS -> desk.isOpen(at);
                    case NEVER -> false;
                });
    }

    void change(boolean reachable) {
        jdbc.sql("delete from urgent_line").update();
        jdbc.sql("insert into urgent_line (id, reachable) values (1, :reachable)")
                .param("reachable", reachable)
                .update();
    }
}
