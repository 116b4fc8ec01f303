package org.mainforte.appointment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.SpokenDay;
import org.mainforte.catalogue.Words;
import org.mainforte.site.Half;

/**
 * When somebody would like to come, as far as their words say it. Of several days the last counts: “not tomorrow, rather
 * Friday”. Understood, in French and English, after {@link Words#fold}:
 *
 * <pre>
 * day    = as {@link SpokenDay} reads it
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
        List<SpokenDay> days = SpokenDay.in(folded, today);
        @Nullable LocalDate day = days.isEmpty() ? null : days.getLast().day();
        String rest = days.size() > 1 ? folded.substring(days.getLast().start()) : folded;
        Wish wish = times(rest, new Wish(day, half(rest), null, null, null));
        return wish.equals(NONE) ? Optional.empty() : Optional.of(wish);
    }

    /** Every day the words speak of. */
    static List<LocalDate> days(String words, LocalDate today) {
        return SpokenDay.in(words, today).stream().map(SpokenDay::day).toList();
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
}
