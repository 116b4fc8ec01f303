package org.mainforte.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainforte.appointment.Office.at;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.site.Half;

/** The same SQL on PostgreSQL: one winner there too, and every statement runs. */
class PostgresTest {
    private static final String NOW = "2026-11-23T07:30:00+01:00";

    @Test
    @Timeout(180)
    void theRoomWorksOnPostgres() throws Exception {
        try (var postgres = EmbeddedPostgres.start();
                var pool = new HikariDataSource()) {
            pool.setDataSource(postgres.getPostgresDatabase());
            pool.setMaximumPoolSize(20);
            Flyway.configure().dataSource(pool).load().migrate();
            Office office = new Office(pool);
            AppointmentsTest.raceForTen(office, 40);
            worlds(office);
            changes(office);
        }
    }

    private static void worlds(Office office) {
        office.demo.clear();
        office.demo.take(Map.of(
                "technicians",
                List.of(
                        Map.of("id", "tina", "name", "Tina Meyer", "sites", List.of("strasbourg")),
                        Map.of("id", "theo", "name", "Théo Roux", "sites", List.of("strasbourg"))),
                "free",
                List.of(Map.of("site", "strasbourg", "date", "2026-11-24", "times", List.of("10:00", "11:00"))),
                "appointments",
                List.of(Map.of(
                        "reference",
                        "A-1",
                        "person",
                        "emma",
                        "site",
                        "strasbourg",
                        "start",
                        "2026-11-26T10:00:00+01:00"))));
        office.planning.close(office.site("strasbourg").id(), LocalDate.of(2026, 11, 23), "travaux");
        office.planning.change(office.site("nancy").id(), LocalDate.of(2026, 11, 24), Half.NONE);
        assertThat(office.starts("strasbourg", NOW))
                .startsWith("2026-11-24T10:00", "2026-11-24T11:00", "2026-11-25T08:00");
        assertThat(office.planning.rooms(office.site("nancy"))).hasSize(2);
    }

    private static void changes(Office office) throws Exception {
        AppointmentsTest.raceForTen(office, 40);
        String eleven = "strasbourg~2026-11-24T11:00~tina";
        assertThat(office.appointments.move("A-1", eleven, "r1", at(NOW)).version())
                .isEqualTo(1);
        assertThat(office.appointments.move("A-1", eleven, "r1", at(NOW)).version())
                .isEqualTo(1);
        assertThat(office.appointments.cancel("A-1", at(NOW)).state()).isEqualTo(Appointment.State.CANCELLED);
        assertThat(office.appointments.upcoming(new PersonId("emma"), at(NOW))).isEmpty();
        office.demo.take(Map.of("free", List.of(Map.of("site", "dijon", "date", "2026-11-24", "times", List.of()))));
        var emma = Office.employee("emma", "dijon", Language.FR);
        office.promises.asked(emma, office.site("dijon"), at(NOW));
        office.promises.asked(emma, office.site("dijon"), at(NOW));
        assertThat(office.events).filteredOn(PromiseBroken.class::isInstance).hasSize(1);
    }
}
