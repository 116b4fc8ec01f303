package org.mainforte.appointment;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.mainforte.kernel.SiteId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who has which technician when, by the quarter of an hour. The primary key decides between two people, so a claim needs no
 * lock and no isolation level. Quarters are always claimed in order of time, so claims never wait for each other in a circle.
 */
@Repository
class SlotClaims {
    static final Duration QUARTER = Duration.ofMinutes(15);

    private final JdbcClient jdbc;

    SlotClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A quarter of an hour that is taken. */
    record Claim(String technician, Instant quarter, String site, String appointment) {}

    /** What is taken from {@code from} to before {@code until}, at a site or by one of its technicians anywhere. */
    List<Claim> between(SiteId site, List<Technician> technicians, Instant from, Instant until) {
        List<String> ids = technicians.isEmpty()
                ? List.of("-")
                : technicians.stream().map(Technician::id).toList();
        return jdbc.sql("""
                        select technician, start_at, site, appointment from slot_claim
                        where (site = :site or technician in (:technicians)) and start_at >= :from and start_at < :until""")
                .param("site", site.value())
                .param("technicians", ids)
                .param("from", utc(from))
                .param("until", utc(until))
                .query((row, number) -> new Claim(
                        row.getString("technician"),
                        row.getObject("start_at", OffsetDateTime.class).toInstant(),
                        row.getString("site"),
                        row.getString("appointment")))
                .list();
    }

    /** Takes the whole time or nothing. @return whether it was free */
    boolean claim(Slot slot, String technician, String appointment) {
        for (Instant quarter : quarters(slot.start(), slot.end()).toList()) {
            int inserted = jdbc.sql("""
                            insert into slot_claim (technician, start_at, site, appointment)
                            values (:technician, :start, :site, :appointment) on conflict do nothing""")
                    .param("technician", technician)
                    .param("start", utc(quarter))
                    .param("site", slot.site().id().value())
                    .param("appointment", appointment)
                    .update();
            if (inserted == 0) {
                release(appointment);
                return false;
            }
        }
        return true;
    }

    void release(String appointment) {
        jdbc.sql("delete from slot_claim where appointment = :appointment")
                .param("appointment", appointment)
                .update();
    }

    void clear() {
        jdbc.sql("delete from slot_claim").update();
    }

    /** The quarters that a time touches, in order. */
    static Stream<Instant> quarters(Instant start, Instant end) {
        long quarter = QUARTER.toSeconds();
        Instant first = Instant.ofEpochSecond(Math.floorDiv(start.getEpochSecond(), quarter) * quarter);
        return Stream.iterate(first, at -> at.isBefore(end), at -> at.plus(QUARTER));
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
