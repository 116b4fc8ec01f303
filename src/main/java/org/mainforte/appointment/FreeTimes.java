package org.mainforte.appointment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mainforte.kernel.SiteId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Days for which the times left are listed one by one instead of being computed. Only the demo lists them. */
@Repository
class FreeTimes {
    private final JdbcClient jdbc;

    FreeTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The listed days from {@code from} to before {@code until}, with their times in order; a full day has none. */
    Map<LocalDate, List<LocalTime>> between(SiteId site, LocalDate from, LocalDate until) {
        record Listed(LocalDate day, Stream<LocalTime> time) {}
        return jdbc
                .sql("""
                        select d.on_day, t.starts from free_day d
                        left join free_time t on t.site = d.site and t.on_day = d.on_day
                        where d.site = :site and d.on_day >= :from and d.on_day < :until order by d.on_day, t.starts""")
                .param("site", site.value())
                .param("from", from)
                .param("until", until)
                .query((row, number) -> new Listed(
                        row.getObject("on_day", LocalDate.class),
                        Stream.ofNullable(row.getString("starts")).map(LocalTime::parse)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Listed::day, Collectors.flatMapping(Listed::time, Collectors.toList())));
    }

    void list(SiteId site, LocalDate day, List<LocalTime> times) {
        jdbc.sql("insert into free_day (site, on_day) values (:site, :day) on conflict do nothing")
                .param("site", site.value())
                .param("day", day)
                .update();
        for (LocalTime time : times) {
            jdbc.sql("insert into free_time (site, on_day, starts) values (:site, :day, :time) on conflict do nothing")
                    .param("site", site.value())
                    .param("day", day)
                    .param("time", time.toString())
                    .update();
        }
    }

    void clear() {
        jdbc.sql("delete from free_time").update();
        jdbc.sql("delete from free_day").update();
    }
}
