package org.mainforte.catalogue;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A day somebody speaks of, in French or English, after {@link Words#fold}: today, tomorrow, the day after, a weekday (the next
 * one), 24/11, 24 novembre, november 24, 2026-11-24. A day without a year is the next one of that name.
 *
 * @param start where its words begin in the folded text
 */
public record SpokenDay(LocalDate day, int start) {
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
    /** The words of a day. */
    public static final Pattern WORDS = Pattern.compile("\\b(?:(?<iso>20\\d\\d-\\d\\d-\\d\\d)"
            + "|(?<d1>[0-3]?\\d)/(?<m1>[01]?\\d)(?:/20\\d\\d)?"
            + "|(?<d2>[0-3]?\\d)(?:er|st|nd|rd|th)? (?:of )?(?<m2>" + MONTH + ")"
            + "|(?<m3>" + MONTH + ") (?<d3>[0-3]?\\d)(?:st|nd|rd|th)?"
            + "|(?<after>apres[- ]demain|day after tomorrow)|(?<next>demain|tomorrow|tmrw|2moro)"
            + "|(?<now>aujourd'hui|today|ce matin|cet apres[- ]midi|this morning|this afternoon)"
            + "|(?<week>" + String.join("|", WEEKDAYS) + ")s?)\\b");

    /** Every day the words speak of, in their order; one that does not exist (31/02) is left out. */
    public static List<SpokenDay> in(String words, LocalDate today) {
        return WORDS.matcher(Words.fold(words))
                .results()
                .flatMap(match -> Stream.ofNullable(day(match, today)).map(day -> new SpokenDay(day, match.start())))
                .toList();
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
