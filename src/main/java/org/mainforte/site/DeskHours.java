package org.mainforte.site;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.mainforte.kernel.ActingClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a person of the service desk answers; closed on national public holidays. */
@Component
public class DeskHours {
    private final LiveFiles<Desk> planned;
    private final JdbcClient jdbc;

    DeskHours(SiteSettings settings, JdbcClient jdbc) {
        this.planned = Desk.of(settings);
        this.jdbc = jdbc;
    }

    public boolean isOpen(Instant at) {
        var there = at.atZone(ActingClock.PARIS);
        WeekHours hours = hours();
        return worked(hours, there.toLocalDate()) && hours.hours().contains(there.toLocalTime());
    }

    /** The hours of a day; empty when the desk is closed that day. */
    public Optional<TimeRange> on(LocalDate day) {
        WeekHours hours = hours();
        return worked(hours, day) ? Optional.of(hours.hours()) : Optional.empty();
    }

    /** The first moment from {@code at} on at which the desk is open: {@code at} itself when it is open then. */
    public Instant nextOpening(Instant at) {
        var there = at.atZone(ActingClock.PARIS);
        WeekHours hours = hours();
        LocalDate day = there.toLocalDate();
        if (!worked(hours, day) || !there.toLocalTime().isBefore(hours.hours().until())) {
            do {
                day = day.plusDays(1);
            } while (!worked(hours, day));
        }
        Instant opening =
                day.atTime(hours.hours().from()).atZone(ActingClock.PARIS).toInstant();
        return opening.isAfter(at) ? opening : at;
    }

    private static boolean worked(WeekHours hours, LocalDate day) {
        return hours.on(day.getDayOfWeek()) && !BusinessDays.national().isHoliday(day);
    }

    private WeekHours hours() {
        return jdbc.sql("select days, opens, closes from desk_hours")
                .query((row, number) -> new WeekHours(
                        row.getString("days"), TimeRange.of(row.getString("opens"), row.getString("closes"))))
                .optional()
                .orElseGet(() -> planned.get().hours());
    }

    void change(WeekHours hours) {
        jdbc.sql("delete from desk_hours").update();
        jdbc.sql("insert into desk_hours (id, days, opens, closes) values (1, :days, :opens, :closes)")
                .param("days", hours.days())
                .param("opens", hours.hours().from().toString())
                .param("closes", hours.closes())
                .update();
    }
}
