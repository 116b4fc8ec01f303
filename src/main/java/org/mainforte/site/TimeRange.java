package org.mainforte.site;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/** Hours of a day, half-open: {@code from} belongs to them, {@code until} does not. Written {@code 08:00-12:30}. */
public record TimeRange(LocalTime from, LocalTime until) {
    public TimeRange {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(from + "-" + until + " does not begin before it ends");
        }
    }

    /** @throws IllegalArgumentException when it is not written like {@code 08:00-12:30}; {@code 24:00} ends a day */
    public static TimeRange parse(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("\"" + text + "\" is not written like 08:00-12:30");
        }
        return of(ends[0].strip(), ends[1].strip());
    }

    static TimeRange of(String from, String until) {
        try {
            return new TimeRange(LocalTime.parse(from), until.equals("24:00") ? LocalTime.MAX : LocalTime.parse(until));
        } catch (DateTimeParseException notATime) {
            throw new IllegalArgumentException(
                    "\"" + from + "-" + until + "\" is not written like 08:00-12:30", notATime);
        }
    }

    public boolean contains(LocalTime time) {
        return !time.isBefore(from) && time.isBefore(until);
    }

    public boolean contains(TimeRange other) {
        return !other.from.isBefore(from) && !other.until.isAfter(until);
    }
}
