package org.mainforte.equipment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;
import org.mainforte.kernel.Texts;
import org.mainforte.site.BusinessDays;
import org.mainforte.site.Site;
import org.mainforte.site.SiteDay;
import org.mainforte.site.SitePlanning;
import org.mainforte.site.Sites;
import org.mainforte.site.TimeRange;
import org.springframework.stereotype.Component;

/** Days and presence at somebody's site, as far as handing equipment over needs them. */
@Component
class SiteVisits {
    /** How many days ahead a pick-up may be wished, and presence is looked for. */
    static final int DAYS_AHEAD = 60;

    private final Sites sites;
    private final SitePlanning planning;

    SiteVisits(Sites sites, SitePlanning planning) {
        this.sites = sites;
        this.planning = planning;
    }

    Optional<Site> site(SiteId id) {
        return sites.find(id);
    }

    /** Where and when a headset is swapped next; empty when the site does not do it or nobody is planned to be there. */
    Optional<String> headsetSwap(SiteId id, Language language, Instant now) {
        return sites.find(id)
                .filter(Site::headsetSwap)
                .flatMap(site -> nextVisit(site, now).map(visit -> words(site, visit, language, now)));
    }

    private record Visit(LocalDate day, TimeRange hours) {
        Instant from() {
            return at(hours.from()).toInstant();
        }

        ZonedDateTime at(LocalTime time) {
            return day.atTime(time).atZone(ActingClock.PARIS);
        }
    }

    private Optional<Visit> nextVisit(Site site, Instant now) {
        LocalDate today = now.atZone(ActingClock.PARIS).toLocalDate();
        return planning.days(site, today, today.plusDays(DAYS_AHEAD)).stream()
                .flatMap(day -> day.visits().stream().map(hours -> new Visit(day.date(), hours)))
                .filter(visit -> visit.at(visit.hours().until()).toInstant().isAfter(now))
                .findFirst();
    }

    private static String words(Site site, Visit visit, Language language, Instant now) {
        String until = Texts.time(language, visit.at(visit.hours().until()));
        return visit.from().isAfter(now)
                ? Texts.get(
                        language,
                        "equipment.visit.next",
                        site.place(language),
                        Texts.day(language, visit.day()),
                        Texts.time(language, visit.at(visit.hours().from())),
                        until)
                : Texts.get(language, "equipment.visit.now", site.place(language), until);
    }

    BusinessDays businessDays(SiteId id) {
        return sites.find(id).map(Site::businessDays).orElseGet(BusinessDays::national);
    }

    /** The next days on which something can be collected at this site, from tomorrow on. */
    List<LocalDate> pickUpDays(SiteId id, Instant now, int count) {
        LocalDate today = now.atZone(ActingClock.PARIS).toLocalDate();
        BusinessDays business = businessDays(id);
        return Stream.iterate(business.next(today), business::next)
                .limit(DAYS_AHEAD)
                .filter(day -> !closed(id, day))
                .limit(count)
                .toList();
    }

    /** Why nothing can be collected that day, as the last part of a text key; null when it can. */
    @Nullable
    String obstacle(SiteId id, LocalDate day, Instant now) {
        LocalDate today = now.atZone(ActingClock.PARIS).toLocalDate();
        if (!day.isAfter(today)) {
            return "past";
        }
        if (day.isAfter(today.plusDays(DAYS_AHEAD))) {
            return "far";
        }
        if (businessDays(id).isHoliday(day)) {
            return "holiday";
        }
        if (!businessDays(id).contains(day)) {
            return "weekend";
        }
        return closed(id, day) ? "closed" : null;
    }

    private boolean closed(SiteId id, LocalDate day) {
        Optional<SiteDay> there = sites.find(id).map(site -> planning.day(site, day));
        return there.isPresent() && !there.get().open();
    }

    /** How many business days have begun since a day, that day not counted. */
    int businessDaysSince(SiteId id, LocalDate from, Instant now) {
        LocalDate today = now.atZone(ActingClock.PARIS).toLocalDate();
        BusinessDays business = businessDays(id);
        return (int) from.plusDays(1)
                .datesUntil(today.isBefore(from) ? from.plusDays(1) : today.plusDays(1))
                .filter(business::contains)
                .count();
    }
}
