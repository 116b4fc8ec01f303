package org.mainforte.appointment;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.mainforte.appointment.CalendarEntries.Row;
import org.mainforte.appointment.TechnicianCalendar.Entry;
import org.mainforte.catalogue.NoticeBoard;
import org.mainforte.catalogue.Offer;
import org.mainforte.catalogue.Start;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.springframework.stereotype.Component;

/** What technicians do with our appointments in their own calendars, and how their employees hear of it. */
@Component
class TechnicianChanges {
    private final Appointments appointments;
    private final AppointmentRows rows;
    private final CalendarEntries entries;
    private final CalendarErrand errand;
    private final NoticeBoard board;
    private final Clock clock;

    TechnicianChanges(
            Appointments appointments,
            AppointmentRows rows,
            CalendarEntries entries,
            CalendarErrand errand,
            NoticeBoard board,
            Clock clock) {
        this.appointments = appointments;
        this.rows = rows;
        this.entries = entries;
        this.errand = errand;
        this.board = board;
        this.clock = clock;
    }

    /** Something else stands there than we wrote; its row is locked. @return whether it is done with */
    boolean changed(Row row, Entry entry) {
        Appointment appointment = rows.locked(row.reference());
        if (appointment.version() != row.version()) {
            return false; // a change of ours is on its way, and it is the later one
        }
        if (!appointment.upcoming(clock.instant())) {
            return true;
        }
        if (entry.cancelled()) {
            return removed(row);
        }
        if (entry.start().equals(appointment.start()) && entry.end().equals(appointment.end())) {
            entries.write(new Row(row.reference(), row.technician(), row.version(), entry.etag()));
            return true;
        }
        appointments
                .movedByTechnician(row.reference(), entry.start(), entry.end(), clock.instant())
                .ifPresentOrElse(
                        moved -> {
                            entries.write(new Row(row.reference(), row.technician(), moved.version(), entry.etag()));
                            tell(moved, "appointment.by-technician.moved", "appointment-move");
                        },
                        () -> errand.restore(appointment, row, entry.etag()));
        return true;
    }

    /** It does not stand there any more; its row is locked. @return whether it is done with */
    boolean removed(Row row) {
        Appointment appointment = rows.locked(row.reference());
        if (appointment.version() != row.version()) {
            return false;
        }
        if (appointment.upcoming(clock.instant())) {
            Appointment cancelled = appointments.cancel(row.reference(), clock.instant());
            tell(cancelled, "appointment.by-technician.cancelled", "appointment");
        }
        return true;
    }

    private void tell(Appointment appointment, String key, String next) {
        Function<Language, List<Offer>> offers = language -> {
            Start start = Start.request(next, java.util.Map.of());
            return List.of(new Offer(start.name(language), start));
        };
        rows.talk(appointment.reference())
                .ifPresent(conversation -> board.post(
                        conversation,
                        null,
                        language -> Texts.get(
                                language, key, appointment.reference(), Texts.moment(language, appointment.start())),
                        offers));
    }
}
