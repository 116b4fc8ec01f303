package org.mainforte.appointment;

import java.util.List;
import java.util.Optional;
import org.mainforte.kernel.SiteId;
import org.mainforte.site.Site;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The technicians and the sites they serve. */
@Repository
class Technicians {
    private final JdbcClient jdbc;

    Technicians(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The technicians of a site by id. As long as none is recorded anywhere, each site's team counts as one technician. */
    List<Technician> of(Site site) {
        List<Technician> named = jdbc.sql("""
                        select t.id, t.name from technician t join technician_site s on s.technician = t.id
                        where s.site = :site order by t.id""")
                .param("site", site.id().value())
                .query((row, number) -> Technician.named(row.getString("id"), row.getString("name")))
                .list();
        return named.isEmpty() && none() ? List.of(Technician.team(site)) : named;
    }

    /** The ids of everybody recorded by name. */
    List<String> named() {
        return jdbc.sql("select id from technician order by id")
                .query((row, number) -> row.getString("id"))
                .list();
    }

    /** A technician of an appointment at a site; the site's team when the technician is not recorded (any more). */
    Technician required(String id, Site site) {
        return find(id).orElseGet(() -> Technician.team(site));
    }

    void record(String id, String name, List<SiteId> sites) {
        jdbc.sql("insert into technician (id, name) values (:id, :name)")
                .param("id", id)
                .param("name", name)
                .update();
        for (SiteId site : sites) {
            jdbc.sql("insert into technician_site (technician, site) values (:id, :site)")
                    .param("id", id)
                    .param("site", site.value())
                    .update();
        }
    }

    void clear() {
        jdbc.sql("delete from technician_site").update();
        jdbc.sql("delete from technician").update();
    }

    boolean knows(String id) {
        return find(id).isPresent();
    }

    private Optional<Technician> find(String id) {
        return jdbc.sql("select id, name from technician where id = :id")
                .param("id", id)
                .query((row, number) -> Technician.named(row.getString("id"), row.getString("name")))
                .optional();
    }

    private boolean none() {
        return jdbc.sql("select count(*) as n from technician")
                        .query((row, number) -> row.getInt("n"))
                        .single()
                == 0;
    }
}
