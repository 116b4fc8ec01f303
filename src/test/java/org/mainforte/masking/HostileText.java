package org.mainforte.masking;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mainforte.catalogue.FilteredPattern;

/** Long texts that repeat something, as an attacker writes them, and what patterns make of them. */
public final class HostileText {
    private static final List<String> BEGINNINGS = List.of(
            "",
            "mdp",
            "mdp est",
            "1 rue",
            "1 Aa",
            "cordialement",
            "je m'appelle",
            "eyJ",
            "a@",
            "FR12 ",
            "login:",
            "[s1",
            "](");
    private static final List<String> REPEATED = List.of(
            " ",
            "\n",
            "a",
            "A",
            "1",
            ".",
            ":",
            "-",
            "a-",
            "A-a",
            "a1",
            "'a",
            "a.",
            "a ",
            "Aa ",
            "1 ",
            "1:",
            "1.",
            "a@",
            "de ",
            " de la",
            ", ",
            ",s1",
            "[s1]",
            ". [s1]",
            "eyJ-",
            "mdp ",
            "est ",
            "\u00A0",
            "0 ",
            "code pin ",
            "je le ",
            "un technicien ");
    private static final List<String> BEGUN = List.of("", "a@", "1 rue");
    private static final String END = "é!";
    private static final int SHORT = 200;
    private static final int HUGE = 10_000;
    /** Twice would be linear, four times quadratic. */
    private static final double AT_MOST = 2.8;

    private HostileText() {}

    /** A text that counts how often one of its characters is looked at. */
    private static final class Counted implements CharSequence {
        private final String text;
        private long steps;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private record Shape(String beginning, String unit) {
        String of(int length) {
            return beginning + unit.repeat((length - beginning.length()) / unit.length()) + END;
        }
    }

    private static Stream<Shape> shapes() {
        return BEGINNINGS.stream().flatMap(beginning -> REPEATED.stream().map(unit -> new Shape(beginning, unit)));
    }

    /** Ten thousand characters of each kind, after what makes a pattern begin. */
    public static Stream<String> huge() {
        return shapes().filter(shape -> BEGUN.contains(shape.beginning())).map(shape -> shape.of(HUGE));
    }

    /** What a pattern reads in more than proportion, with the steps for a text and for one twice as long. */
    public static List<String> steep(Map<String, Pattern> patterns) {
        List<String> steep = new ArrayList<>();
        patterns.forEach((where, pattern) -> shapes().forEach(shape -> {
            long few = steps(pattern, shape.of(SHORT));
            long many = steps(pattern, shape.of(2 * SHORT));
            if (many > AT_MOST * few && many > 2 * SHORT) {
                steep.add(where + " on " + shape.toString().replace("\n", "\\n") + ": " + few + ", " + many);
            }
        }));
        return steep;
    }

    private static long steps(Pattern pattern, String text) {
        var counted = new Counted(text);
        var matcher = pattern.matcher(counted);
        boolean more = matcher.find();
        while (more) {
            more = matcher.find();
        }
        return counted.steps;
    }

    /** Every compiled pattern that these classes hold, by where it stands. */
    public static Map<String, Pattern> patterns(Class<?>... types) throws IllegalAccessException {
        Map<String, Pattern> all = new LinkedHashMap<>();
        for (Class<?> type : types) {
            for (Field field : type.getDeclaredFields()) {
                field.setAccessible(true);
                if (Modifier.isStatic(field.getModifiers())) {
                    put(all, type.getSimpleName() + "." + field.getName(), field.get(null));
                } else if (type.isEnum()) {
                    Object[] constants = type.getEnumConstants();
                    for (Object constant : Arrays.asList(constants)) {
                        put(all, constant + "." + field.getName(), field.get(constant));
                    }
                }
            }
        }
        return all;
    }

    private static void put(Map<String, Pattern> all, String where, Object value) {
        if (value instanceof Pattern pattern) {
            all.put(where, pattern);
        } else if (value instanceof FilteredPattern filtered) {
            all.put(where, filtered.pattern());
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                put(all, where + "." + i, list.get(i));
            }
        } else if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                put(all, where + "." + entry.getKey(), entry.getValue());
            }
        }
    }
}
