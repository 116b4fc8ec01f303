package org.mainforte.site;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A map read strictly: each field has its type, and a field that nobody asked for is wrong. */
abstract class Facts {
    private final Map<?, ?> map;
    private final String where;
    private final Set<String> read = new HashSet<>();

    Facts(Map<?, ?> map, String where) {
        this.map = map;
        this.where = where;
    }

    /** What to throw for a value that does not fit. */
    abstract RuntimeException wrong(String sentence);

    public String text(String field) {
        return optionalText(field).orElseThrow(() -> expected(field, "a text"));
    }

    public Optional<String> optionalText(String field) {
        return optional(field, String.class, "a text").filter(text -> !text.isBlank());
    }

    public boolean flag(String field) {
        return optional(field, Boolean.class, "true or false").orElseThrow(() -> expected(field, "true or false"));
    }

    public int number(String field) {
        return optional(field, Integer.class, "a whole number").orElseThrow(() -> expected(field, "a whole number"));
    }

    public List<String> texts(String field) {
        List<?> list =
                optional(field, List.class, "a list of texts").orElseThrow(() -> expected(field, "a list of texts"));
        return list.stream()
                .map(item -> item instanceof String text ? text : fail(field, "a list of texts"))
                .toList();
    }

    public LocalDate date(String field) {
        return parsed(field, LocalDate::parse, "a day such as 2026-11-23");
    }

    public OffsetDateTime moment(String field) {
        return parsed(field, OffsetDateTime::parse, "a time such as 2026-11-23T09:00:00+01:00");
    }

    /** One of the constants of an enum, written in lower case with hyphens. */
    public <E extends Enum<E>> E oneOf(String field, List<E> allowed) {
        String text = text(field);
        return allowed.stream()
                .filter(one -> written(one).equals(text))
                .findFirst()
                .orElseThrow(() -> expected(
                        field, "one of " + allowed.stream().map(Facts::written).toList()));
    }

    /** A value made of a text. {@code make} says by DateTimeParseException or IllegalArgumentException that it cannot be. */
    public <T> T parsed(String field, Function<String, T> make, String expected) {
        String text = text(field);
        try {
            return make.apply(text);
        } catch (DateTimeParseException | IllegalArgumentException unfit) {
            throw expected(field, expected);
        }
    }

    /** A list of values, each made of a text as in {@link #parsed}. */
    public <T> List<T> all(String field, Function<String, T> make, String expected) {
        try {
            return texts(field).stream().map(make).toList();
        } catch (DateTimeParseException | IllegalArgumentException unfit) {
            throw expected(field, expected);
        }
    }

    /** Call last: a field that was not read is unknown. */
    public void nothingElse() {
        map.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !read.contains(key))
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    throw wrong(where + ": unknown field \"" + key + "\"");
                });
    }

    <T> Optional<T> optional(String field, Class<T> type, String expected) {
        read.add(field);
        Object value = map.get(field);
        if (value != null && !type.isInstance(value)) {
            throw expected(field, expected);
        }
        return Optional.ofNullable(type.cast(value));
    }

    RuntimeException expected(String field, String expected) {
        @Nullable Object value = map.get(field);
        return wrong(
                where + "." + field + ": expected " + expected + (value == null ? "" : ", found \"" + value + "\""));
    }

    private <T> T fail(String field, String expected) {
        throw expected(field, expected);
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
