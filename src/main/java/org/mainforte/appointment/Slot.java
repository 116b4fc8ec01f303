package org.mainforte.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.SiteId;
import org.mainforte.site.Site;

/**
 * A time in which a technician is free at a site, half-open. Its id says all of it, so that it can be offered without being
 * kept: {@code nancy~2026-11-23T09:00~tina}, local time in Paris.
 */
public record Slot(Site site, Technician technician, Instant start, Instant end) {
    private static final Pattern ID =
            Pattern.compile("([a-z0-9-]{1,60})~(20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d)~(\\S{1,120})");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    public String id() {
        return site.id() + "~" + MINUTES.format(local()) + "~" + technician.id();
    }

    /** The start in Paris. */
    public ZonedDateTime local() {
        return start.atZone(ActingClock.PARIS);
    }

    public LocalDate day() {
        return local().toLocalDate();
    }

    /** What an id from outside names; nothing is believed of it yet. */
    record Named(SiteId site, LocalDateTime start, String technician) {
        static Optional<Named> parse(String id) {
            var matcher = ID.matcher(id);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Named(
                        new SiteId(matcher.group(1)), LocalDateTime.parse(matcher.group(2)), matcher.group(3)));
            } catch (DateTimeParseException noSuchDay) {
                return Optional.empty();
            }
        }

        Instant instant() {
            return start.atZone(ActingClock.PARIS).toInstant();
        }
    }
}
