package org.mainforte.catalogue;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Texts of which every match of a regular expression contains one. To look for them costs a fraction of trying the expression, which
 * most messages do not match (Cox, “Regular Expression Matching with a Trigram Index”, 2012, derives them the same way). What it
 * does not understand of an expression it takes for able to match anything.
 */
final class Prefilter {
    private static final int SHORTEST = 2;
    /** The longer the shortest of the texts, the rarer it is; then the fewer the better. */
    private static final Comparator<Set<String>> TELLING = Comparator.<Set<String>>comparingInt(
                    texts -> texts.stream().mapToInt(String::length).min().orElse(0))
            .thenComparing(Comparator.<Set<String>>comparingInt(Set::size).reversed());

    private final String regex;
    private int at;

    private Prefilter(String regex) {
        this.regex = regex;
    }

    /** @return the texts; empty when a match may contain anything */
    static List<String> of(String regex) {
        try {
            Set<String> texts = new Prefilter(regex).alternatives();
            return texts == null ? List.of() : texts.stream().sorted().toList();
        } catch (NotUnderstood anything) {
            return List.of();
        }
    }

    private static final class NotUnderstood extends RuntimeException {
        private NotUnderstood() {
            super(null, null, false, false);
        }
    }

    /** Up to the end or a closing bracket. Null when one alternative may contain anything. */
    private @Nullable Set<String> alternatives() {
        Set<String> all = new HashSet<>();
        boolean anything = false;
        while (true) {
            Set<String> one = new Sequence().read();
            anything |= one == null;
            if (one != null) {
                all.addAll(one);
            }
            if (at == regex.length() || regex.charAt(at) == ')') {
                return anything ? null : all;
            }
            at++;
        }
    }

    /** One alternative: of its parts the one that tells most. */
    private final class Sequence {
        private final StringBuilder run = new StringBuilder();
        private @Nullable Set<String> best;

        @Nullable
        Set<String> read() {
            while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
                char c = regex.charAt(at++);
                switch (c) {
                    case '^', '$' -> {}
                    case '.' -> anything();
                    case '[' -> skipClass();
                    case '(' -> group();
                    case '\\' -> escaped();
                    case '*', '+', '?', '{' -> throw new NotUnderstood();
                    default -> literal(c);
                }
            }
            end();
            return best;
        }

        private void literal(char c) {
            int least = leastTimes();
            if (least != 0) {
                run.append(c);
            }
            if (least != ONCE) {
                end();
            }
        }

        private void anything() {
            leastTimes();
            end();
        }

        private void end() {
            if (run.length() >= SHORTEST) {
                consider(Set.of(run.toString()));
            }
            run.setLength(0);
        }

        private void consider(Set<String> texts) {
            if (best == null || TELLING.compare(texts, best) > 0) {
                best = texts;
            }
        }

        private void escaped() {
            char c = regex.charAt(at++);
            if (c == 'b' || c == 'B') {
                return;
            }
            if (!Character.isLetterOrDigit(c)) {
                literal(c);
                return;
            }
            if (c == 'p' || c == 'P') {
                at = regex.indexOf('}', at) + 1;
            } else if ("wWdDsS".indexOf(c) < 0) {
                throw new NotUnderstood();
            }
            anything();
        }

        private void skipClass() {
            for (int i = at; i < regex.length(); i++) {
                char c = regex.charAt(i);
                if (c == '\\' || c == '[') {
                    throw new NotUnderstood();
                }
                if (c == ']' && i > at) {
                    at = i + 1;
                    anything();
                    return;
                }
            }
            throw new NotUnderstood();
        }

        private void group() {
            boolean around = regex.startsWith("?=", at)
                    || regex.startsWith("?!", at)
                    || regex.startsWith("?<=", at)
                    || regex.startsWith("?<!", at);
            if (around || regex.startsWith("?:", at)) {
                at += regex.startsWith("?<", at) ? 3 : 2;
            } else if (regex.startsWith("?", at)) {
                throw new NotUnderstood();
            }
            end();
            Set<String> inside = alternatives();
            at++;
            int least = leastTimes();
            if (!around && least != 0 && inside != null) {
                consider(inside);
            }
        }
    }

    private static final int ONCE = -1;

    /** Reads a quantifier. @return how often at least; {@link #ONCE} when there is none */
    private int leastTimes() {
        char c = at < regex.length() ? regex.charAt(at) : ' ';
        int least = ONCE;
        if (c == '?' || c == '*') {
            least = 0;
        } else if (c == '+') {
            least = 1;
        } else if (c == '{') {
            int end = regex.indexOf('}', at);
            least = regex.startsWith("{0", at) || regex.startsWith("{,", at) ? 0 : 1;
            at = end;
        }
        if (least != ONCE) {
            at++;
            if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) {
                at++;
            }
        }
        return least;
    }
}
