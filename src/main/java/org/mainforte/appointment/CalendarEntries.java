package org.mainforte.appointment;

import static org.mainforte.appointment.SlotClaims.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.appointment.TechnicianCalendar.Time;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What we know of the technicians' calendars: our own entries in them, and when else they are busy. */
@Repository
class CalendarEntries {
    private final JdbcClient jdbc;

    CalendarEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of our appointments in a calendar.
     *
     * @param technician in whose calendar it stands, or may stand
     * @param version which version of the appointment; -1 when it is to be written
     * @param etag null when nobody knows what stands there
     */
    record Row(
            String reference,
            @Nullable String technician,
            int version,
            @Nullable String etag) {}

    /** An appointment will stand in this calendar; one that stands in another one stays noted there. */
    void expect(String reference, String technician) {
        jdbc.sql("""
                        insert into calendar_entry (appointment, technician, version) values (:reference, :technician, -1)
                        on conflict do nothing""")
                .param("reference", reference)
                .param("technician", technician)
                .update();
    }

    /** Locked for this transaction; empty when another one writes it now, or there is none. */
    Optional<Row> lock(String reference) {
        return jdbc.sql("select * from calendar_entry where appointment = :reference for update skip locked")
                .param("reference", reference)
                .query(CalendarEntries::read)
                .optional();
    }

    List<Row> of(String technician) {
        return jdbc.sql("select * from calendar_entry where technician = :technician and etag is not null")
                .param("technician", technician)
                .query(CalendarEntries::read)
                .list();
    }

    void write(Row row) {
        jdbc.sql("""
                        update calendar_entry set technician = :technician, version = :version, etag = :etag
                        where appointment = :reference""")
                .param("technician", row.technician())
                .param("version", row.version())
                .param("etag", row.etag())
                .param("reference", row.reference())
                .update();
    }

    @Nullable
    String version(String technician) {
        return jdbc.sql("select version from calendar_read where technician = :technician")
                .param("technician", technician)
                .query((row, number) -> Optional.ofNullable(row.getString("version")))
                .optional()
                .flatMap(version -> version)
                .orElse(null);
    }

    /** Locks what was read of a calendar, so that one instance at a time writes it down. */
    void lockRead(String technician) {
        jdbc.sql("insert into calendar_read (technician) values (:technician) on conflict do nothing")
                .param("technician", technician)
                .update();
        jdbc.sql("select technician from calendar_read where technician = :technician for update")
                .param("technician", technician)
                .query((row, number) -> row.getString("technician"))
                .single();
    }

    void read(String technician, @Nullable String version) {
        jdbc.sql("update calendar_read set version = :version where technician = :technician")
                .param("version", version)
                .param("technician", technician)
                .update();
    }

    void busy(String technician, List<Time> times) {
        jdbc.sql("delete from technician_busy where technician = :technician")
                .param("technician", technician)
                .update();
        alsoBusy(technician, times);
    }

    /** Besides what was read before. */
    void alsoBusy(String technician, List<Time> times) {
        for (Time time : times) {
            jdbc.sql("insert into technician_busy (technician, start_at, end_at) values (:technician, :start, :end)")
                    .param("technician", technician)
                    .param("start", utc(time.start()))
                    .param("end", utc(time.end()))
                    .update();
        }
    }

    void clear() {
        jdbc.sql("delete from technician_busy").update();
        jdbc.sql("delete from calendar_read").update();
        jdbc.sql("delete from calendar_entry").update();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("appointment"),
                row.getString("technician"),
                row.getInt("version"),
                row.getString("etag"));
    }
}
