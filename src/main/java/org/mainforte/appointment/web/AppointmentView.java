package org.mainforte.appointment.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainforte.appointment.Appointment;

/**
 * An appointment as clients read it; times in Paris.
 *
 * @param person the name of the employee, told to the technician only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AppointmentView(
        String reference,
        String site,
        OffsetDateTime start,
        OffsetDateTime end,
        String place,
        String technician,
        String reason,
        @Nullable String ticket,
        String state,
        int sequence,
        @Nullable String person) {
    static AppointmentView of(Appointment appointment, String technician, @Nullable String person) {
        return new AppointmentView(
                appointment.reference(),
                appointment.site().value(),
                SlotView.paris(appointment.start()),
                SlotView.paris(appointment.end()),
                appointment.place(),
                technician,
                appointment.reason(),
                appointment.ticket(),
                appointment.state().name().toLowerCase(Locale.ROOT),
                appointment.version(),
                person);
    }
}
