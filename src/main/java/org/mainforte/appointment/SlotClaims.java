package org.mainforte.appointment;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
        List<Claim> taken = new ArrayList<>(jdbc.sql("""
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
                .list());
        taken.addAll(elsewhere(ids, from, until));
        return taken;
    }

    /** What technicians have in calendars of their own, as if it were claimed. */
    private List<Claim> elsewhere(List<String> technicians, Instant from, Instant until) {
        record Busy(String technician, Instant start, Instant end) {}
        return jdbc
                .sql("""
                        select technician, start_at, end_at from technician_busy
                        where technician in (:technicians) and start_at < :until and end_at > :from""")
                .param("technicians", technicians)
                .param("from", utc(from))
                .param("until", utc(until))
                .query((row, number) -> new Busy(
                        row.getString("technician"),
                        row.getObject("start_at", OffsetDateTime.class).toInstant(),
                        row.getObject("end_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .flatMap(busy -> quarters(later(busy.start(), from), earlier(busy.end(), until))
                        .map(quarter -> new Claim(busy.technician(), quarter, "", "")))
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Takes the whole time or nothing. @return whether it was free */
    boolean claim(Slot slot, String technician, String appointment) {
        return claim(slot.site().id(), slot.start(), slot.end(), technician, appointment);
    }

    boolean claim(SiteId site, Instant start, Instant end, String technician, String appointment) {
        for (Instant quarter : quarters(start, end).toList()) {
            int inserted = jdbc.sql("""
                            insert into slot_claim (technician, start_at, site, appointment)
                            values (:technician, :start, :site, :appointment) on conflict do nothing""")
                    .param("technician", technician)
                    .param("start", utc(quarter))
                    .param("site", site.value())
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
