package org.mainforte.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mainforte.kernel.ActingClock.PARIS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.mainforte.site.Half;
import org.mainforte.site.Site;
import org.mainforte.site.SiteDay;
import org.mainforte.site.TimeRange;

/** Every rule of the calendar, for every day from 2025 to 2028 and the three sites of the pilot. */
class CalendarRulesTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2028, 12, 31);
    private static final List<String> SITES = List.of("strasbourg", "nancy", "dijon");
    private static final Office OFFICE = changed();

    /** Changes on many days, so that the rules meet them. */
    private static Office changed() {
        Office office = staffed();
        for (String site : SITES) {
            FIRST.datesUntil(LAST.plusDays(60))
                    .filter(day -> day.getDayOfYear() % 17 == 3)
                    .forEach(day -> office.planning.close(office.site(site).id(), day, "travaux"));
            FIRST.datesUntil(LAST.plusDays(60))
                    .filter(day -> day.getDayOfYear() % 11 == 5)
                    .forEach(day ->
                            office.planning.change(office.site(site).id(), day, Half.values()[day.getDayOfYear() % 4]));
        }
        return office;
    }

    private static Office staffed() {
        Office office = new Office();
        office.demo.take(Map.of(
                "technicians",
                List.of(
                        Map.of("id", "tina", "name", "Tina Meyer", "sites", List.of("strasbourg", "nancy")),
                        Map.of("id", "theo", "name", "Théo Roux", "sites", List.of("strasbourg", "dijon")))));
        return office;
    }

    @Test
    void everyDayKeepsTheRules() {
        FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> {
            // another hour every day, at night and over the weekend too
            ZonedDateTime now = day.atTime(LocalTime.of(day.getDayOfYear() * 7 % 24, day.getDayOfYear() % 60))
                    .atZone(PARIS);
            SITES.forEach(site -> keepsTheRules(OFFICE.site(site), now.toInstant()));
        });
    }

    @Property(tries = 300)
    void everyMomentKeepsTheRules(
            @ForAll @IntRange(max = 1460) int day,
            @ForAll @IntRange(max = 86_399) int second,
            @ForAll @IntRange(max = 2) int site) {
        Instant now = FIRST.plusDays(day)
                .atTime(LocalTime.ofSecondOfDay(second))
                .atZone(PARIS)
                .toInstant();
        keepsTheRules(OFFICE.site(SITES.get(site)), now);
    }

    private static void keepsTheRules(Site site, Instant now) {
        List<Slot> free = OFFICE.finder.free(site, now);
        assertThat(free).extracting(Slot::start).isSorted().doesNotHaveDuplicates();
        LocalDate today = now.atZone(PARIS).toLocalDate();
        Map<LocalDate, SiteDay> days = OFFICE.planning.days(site, today, today.plusDays(30)).stream()
                .collect(Collectors.toMap(SiteDay::date, day -> day));
        // one assertion for some three hundred slots: this runs for thousands of moments
        assertThat(free.stream().flatMap(slot -> broken(slot, Objects.requireNonNull(days.get(slot.day())), now)))
                .isEmpty();
        promised(site, now, free);
    }

    /** The rules that a slot breaks. */
    private static Stream<String> broken(Slot slot, SiteDay day, Instant now) {
        Site site = slot.site();
        LocalTime start = slot.local().toLocalTime();
        LocalTime end = slot.end().atZone(PARIS).toLocalTime();
        Map<String, Boolean> rules = Map.of(
                "not before the lead time", !slot.start().isBefore(now.plus(site.leadTime())),
                "the site is open", day.open(),
                "a business day", site.businessDays().contains(day.date()),
                "not closed", day.date().getDayOfYear() % 17 != 3,
                "within visiting hours",
                        day.visits().stream().anyMatch(hours -> hours.contains(new TimeRange(start, end))),
                "in the half-day of the technician", day.presence().includes(site.half(start)),
                "as long as the site says",
                        Duration.between(slot.start(), slot.end()).equals(site.slot()));
        return rules.entrySet().stream().filter(rule -> !rule.getValue()).map(rule -> slot.id() + ": " + rule.getKey());
    }

    /** The promise, counted here day by day and not by the code it checks. */
    private static void promised(Site site, Instant now, List<Slot> free) {
        LocalDate latest = now.atZone(PARIS).toLocalDate();
        do {
            latest = latest.plusDays(1);
        } while (latest.getDayOfWeek().getValue() > 5
                || publicHoliday(latest, site.id().value().equals("strasbourg")));
        LocalDate last = latest;
        Promise promise = Promise.of(site, now, free);
        assertThat(promise.latest())
                .isEqualTo(latest.atTime(19, 0).atZone(PARIS).toInstant());
        assertThat(promise.kept())
                .isEqualTo(free.stream().anyMatch(slot -> !slot.day().isAfter(last)));
    }

    private static boolean publicHoliday(LocalDate day, boolean alsace) {
        Map<Integer, LocalDate> easter = Map.of(
                2025, LocalDate.of(2025, 4, 20),
                2026, LocalDate.of(2026, 4, 5),
                2027, LocalDate.of(2027, 3, 28),
                2028, LocalDate.of(2028, 4, 16),
                2029, LocalDate.of(2029, 4, 1));
        LocalDate sunday = Objects.requireNonNull(easter.get(day.getYear()));
        Set<String> fixed =
                new HashSet<>(Set.of("01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"));
        Set<LocalDate> movable = new HashSet<>(Set.of(sunday.plusDays(1), sunday.plusDays(39), sunday.plusDays(50)));
        if (alsace) {
            fixed.add("12-26");
            movable.add(sunday.minusDays(2));
        }
        return fixed.contains(day.toString().substring(5)) || movable.contains(day);
    }

    /** Technicians who serve sites with different grids are never in two places, whoever books what in whatever order. */
    @Property(tries = 25)
    void nobodyIsEverInTwoPlaces(@ForAll @Size(min = 10, max = 40) List<@IntRange(max = 10_000) Integer> picks) {
        Office office = staffed();
        Instant now = LocalDate.of(2026, 3, 26).atTime(7, 0).atZone(PARIS).toInstant();
        for (int i = 0; i < picks.size(); i++) {
            String site = SITES.get(picks.get(i) % 3);
            List<Slot> free = office.finder.free(office.site(site), now);
            Slot slot = free.get(picks.get(i) % Math.min(free.size(), 12));
            office.book("p" + i, site, slot.id(), now.toString());
        }
        for (String technician : List.of("tina", "theo")) {
            List<Appointment> all = office.rows.with(technician, now, now.plus(Duration.ofDays(60)));
            for (int i = 1; i < all.size(); i++) {
                assertThat(all.get(i).start()).isAfterOrEqualTo(all.get(i - 1).end());
            }
        }
    }
}
