package org.mainforte.appointment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.outside.Refused;
import org.mainforte.outside.Unavailable;

/** The technicians' own calendars. Whatever happens there, two people never get the same time: our database sees to that. */
public interface TechnicianCalendar {
    String name();

    /** Whether our own tables are the calendar: nothing of the rest is then ever asked. */
    boolean immediate();

    /**
     * What a technician has from a time to before another.
     *
     * @param version what the calendar called itself last time; null to read it in any case
     * @return empty when it has not changed since, or the technician has no calendar
     * @throws Unavailable when it could not be read
     */
    Optional<View> read(String technician, Instant from, Instant until, @Nullable String version);

    /**
     * When a technician is busy between two moments, as it stands there now: asked while somebody waits.
     *
     * @throws Unavailable when it could not be read in a moment
     */
    List<Time> busy(String technician, Instant from, Instant until);

    /** How one of our appointments stands there now; empty when it does not. */
    Optional<Entry> entry(String technician, String reference);

    /**
     * Writes an appointment under its own name.
     *
     * @param etag what was last written or read there; null when nothing of it stands there yet
     * @return what now stands there
     * @throws Changed when something else stands there
     * @throws Refused when the technician has no calendar that we may write to
     */
    Entry put(String technician, Appointment appointment, @Nullable String etag);

    /**
     * Takes an appointment out; one that is not there is already out.
     *
     * @param etag what was last written or read there; null takes out whatever stands there under its name
     * @throws Changed when something else stands there
     */
    void remove(String technician, String reference, @Nullable String etag);

    /** A calendar at a moment. {@code busy} are the times taken by anything but our appointments. */
    record View(String version, List<Entry> entries, List<Time> busy) {}

    /** One of our appointments. {@code cancelled}: the technician marked it so. */
    record Entry(String reference, Instant start, Instant end, int sequence, boolean cancelled, String etag) {}

    /** Half-open. */
    record Time(Instant start, Instant end) {}

    /** What stands in the calendar is not what we thought. */
    final class Changed extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Changed(String reference) {
            super(reference, null, false, false);
        }
    }
}
