package org.mainforte.site;

import java.util.List;
import java.util.Map;
import org.mainforte.kernel.DemoPart;
import org.mainforte.kernel.SiteId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The demo's closures, presence changes, desk hours, rooms and urgent line. */
@Component
class SiteDemo implements DemoPart {
    private final Sites sites;
    private final SitePlanning planning;
    private final DeskHours desk;
    private final UrgentLine line;
    private final JdbcClient jdbc;

    SiteDemo(Sites sites, SitePlanning planning, DeskHours desk, UrgentLine line, JdbcClient jdbc) {
        this.sites = sites;
        this.planning = planning;
        this.desk = desk;
        this.line = line;
        this.jdbc = jdbc;
    }

    @Override
    public List<String> names() {
        return List.of("closures", "presence", "deskHours", "rooms", "urgentLine");
    }

    @Override
    public void clear() {
        for (String table : List.of("site_closure", "site_presence", "meeting_room", "desk_hours", "urgent_line")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @Override
    public void take(Map<String, Object> parts) {
        DemoFacts.list(parts, "closures").forEach(this::close);
        DemoFacts.list(parts, "presence").forEach(this::change);
        DemoFacts.list(parts, "rooms").forEach(this::room);
        Object hours = parts.get("deskHours");
        if (hours != null) {
            DemoFacts facts = DemoFacts.of(hours, "deskHours");
            desk.change(WeekHours.read(facts));
            facts.nothingElse();
        }
        Object reachable = parts.get("urgentLine");
        if (reachable instanceof Boolean flag) {
            line.change(flag);
        } else if (reachable != null) {
            throw DemoFacts.invalid("urgentLine: expected true or false, found \"" + reachable + "\"");
        }
    }

    private void close(DemoFacts facts) {
        planning.close(
                facts.site("site", sites),
                facts.date("date"),
                facts.optionalText("reason").orElse("-"));
        facts.nothingElse();
    }

    private void change(DemoFacts facts) {
        planning.change(facts.site("site", sites), facts.date("date"), facts.oneOf("half", List.of(Half.values())));
        facts.nothingElse();
    }

    private void room(DemoFacts facts) {
        SiteId site = facts.site("site", sites);
        String name = facts.text("name");
        facts.nothingElse();
        boolean known = !jdbc.sql("select 1 from meeting_room where site = :site and name = :name")
                .param("site", site.value())
                .param("name", name)
                .query(Integer.class)
                .list()
                .isEmpty();
        if (!known) {
            jdbc.sql("insert into meeting_room (site, name) values (:site, :name)")
                    .param("site", site.value())
                    .param("name", name)
                    .update();
        }
    }
}
