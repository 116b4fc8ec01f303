package org.mainforte.appointment;

import org.jspecify.annotations.Nullable;
import org.mainforte.appointment.CalendarEntries.Row;
import org.mainforte.appointment.TechnicianCalendar.Changed;
import org.mainforte.appointment.TechnicianCalendar.Entry;
import org.mainforte.outside.Errand;
import org.mainforte.outside.NotYet;
import org.mainforte.outside.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings appointments into the technicians' calendars: whatever version the errand was made for, it writes how the appointment
 * stands now, so that a repeat or a late one does no harm.
 */
@Component
class CalendarErrand implements Errand {
    static final String KIND = "calendar";

    private final AppointmentRows rows;
    private final CalendarEntries entries;
    private final TechnicianCalendar calendar;
    private final Outbox outbox;

    CalendarErrand(AppointmentRows rows, CalendarEntries entries, TechnicianCalendar calendar, Outbox outbox) {
        this.rows = rows;
        this.entries = entries;
        this.calendar = calendar;
        this.outbox = outbox;
    }

    /** In the transaction of the change. */
    @EventListener
    void changed(AppointmentChanged event) {
        Appointment appointment = event.appointment();
        if (!calendar.immediate() && appointment.state() != Appointment.State.DONE) {
            entries.expect(appointment.reference(), appointment.technician());
            outbox.put(KIND, appointment.reference() + "/" + appointment.version());
        }
    }

    /** Writes an appointment again over what its technician made of it. */
    void restore(Appointment appointment, Row row, String etag) {
        entries.write(new Row(row.reference(), row.technician(), -1, etag));
        outbox.put(KIND, appointment.reference() + "/" + appointment.version());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String destination() {
        return calendar.name();
    }

    @Override
    public void run(String subject, int attempt) {
        String reference = subject.substring(0, subject.lastIndexOf('/'));
        Appointment appointment = rows.find(reference).orElse(null);
        if (appointment == null) {
            return;
        }
        Row row = entries.lock(reference).orElseThrow(() -> new NotYet("It is being written"));
        if (row.version() == appointment.version()) {
            return;
        }
        String there = row.technician();
        if (there != null && (!there.equals(appointment.technician()) || !appointment.planned())) {
            remove(there, reference, row.etag());
        }
        if (appointment.planned()) {
            boolean same = appointment.technician().equals(there);
            Entry entry = put(appointment, same ? row.etag() : null);
            entries.write(new Row(reference, appointment.technician(), appointment.version(), entry.etag()));
        } else {
            entries.write(new Row(reference, null, appointment.version(), null));
        }
    }

    private Entry put(Appointment appointment, @Nullable String etag) {
        try {
            return calendar.put(appointment.technician(), appointment, etag);
        } catch (Changed unexpected) {
            Entry now = calendar.entry(appointment.technician(), appointment.reference())
                    .orElse(null);
            if (now != null && says(now, appointment)) {
                return now;
            }
            return calendar.put(appointment.technician(), appointment, now == null ? null : now.etag());
        }
    }

    /** Whether an earlier attempt arrived, whose answer we never saw. */
    private static boolean says(Entry entry, Appointment appointment) {
        return !entry.cancelled()
                && entry.sequence() == appointment.version()
                && entry.start().equals(appointment.start())
                && entry.end().equals(appointment.end());
    }

    private void remove(String technician, String reference, @Nullable String etag) {
        try {
            calendar.remove(technician, reference, etag);
        } catch (Changed byItsTechnician) {
            // It goes all the same: its employee has confirmed that.
            calendar.remove(technician, reference, null);
        }
    }
}
