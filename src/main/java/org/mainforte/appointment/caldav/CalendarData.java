package org.mainforte.appointment.caldav;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.RecurrenceId;
import org.mainforte.appointment.TechnicianCalendar.Entry;
import org.mainforte.appointment.TechnicianCalendar.Time;
import org.mainforte.kernel.ActingClock;
import org.mainforte.outside.Refused;

/** One object of a calendar (RFC 5545): an event, or a series with its exceptions. */
final class CalendarData {
    private final List<VEvent> events;

    private CalendarData(List<VEvent> events) {
        this.events = events;
    }

    /** @throws Refused when it cannot be read */
    static CalendarData read(String text) {
        try {
            Calendar calendar = new CalendarBuilder().build(new StringReader(text));
            return new CalendarData(calendar.getComponents(Component.VEVENT));
        } catch (ParserException | IOException | IllegalArgumentException unreadable) {
            throw new Refused("A calendar object cannot be read: " + unreadable.getMessage());
        }
    }

    /** As one of our appointments. */
    Optional<Entry> entry(String reference, String etag) {
        return events.stream()
                .findFirst()
                .flatMap(event -> once(event)
                        .map(time -> new Entry(
                                reference, time.start(), time.end(), sequence(event), cancelled(event), etag)));
    }

    /** When it keeps its owner busy between two moments; series with their exceptions are followed. */
    List<Time> busy(Instant from, Instant until) {
        Set<Instant> moved = new HashSet<>();
        for (VEvent event : events) {
            event.<RecurrenceId<?>>getProperty(Property.RECURRENCE_ID)
                    .ifPresent(instead -> moved.add(instant(instead.getDate())));
        }
        return events.stream()
                .filter(event -> !cancelled(event) && !transparent(event))
                .flatMap(event -> times(event, from, until, moved))
                .filter(time -> time.start().isBefore(until) && time.end().isAfter(from))
                .toList();
    }

    private static Stream<Time> times(VEvent event, Instant from, Instant until, Set<Instant> moved) {
        if (event.getProperty(Property.RRULE).isEmpty()
                && event.getProperty(Property.RDATE).isEmpty()) {
            return once(event).stream();
        }
        var window = new Period<>(from.atZone(ActingClock.PARIS), until.atZone(ActingClock.PARIS));
        return event.<Temporal>calculateRecurrenceSet(window).stream()
                .map(period -> new Time(instant(period.getStart()), instant(period.getEnd())))
                .filter(time -> !moved.contains(time.start()));
    }

    private static Optional<Time> once(VEvent event) {
        return event.<Temporal>getStartDate().map(start -> {
            Temporal end = event.<Temporal>getEndDate(true)
                    .<Temporal>map(property -> property.getDate())
                    .orElse(start.getDate());
            return new Time(instant(start.getDate()), instant(end));
        });
    }

    /** Days, and times without a zone, are those of Paris. */
    private static Instant instant(Temporal temporal) {
        return switch (temporal) {
            case Instant at -> at;
            case ZonedDateTime at -> at.toInstant();
            case OffsetDateTime at -> at.toInstant();
            case LocalDateTime at -> at.atZone(ActingClock.PARIS).toInstant();
            case LocalDate day -> day.atStartOfDay(ActingClock.PARIS).toInstant();
            default -> throw new Refused("A calendar object has a time of an unknown kind: " + temporal);
        };
    }

    private static int sequence(VEvent event) {
        return event.<Property>getProperty(Property.SEQUENCE)
                .map(Property::getValue)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    private static boolean cancelled(VEvent event) {
        return is(event, Property.STATUS, "CANCELLED");
    }

    private static boolean transparent(VEvent event) {
        return is(event, Property.TRANSP, "TRANSPARENT");
    }

    private static boolean is(VEvent event, String property, String value) {
        return event.<Property>getProperty(property)
                .filter(found -> value.equalsIgnoreCase(found.getValue()))
                .isPresent();
    }
}
