package org.mainforte.appointment;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Words;
import org.mainforte.site.Half;

/**
 * When somebody would like to come, as far as their words say it. Of several days the last counts: “not tomorrow, rather
 * Friday”. Understood, in French and English, after {@link Words#fold}:
 *
 * <pre>
 * day    = today | tomorrow | the day after | a weekday | 24/11 | 24 novembre | november 24 | 2026-11-24
 * half   = morning | afternoon
 * time   = 9h | 9h30 | 9 heures | 09:30 | 2pm     after "apres", "after", "from": not before; after "avant", "before": before
 * </pre>
 */
record Wish(
        @Nullable LocalDate day,
        Half half,
        @Nullable LocalTime at,
        @Nullable LocalTime from,
        @Nullable LocalTime before) {
    private static final List<String> WEEKDAYS = List.of(
            "lundi|monday",
            "mardi|tuesday",
            "mercredi|wednesday",
            "jeudi|thursday",
            "vendredi|friday",
            "samedi|saturday",
            "dimanche|sunday");
    private static final List<String> MONTHS = List.of(
            "janvier|january|jan",
            "fevrier|february|feb",
            "mars|march",
            "avril|april",
            "mai|may",
            "juin|june",
            "juillet|july",
            "aout|august",
            "septembre|september|sept",
            "octobre|october|oct",
            "novembre|november|nov",
            "decembre|december|dec");
    private static final String MONTH = String.join("|", MONTHS);
    static final Pattern DAY = Pattern.compile("\\b(?:(?<iso>20\\d\\d-\\d\\d-\\d\\d)"
            + "|(?<d1>[0-3]?\\d)/(?<m1>[01]?\\d)(?:/20\\d\\d)?"
            + "|(?<d2>[0-3]?\\d)(?:er|st|nd|rd|th)? (?:of )?(?<m2>" + MONTH + ")"
            + "|(?<m3>" + MONTH + ") (?<d3>[0-3]?\\d)(?:st|nd|rd|th)?"
            + "|(?<after>apres[- ]demain|day after tomorrow)|(?<next>demain|tomorrow|tmrw|2moro)"
            + "|(?<now>aujourd'hui|today|ce matin|cet apres[- ]midi|this morning|this afternoon)"
            + "|(?<week>" + String.join("|", WEEKDAYS) + ")s?)\\b");
    static final Pattern HALF =
            Pattern.compile("\\b(?:(?<morning>matin|matinee|morning)|(?<afternoon>apres[- ]?midi|aprem|afternoon))\\b");
    static final Pattern TIME = Pattern.compile(
            "(?:\\b(?<word>apres|a partir de|des|entre|after|from|between|avant|before|until|et|and|to|a) )?"
                    + "\\b(?<h>[01]?\\d|2[0-3])(?:(?::(?<o>[0-5]\\d))? ?(?<ap>am|pm)\\b"
                    + "| ?(?:h|heures?)(?: ?(?<m>[0-5]\\d))?\\b|:(?<n>[0-5]\\d)\\b)");
    private static final Wish NONE = new Wish(null, Half.BOTH, null, null, null);

    /** What the words say, or nothing when they speak of no day and no time. */
    static Optional<Wish> read(String words, LocalDate today) {
        String folded = Words.fold(words);
        List<MatchResult> days = DAY.matcher(folded).results().toList();
        @Nullable LocalDate day = days.isEmpty() ? null : day(days.getLast(), today);
        String rest = days.size() > 1 ? folded.substring(days.getLast().start()) : folded;
        Wish wish = times(rest, new Wish(day, half(rest), null, null, null));
        return wish.equals(NONE) ? Optional.empty() : Optional.of(wish);
    }

    /** Every day the words speak of. */
    static List<LocalDate> days(String words, LocalDate today) {
        return DAY.matcher(Words.fold(words))
                .results()
                .flatMap(match -> Stream.ofNullable(day(match, today)))
                .toList();
    }

    boolean fits(ZonedDateTime start, Half startsIn) {
        LocalTime time = start.toLocalTime();
        return (day == null || day.equals(start.toLocalDate()))
                && half.includes(startsIn)
                && (at == null || at.equals(time))
                && (from == null || !time.isBefore(from))
                && (before == null || time.isBefore(before));
    }

    /** The same wish in words that still mean the same another day. */
    String written() {
        return ((day == null ? "" : day + " ")
                        + (half == Half.MORNING ? "morning " : half == Half.AFTERNOON ? "afternoon " : "")
                        + (at == null ? "" : at + " ")
                        + (from == null ? "" : "after " + from + " ")
                        + (before == null ? "" : "before " + before))
                .strip();
    }

    private static @Nullable LocalDate day(MatchResult match, LocalDate today) {
        if (match.group("iso") != null) {
            return date(match.group("iso"));
        }
        if (match.group("d1") != null) {
            return next(today, number(match.group("m1")), number(match.group("d1")));
        }
        if (match.group("d2") != null) {
            return next(today, 1 + index(MONTHS, match.group("m2")), number(match.group("d2")));
        }
        if (match.group("d3") != null) {
            return next(today, 1 + index(MONTHS, match.group("m3")), number(match.group("d3")));
        }
        if (match.group("week") != null) {
            DayOfWeek weekday = DayOfWeek.of(1 + index(WEEKDAYS, match.group("week")));
            return today.with(TemporalAdjusters.next(weekday));
        }
        return today.plusDays(match.group("after") != null ? 2 : match.group("next") != null ? 1 : 0);
    }

    private static @Nullable LocalDate date(String iso) {
        try {
            return LocalDate.parse(iso);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static @Nullable LocalDate next(LocalDate today, int month, int day) {
        try {
            LocalDate thisYear = MonthDay.of(month, day).atYear(today.getYear());
            return thisYear.isBefore(today) ? thisYear.plusYears(1) : thisYear;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static Half half(String words) {
        Matcher half = HALF.matcher(words);
        return !half.find() ? Half.BOTH : half.group("morning") != null ? Half.MORNING : Half.AFTERNOON;
    }

    private static Wish times(String words, Wish wish) {
        Wish read = wish;
        for (MatchResult match : TIME.matcher(words).results().toList()) {
            read = read.and(match.group("word"), time(match));
        }
        return read;
    }

    private Wish and(@Nullable String word, LocalTime time) {
        return switch (word == null ? "" : word) {
            case "apres", "a partir de", "des", "entre", "after", "from", "between" ->
                new Wish(day, half, at, time, before);
            case "avant", "before", "until" -> new Wish(day, half, at, from, time);
            // the end of "entre 9h et 11h"; without a beginning it is just a time, as in "a 9h"
            case "et", "and", "to", "a" ->
                from == null ? new Wish(day, half, time, null, before) : new Wish(day, half, at, from, time);
            default -> new Wish(day, half, time, from, before);
        };
    }

    private static LocalTime time(MatchResult match) {
        int hour = number(match.group("h"));
        String minutes = match.group("m") != null
                ? match.group("m")
                : match.group("n") != null ? match.group("n") : match.group("o");
        if ("pm".equals(match.group("ap")) && hour < 12) {
            hour += 12;
        }
        return LocalTime.of(hour, minutes == null ? 0 : number(minutes));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static int index(List<String> alternatives, String word) {
        return alternatives.stream()
                .map(names -> List.of(names.split("\\|")))
                .takeWhile(names -> !names.contains(word))
                .toList()
                .size();
    }
}
