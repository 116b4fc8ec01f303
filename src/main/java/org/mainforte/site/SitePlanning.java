package org.mainforte.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.SiteId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sites as they are now: their files, public holidays, and the changes recorded for single days, which act at once. */
@Component
public class SitePlanning {
    private final JdbcClient jdbc;

    public SitePlanning(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The days from {@code from} to before {@code until}, in order. */
    public List<SiteDay> days(Site site, LocalDate from, LocalDate until) {
        Map<LocalDate, String> closures = texts("select on_day, reason as what from site_closure", site, from, until);
        Map<LocalDate, String> changes = texts("select on_day, half as what from site_presence", site, from, until);
        return from.datesUntil(until)
                .map(day -> day(site, day, closures.get(day), changes.get(day)))
                .toList();
    }

    public SiteDay day(Site site, LocalDate day) {
        return days(site, day, day.plusDays(1)).getFirst();
    }

    /** The meeting rooms of a site, by name. */
    public List<String> rooms(Site site) {
        List<String> recorded = jdbc.sql("select name from meeting_room where site = :site order by name")
                .param("site", site.id().value())
                .query((row, number) -> row.getString("name"))
                .list();
        return recorded.isEmpty() ? site.meetingRooms().stream().sorted().toList() : recorded;
    }

    public void close(SiteId site, LocalDate day, String reason) {
        jdbc.sql("delete from site_closure where site = :site and on_day = :day")
                .param("site", site.value())
                .param("day", day)
                .update();
        jdbc.sql("insert into site_closure (site, on_day, reason) values (:site, :day, :reason)")
                .param("site", site.value())
                .param("day", day)
                .param("reason", reason)
                .update();
    }

    /** Says for one day in which half technicians are there. */
    public void change(SiteId site, LocalDate day, Half half) {
        jdbc.sql("delete from site_presence where site = :site and on_day = :day")
                .param("site", site.value())
                .param("day", day)
                .update();
        jdbc.sql("insert into site_presence (site, on_day, half) values (:site, :day, :half)")
                .param("site", site.value())
                .param("day", day)
                .param("half", half.name().toLowerCase(Locale.ROOT))
                .update();
    }

    private Map<LocalDate, String> texts(String select, Site site, LocalDate from, LocalDate until) {
        return jdbc
                .sql(select + " where site = :site and on_day >= :from and on_day < :until")
                .param("site", site.id().value())
                .param("from", from)
                .param("until", until)
                .query((row, number) -> Map.entry(row.getObject("on_day", LocalDate.class), row.getString("what")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static SiteDay day(Site site, LocalDate day, @Nullable String closure, @Nullable String change) {
        TimeRange opening = site.opening().get(day.getDayOfWeek());
        if (closure != null || opening == null || site.businessDays().isHoliday(day)) {
            return new SiteDay(day, null, Half.NONE, false, List.of(), closure);
        }
        Half presence = change == null ? site.plan(day) : Half.valueOf(change.toUpperCase(Locale.ROOT));
        return new SiteDay(day, opening, presence, change != null, visits(site, presence), null);
    }

    private static List<TimeRange> visits(Site site, Half presence) {
        return Stream.of(Half.MORNING, Half.AFTERNOON)
                .filter(presence::includes)
                .map(half -> half == Half.MORNING ? site.morning() : site.afternoon())
                .toList();
    }
}
