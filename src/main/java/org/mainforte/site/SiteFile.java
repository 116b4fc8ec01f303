package org.mainforte.site;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;
import org.mainforte.kernel.Texts;

/** Reads {@code sites/<site>.yaml}; whatever does not fit is an IllegalArgumentException that says where. */
final class SiteFile extends Facts {
    private final String where;

    SiteFile(Map<?, ?> map, String where) {
        super(map, where);
        this.where = where;
    }

    Site site() {
        SiteFile visits = object("visits");
        Site site = new Site(
                new SiteId(text("id")),
                object("name").bilingual(),
                department(),
                oneOf("regime", List.of(Regime.values())),
                object("opening").opening(),
                object("place").bilingual(),
                object("team").bilingual(),
                visits.range("morning"),
                visits.range("afternoon"),
                visits.halves(),
                Duration.ofMinutes(number("slot-minutes")),
                parsed("lead-time", Duration::parse, "a duration such as PT2H"),
                number("days-ahead"),
                booths(),
                texts("meeting-rooms"),
                flag("headset-swap"),
                flag("locker"),
                flag("remote-session"),
                texts("nearby").stream().map(SiteId::new).toList(),
                optional("pilot", Map.class, "an object")
                        .map(map -> new SiteFile(map, where + ".pilot").pilot())
                        .orElse(null));
        nothingElse();
        return checked(site);
    }

    private Site checked(Site site) {
        if (!where.equals(site.id() + ".yaml")) {
            throw wrong(where + ".id: expected the name of the file, found \"" + site.id() + "\"");
        }
        if (site.slot().toMinutes() < 5
                || site.slot().toHours() > 8
                || site.daysAhead() < 1
                || site.leadTime().isNegative()) {
            throw wrong(where + ": expected 5 to 480 slot-minutes, at least one of days-ahead, no negative lead-time");
        }
        if (site.morning().until().isAfter(site.afternoon().from())) {
            throw wrong(where + ".visits: the afternoon begins before the morning ends");
        }
        return site;
    }

    private Pilot pilot() {
        boolean witness = parsed("part", text -> SiteFile.named(text, "witness", "pilot"), "pilot or witness");
        Pilot pilot =
                new Pilot(witness, date("from"), date("until"), object("facts").bilingual());
        nothingElse();
        return pilot;
    }

    private String department() {
        String department = text("department");
        try {
            BusinessDays.in(department);
            return department;
        } catch (IllegalArgumentException unknown) {
            throw expected("department", "a department in quotation marks, such as \"67\"");
        }
    }

    private Map<Language, String> bilingual() {
        Map<Language, String> texts =
                Map.of(Language.FR, Texts.typeset(Language.FR, text("fr")), Language.EN, text("en"));
        nothingElse();
        return texts;
    }

    /** One list for both languages, or one for each. */
    private Map<Language, List<String>> booths() {
        Object written =
                optional("quiet-booths", Object.class, "a list of texts").orElse(null);
        if (!(written instanceof Map)) {
            List<String> both = texts("quiet-booths");
            return Map.of(Language.FR, both, Language.EN, both);
        }
        SiteFile each = object("quiet-booths");
        Map<Language, List<String>> booths = Map.of(Language.FR, each.texts("fr"), Language.EN, each.texts("en"));
        each.nothingElse();
        return booths;
    }

    private Map<DayOfWeek, TimeRange> opening() {
        Map<DayOfWeek, TimeRange> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            optionalText(key(day)).ifPresent(given -> hours.put(day, range(key(day))));
        }
        nothingElse();
        return Map.copyOf(hours);
    }

    private Map<DayOfWeek, Half> halves() {
        Map<DayOfWeek, Half> halves = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            optionalText(key(day)).ifPresent(given -> halves.put(day, oneOf(key(day), List.of(Half.values()))));
        }
        nothingElse();
        return Map.copyOf(halves);
    }

    private TimeRange range(String field) {
        return parsed(field, TimeRange::parse, "hours such as 08:00-12:30");
    }

    private SiteFile object(String field) {
        Optional<?> value = optional(field, Map.class, "an object");
        return new SiteFile((Map<?, ?>) value.orElseThrow(() -> expected(field, "an object")), where + "." + field);
    }

    private static boolean named(String text, String yes, String no) {
        if (!text.equals(yes) && !text.equals(no)) {
            throw new IllegalArgumentException(text);
        }
        return text.equals(yes);
    }

    private static String key(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    @Override
    IllegalArgumentException wrong(String sentence) {
        return new IllegalArgumentException(sentence);
    }
}
