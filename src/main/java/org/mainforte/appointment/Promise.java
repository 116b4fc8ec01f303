package org.mainforte.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.mainforte.kernel.ActingClock;
import org.mainforte.site.Site;
import org.mainforte.site.TimeRange;

/**
 * An appointment at the latest on the next business day (J+1), counted in business days of the site from the day of the
 * request, never in hours.
 *
 * @param latest the end of the site's working hours on that day
 * @param kept whether a free slot starts no later than that day
 */
public record Promise(Instant latest, boolean kept) {
    static Promise of(Site site, Instant asked, List<Slot> free) {
        LocalDate day = site.businessDays().next(asked.atZone(ActingClock.PARIS).toLocalDate());
        TimeRange opening = site.opening().get(day.getDayOfWeek());
        LocalTime end = opening == null ? site.afternoon().until() : opening.until();
        Instant latest = day.atTime(end).atZone(ActingClock.PARIS).toInstant();
        return new Promise(latest, free.stream().anyMatch(slot -> !slot.day().isAfter(day)));
    }

    /** The next business day itself. */
    public LocalDate day() {
        return latest.atZone(ActingClock.PARIS).toLocalDate();
    }

    public boolean covers(Slot slot) {
        return !slot.day().isAfter(day());
    }
}
