package org.mainforte.appointment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ActingClock;
import org.mainforte.site.Half;
import org.mainforte.site.Site;
import org.mainforte.site.SiteDay;
import org.mainforte.site.SitePlanning;
import org.mainforte.site.TimeRange;
import org.springframework.stereotype.Component;

/**
 * Finds the slots free at a site: its grid within the hours technicians are there that day, not before the lead time is over,
 * where at least one technician of the site has nothing else.
 */
@Component
public class SlotFinder {
    private final SitePlanning planning;
    private final Technicians technicians;
    private final SlotClaims claims;
    private final FreeTimes listed;

    SlotFinder(SitePlanning planning, Technicians technicians, SlotClaims claims, FreeTimes listed) {
        this.planning = planning;
        this.technicians = technicians;
        this.claims = claims;
        this.listed = listed;
    }

    /** The free slots as of {@code now}, by start; one for each start, with the technician least booked that day. */
    public List<Slot> free(Site site, Instant now) {
        LocalDate today = now.atZone(ActingClock.PARIS).toLocalDate();
        return free(site, today, today.plusDays(site.daysAhead() + 1L), now);
    }

    /** The free slots that start on one day. */
    List<Slot> free(Site site, LocalDate day, Instant now) {
        return free(site, day, day.plusDays(1), now);
    }

    private List<Slot> free(Site site, LocalDate from, LocalDate until, Instant now) {
        Map<LocalDate, List<LocalTime>> exact = listed.between(site.id(), from, until);
        Calendar calendar = calendar(site, from, until);
        Instant earliest = now.plus(site.leadTime());
        List<Slot> free = new ArrayList<>();
        for (SiteDay day : planning.days(site, from, until)) {
            List<LocalTime> times = exact.get(day.date());
            starts(site, day, times)
                    .map(time -> Span.of(site, day.date(), time, times))
                    .filter(span -> !span.start().isBefore(earliest))
                    .forEach(span -> calendar.free(span.start(), span.end(), times != null).stream()
                            .findFirst()
                            .map(technician -> new Slot(site, technician, span.start(), span.end()))
                            .ifPresent(free::add));
        }
        return free;
    }

    /** What an id from outside names, when it is a slot that this site has at all: well formed, this site's, on its grid. */
    Optional<Slot> read(Site site, String id) {
        return Slot.Named.parse(id)
                .filter(named -> named.site().equals(site.id()))
                .flatMap(named -> onGrid(site, named));
    }

    private Optional<Slot> onGrid(Site site, Slot.Named named) {
        LocalDate day = named.start().toLocalDate();
        List<LocalTime> times = listed.between(site.id(), day, day.plusDays(1)).get(day);
        return starts(site, planning.day(site, day), times)
                .filter(named.start().toLocalTime()::equals)
                .findFirst()
                .map(time -> Span.of(site, day, time, times))
                .map(span -> new Slot(site, technicians.required(named.technician(), site), span.start(), span.end()));
    }

    /** Who could take a slot now, the one it names first, then the least booked that day; empty when it is not free. */
    List<Technician> candidates(Slot slot, Instant now) {
        if (slot.start().isBefore(now.plus(slot.site().leadTime()))) {
            return List.of();
        }
        LocalDate day = slot.day();
        boolean exact = listed.between(slot.site().id(), day, day.plusDays(1)).containsKey(day);
        List<Technician> free = calendar(slot.site(), day, day.plusDays(1)).free(slot.start(), slot.end(), exact);
        return free.stream()
                .sorted(Comparator.comparing(technician -> !technician.equals(slot.technician())))
                .toList();
    }

    private Calendar calendar(Site site, LocalDate from, LocalDate until) {
        List<Technician> team = technicians.of(site);
        Instant begin = from.atStartOfDay(ActingClock.PARIS).toInstant();
        Instant end = until.plusDays(1).atStartOfDay(ActingClock.PARIS).toInstant();
        return new Calendar(site, team, claims.between(site.id(), team, begin, end));
    }

    /** From when to when a slot goes; of listed times, none lasts beyond the next. */
    private record Span(Instant start, Instant end) {
        static Span of(Site site, LocalDate day, LocalTime time, @Nullable List<LocalTime> listed) {
            Instant start = at(day, time);
            Instant end = start.plus(site.slot());
            for (LocalTime next : listed == null ? List.<LocalTime>of() : listed) {
                if (next.isAfter(time) && at(day, next).isBefore(end)) {
                    end = at(day, next);
                }
            }
            return new Span(start, end);
        }

        private static Instant at(LocalDate day, LocalTime time) {
            return day.atTime(time).atZone(ActingClock.PARIS).toInstant();
        }
    }

    /**
     * The starts of a day, free or not. Listed times replace the plan and the grid of the day, but not what was decided for
     * that very day: closures, public holidays and changes of presence hold for them too.
     */
    static Stream<LocalTime> starts(Site site, SiteDay day, @Nullable List<LocalTime> listed) {
        TimeRange opening = day.opening();
        if (opening == null) {
            return Stream.empty();
        }
        if (listed == null) {
            return day.visits().stream()
                    .flatMap(hours -> grid(hours, site.slot()))
                    .filter(opening::contains);
        }
        Half presence = day.changed() ? day.presence() : Half.BOTH;
        return listed.stream().filter(opening::contains).filter(time -> presence.includes(site.half(time)));
    }

    private static Stream<LocalTime> grid(TimeRange hours, Duration slot) {
        long fitting = Duration.between(hours.from(), hours.until()).dividedBy(slot);
        return Stream.iterate(hours.from(), time -> time.plus(slot)).limit(fitting);
    }
}
