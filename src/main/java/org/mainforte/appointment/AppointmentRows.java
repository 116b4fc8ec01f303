package org.mainforte.appointment;

import static org.mainforte.appointment.SlotClaims.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.SiteId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Appointments in the database, and the requests they were made for. */
@Repository
class AppointmentRows {
    private final JdbcClient jdbc;

    AppointmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A reference nobody has. */
    String nextReference() {
        String reference;
        do {
            reference = "A-"
                    + jdbc.sql("select nextval('appointment_number') as n")
                            .query((row, number) -> row.getLong("n"))
                            .single();
        } while (find(reference).isPresent());
        return reference;
    }

    Optional<Appointment> find(String reference) {
        return jdbc.sql("select * from appointment where reference = :reference")
                .param("reference", reference)
                .query(AppointmentRows::read)
                .optional();
    }

    /** Keeps others from changing it until the transaction ends. */
    Appointment locked(String reference) {
        return jdbc.sql("select * from appointment where reference = :reference for update")
                .param("reference", reference)
                .query(AppointmentRows::read)
                .single();
    }

    /** Those of somebody that start from {@code from} on, by start. */
    List<Appointment> of(PersonId person, Instant from) {
        return jdbc.sql(
                        "select * from appointment where person = :person and start_at >= :from order by start_at, reference")
                .param("person", person.value())
                .param("from", utc(from))
                .query(AppointmentRows::read)
                .list();
    }

    /** Those of a technician that start from {@code from} to before {@code until}, by start. */
    List<Appointment> with(String technician, Instant from, Instant until) {
        return jdbc.sql("""
                        select * from appointment where technician = :technician
                        and start_at >= :from and start_at < :until order by start_at, reference""")
                .param("technician", technician)
                .param("from", utc(from))
                .param("until", utc(until))
                .query(AppointmentRows::read)
                .list();
    }

    void insert(Appointment appointment) {
        write("""
                insert into appointment
                (reference, person, site, technician, start_at, end_at, place, reason, ticket, state, version, changed_at)
                values (:reference, :person, :site, :technician, :start, :end, :place, :reason, :ticket, :state, :version,
                :changed)""", appointment);
    }

    void update(Appointment appointment) {
        write("""
                update appointment set person = :person, site = :site, technician = :technician, start_at = :start,
                end_at = :end, place = :place, reason = :reason, ticket = :ticket, state = :state, version = :version,
                changed_at = :changed where reference = :reference""", appointment);
    }

    private void write(String sql, Appointment appointment) {
        jdbc.sql(sql)
                .param("reference", appointment.reference())
                .param("person", appointment.person().value())
                .param("site", appointment.site().value())
                .param("technician", appointment.technician())
                .param("start", utc(appointment.start()))
                .param("end", utc(appointment.end()))
                .param("place", appointment.place())
                .param("reason", appointment.reason())
                .param("ticket", appointment.ticket())
                .param("state", appointment.state().name().toLowerCase(Locale.ROOT))
                .param("version", appointment.version())
                .param("changed", utc(appointment.changed()))
                .update();
    }

    /** What was done before for a request or an idempotency key. */
    record Before(String appointment, String fingerprint) {}

    /**
     * Notes that something is done for a request, in the same transaction.
     *
     * @return what was done for it before, in which case it must not be done again
     */
    Optional<Before> before(String request, String reference, String fingerprint) {
        int inserted = jdbc.sql("""
                        insert into appointment_request (request, appointment, fingerprint)
                        values (:request, :reference, :fingerprint) on conflict do nothing""")
                .param("request", request)
                .param("reference", reference)
                .param("fingerprint", fingerprint)
                .update();
        if (inserted == 1) {
            return Optional.empty();
        }
        return jdbc.sql("select appointment, fingerprint from appointment_request where request = :request")
                .param("request", request)
                .query((row, number) -> new Before(row.getString("appointment"), row.getString("fingerprint")))
                .optional();
    }

    /** Remembers where an appointment was asked for. */
    void talkedOf(String reference, ConversationId conversation) {
        jdbc.sql("""
                        insert into appointment_talk (appointment, conversation) values (:reference, :conversation)
                        on conflict do nothing""")
                .param("reference", reference)
                .param("conversation", conversation.value())
                .update();
    }

    Optional<ConversationId> talk(String reference) {
        return jdbc.sql("select conversation from appointment_talk where appointment = :reference")
                .param("reference", reference)
                .query((row, number) -> new ConversationId(row.getString("conversation")))
                .optional();
    }

    /** Those that start after {@code now} and before {@code until}, agreed before {@code agreed}, and not reminded of yet. */
    List<Appointment> toRemind(Instant now, Instant until, Instant agreed) {
        return jdbc.sql("""
                        select appointment.* from appointment
                        join appointment_talk on appointment_talk.appointment = appointment.reference
                        where appointment.start_at > :now and appointment.start_at <= :until
                        and appointment.changed_at <= :agreed and appointment.state in ('booked', 'moved')
                        and (appointment_talk.reminded is null or appointment_talk.reminded <> appointment.version)
                        order by appointment.start_at, appointment.reference fetch first 500 rows only""")
                .param("now", utc(now))
                .param("until", utc(until))
                .param("agreed", utc(agreed))
                .query(AppointmentRows::read)
                .list();
    }

    /** Notes that its employee is being reminded; false when they were already. */
    boolean reminded(Appointment appointment) {
        return jdbc.sql("""
                        update appointment_talk set reminded = :version where appointment = :reference
                        and (reminded is null or reminded <> :version)""")
                        .param("version", appointment.version())
                        .param("reference", appointment.reference())
                        .update()
                == 1;
    }

    void clear() {
        jdbc.sql("delete from appointment_talk").update();
        jdbc.sql("delete from appointment_request").update();
        jdbc.sql("delete from appointment").update();
    }

    private static Appointment read(ResultSet row, int number) throws SQLException {
        return new Appointment(
                row.getString("reference"),
                new PersonId(row.getString("person")),
                new SiteId(row.getString("site")),
                row.getString("technician"),
                instant(row, "start_at"),
                instant(row, "end_at"),
                row.getString("place"),
                row.getString("reason"),
                row.getString("ticket"),
                Appointment.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("version"),
                instant(row, "changed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
