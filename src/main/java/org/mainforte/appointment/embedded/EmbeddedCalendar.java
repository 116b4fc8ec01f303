package org.mainforte.appointment.embedded;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.appointment.Appointment;
import org.mainforte.appointment.TechnicianCalendar;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** No outside calendar: our own tables are where technicians see their day. */
@Component
@ConditionalOnProperty(name = "mainforte.calendar.system", havingValue = "embedded", matchIfMissing = true)
public class EmbeddedCalendar implements TechnicianCalendar {
    @Override
    public String name() {
        return "embedded-calendar";
    }

    @Override
    public boolean immediate() {
        return true;
    }

    @Override
    public Optional<View> read(String technician, Instant from, Instant until, @Nullable String version) {
        throw nothingOutside();
    }

    @Override
    public List<Time> busy(String technician, Instant from, Instant until) {
        return List.of();
    }

    @Override
    public Optional<Entry> entry(String technician, String reference) {
        throw nothingOutside();
    }

    @Override
    public Entry put(String technician, Appointment appointment, @Nullable String etag) {
        throw nothingOutside();
    }

    @Override
    public void remove(String technician, String reference, @Nullable String etag) {
        throw nothingOutside();
    }

    private static IllegalStateException nothingOutside() {
        return new IllegalStateException("An immediate calendar is never asked");
    }
}
