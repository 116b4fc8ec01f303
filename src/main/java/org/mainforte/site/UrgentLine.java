package org.mainforte.site;

import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The line for theft and security: whether somebody answers it. */
@Component
public class UrgentLine {
    private final Desk.Line planned;
    private final DeskHours desk;
    private final JdbcClient jdbc;

    @Autowired
    UrgentLine(SiteSettings settings, DeskHours desk, JdbcClient jdbc) {
        this(Desk.read(settings.knowledgeBase()).urgentLine(), desk, jdbc);
    }

    UrgentLine(Desk.Line planned, DeskHours desk, JdbcClient jdbc) {
        this.planned = planned;
        this.desk = desk;
        this.jdbc = jdbc;
    }

    public boolean reachable(Instant at) {
        return jdbc.sql("select reachable from urgent_line")
                .query(Boolean.class)
                .optional()
                .orElseGet(() -> switch (planned) {
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
