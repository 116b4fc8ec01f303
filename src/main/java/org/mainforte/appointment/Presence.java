package org.mainforte.appointment;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.site.Half;
import org.mainforte.site.Site;
import org.mainforte.site.SiteDay;
import org.mainforte.site.SitePlanning;
import org.mainforte.site.TimeRange;
import org.springframework.stereotype.Component;

/** Tells in words when technicians are at a site. */
@Component
class Presence {
    private static final int DAYS_TOLD = 14;

    private final SitePlanning planning;

    Presence(SitePlanning planning) {
        this.planning = planning;
    }

    /** How the site is supported, in a sentence. */
    String regime(Site site, Language language) {
        String key = site.regime().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Texts.get(language, "appointment.regime." + key, site.name(language));
    }

    /** The usual week: “lundi : matin, mardi : après-midi”. */
    String week(Site site, Language language) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> site.visits().getOrDefault(day, Half.NONE) != Half.NONE)
                .map(day -> day.getDisplayName(TextStyle.FULL, language.locale()) + " "
                        + half(site.visits().getOrDefault(day, Half.NONE), language))
                .collect(Collectors.joining(", "));
    }

    /** When somebody is there next, or until when somebody is there now; empty when nobody comes in two weeks. */
    Optional<String> next(Site site, Language language, Instant now) {
        LocalDate today = now.atZone(ActingClock.PARIS).toLocalDate();
        for (SiteDay day : planning.days(site, today, today.plusDays(DAYS_TOLD))) {
            for (TimeRange hours : day.visits()) {
                if (end(day, hours).isAfter(now)) {
                    return Optional.of(told(day, hours, language, now));
                }
            }
        }
        return Optional.empty();
    }

    /** What departs from the usual week in the next two weeks, one line each. */
    List<String> changes(Site site, Language language, Instant now) {
        LocalDate today = now.atZone(ActingClock.PARIS).toLocalDate();
        List<String> lines = new ArrayList<>();
        for (SiteDay day : planning.days(site, today, today.plusDays(DAYS_TOLD))) {
            String date = Texts.day(language, day.date());
            if (day.closure() != null) {
                lines.add(Texts.get(language, "appointment.support.closed", date, day.closure()));
            } else if (!day.open() && site.businessDays().isHoliday(day.date()) && site.plan(day.date()) != Half.NONE) {
                lines.add(Texts.get(language, "appointment.support.holiday", date));
            } else if (day.changed() && day.presence() != site.plan(day.date())) {
                lines.add(Texts.get(language, "appointment.support.change", date, half(day.presence(), language)));
            }
        }
        return lines;
    }

    private static String told(SiteDay day, TimeRange hours, Language language, Instant now) {
        var from = day.date().atTime(hours.from()).atZone(ActingClock.PARIS);
        var until = day.date().atTime(hours.until()).atZone(ActingClock.PARIS);
        return from.toInstant().isAfter(now)
                ? Texts.get(
                        language,
                        "appointment.presence.later",
                        Texts.day(language, day.date()),
                        Texts.time(language, from),
                        Texts.time(language, until))
                : Texts.get(language, "appointment.presence.now", Texts.time(language, until));
    }

    private static Instant end(SiteDay day, TimeRange hours) {
        return day.date().atTime(hours.until()).atZone(ActingClock.PARIS).toInstant();
    }

    private static String half(Half half, Language language) {
        return Texts.get(language, "appointment.half." + half.name().toLowerCase(Locale.ROOT));
    }
}
