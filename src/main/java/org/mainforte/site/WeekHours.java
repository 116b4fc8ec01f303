package org.mainforte.site;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The same hours on some days of the week. Days are written:
 *
 * <pre>
 * days  = span *( "," span )
 * span  = day [ "-" day ]          from the first to the last, over Sunday if need be
 * day   = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun"
 * </pre>
 */
record WeekHours(String days, TimeRange hours) {
    WeekHours {
        parse(days);
    }

    static WeekHours read(Facts facts) {
        String days = facts.optionalText("days").orElse("mon-fri");
        facts.parsed("days", WeekHours::parse, "days such as mon-fri");
        String open = facts.text("open");
        TimeRange hours = facts.parsed("close", close -> TimeRange.of(open, close), "an hour after " + open);
        return new WeekHours(days, hours);
    }

    boolean on(DayOfWeek day) {
        return parse(days).contains(day);
    }

    String closes() {
        return hours.until().equals(LocalTime.MAX) ? "24:00" : hours.until().toString();
    }

    private static Set<DayOfWeek> parse(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String span : text.split(",", -1)) {
            String[] ends = span.strip().split("-", 2);
            DayOfWeek last = day(ends[ends.length - 1]);
            DayOfWeek day = day(ends[0]);
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek day(String text) {
        return List.of(DayOfWeek.values()).stream()
                .filter(day ->
                        day.name().substring(0, 3).toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is not a day such as mon"));
    }
}
