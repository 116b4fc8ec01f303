package org.mainforte.advisor.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.FilteredPattern;

/**
 * What sounds as if something were done, or were going to be, for the person who asks: only a tool's result or an article may say
 * so. Also of being a person. It is looked at who acts (the assistant, somebody of the desk, the person's own matter in the
 * passive) and at what takes a promise back. The words stand in {@code promises.txt}, both languages together:
 *
 * <pre>
 * line = NAME "=" pattern              words, put in where {NAME} stands; a name stands above its uses
 *      | kind "=" pattern              kind: deed, coming, state, offer, condition, subordinate, program
 * </pre>
 *
 * A pattern is a regular expression over one clause of {@link org.mainforte.catalogue.Words#fold folded} text. Measured by {@code
 * src/test/evaluation/promises.tsv}.
 */
final class Promises {
    private static final Pattern NAME = Pattern.compile("\\{([A-Z]{2,}|[A-Z]+_[A-Z]+)}");
    private static final Map<Kind, List<FilteredPattern>> PATTERNS = read();
    private static final Pattern EMPHASIS = Pattern.compile("[*_`~]+");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?…]) ");
    /** A clause with the sign that ends it. */
    private static final Pattern CLAUSE =
            Pattern.compile("([^,;:.!?…()\\[\\]«»\"“”|—–#>\\p{So}]++)([^\\p{L}\\p{N}]*+)");
    /** What is put in stands apart from what it is put into. */
    private static final Pattern INSERTED = Pattern.compile(" ?\\(([^()]*+)\\)");
    /** A dash that is no hyphen. */
    private static final Pattern DASH = Pattern.compile("(?:^| )- ");
    /** An offer may follow what it takes back: “…, si vous voulez”. */
    private static final Pattern AFTERTHOUGHT = Pattern.compile("^(?:si|if|avec|with|once|apres|after|une fois) .*");

    private Promises() {}

    private enum Kind {
        /** Somebody says to have done something; nothing but a question or a subordinate clause takes that back. */
        DEED,
        /** Somebody is going to do something; an offer takes it back. */
        COMING,
        /** The person's matter is said to be, or to get, in some state; that something depends on takes it back too. */
        STATE,
        OFFER,
        CONDITION,
        SUBORDINATE,
        PROGRAM
    }

    /**
     * A promise.
     *
     * @param words the clause's words up to the end of what promises
     * @param isState whether it only says how the person's matter stands, which a look-up may have told
     */
    record Found(String words, boolean isState) {}

    /** The promises of a folded text. */
    static List<Found> in(String folded) {
        String plain = DASH.matcher(EMPHASIS.matcher(folded).replaceAll("")).replaceAll(", ");
        Stream<String> inserted = INSERTED.matcher(plain).results().map(insertion -> insertion.group(1));
        return Stream.concat(SENTENCE.splitAsStream(INSERTED.matcher(plain).replaceAll("")), inserted)
                .flatMap(sentence -> inSentence(sentence).stream())
                .toList();
    }

    private static List<Found> inSentence(String sentence) {
        List<Found> found = new ArrayList<>();
        List<String[]> clauses = CLAUSE.matcher(sentence)
                .results()
                .map(clause -> new String[] {clause.group(1).strip(), clause.group(2)})
                .toList();
        boolean offered = false;
        boolean conditional = false;
        for (int i = 0; i < clauses.size(); i++) {
            String clause = clauses.get(i)[0];
            String next = i + 1 < clauses.size() ? clauses.get(i + 1)[0] : "";
            offered |= has(Kind.OFFER, clause);
            conditional |= has(Kind.CONDITION, clause);
            boolean offeredNext = AFTERTHOUGHT.matcher(next).matches() && has(Kind.OFFER, next);
            if (!clauses.get(i)[1].contains("?")) {
                inClause(clause, offered || offeredNext, conditional).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Found> inClause(String clause, boolean offered, boolean conditional) {
        return first(Kind.DEED, clause)
                .or(() -> offered ? Optional.empty() : first(Kind.COMING, clause))
                .or(() -> offered || conditional || has(Kind.PROGRAM, clause)
                        ? Optional.empty()
                        : first(Kind.STATE, clause));
    }

    private static Optional<Found> first(Kind kind, String clause) {
        @Nullable Matcher first = null;
        for (FilteredPattern pattern : of(kind)) {
            Matcher matcher = pattern.first(clause);
            if (matcher != null && (first == null || matcher.start() < first.start())) {
                first = matcher;
            }
        }
        return first != null && !has(Kind.SUBORDINATE, clause.substring(0, first.start()))
                ? Optional.of(new Found(first.group(), kind == Kind.STATE))
                : Optional.empty();
    }

    private static boolean has(Kind kind, String clause) {
        return of(kind).stream().anyMatch(pattern -> pattern.occursIn(clause));
    }

    /** All of them; for tests of what stands before them. */
    static List<FilteredPattern> patterns() {
        return PATTERNS.values().stream().flatMap(List::stream).toList();
    }

    private static List<FilteredPattern> of(Kind kind) {
        return Objects.requireNonNull(PATTERNS.get(kind));
    }

    private static Map<Kind, List<FilteredPattern>> read() {
        Map<String, String> words = new HashMap<>();
        Map<Kind, List<FilteredPattern>> rules = new EnumMap<>(Kind.class);
        lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            String name = line.substring(0, line.indexOf(" = "));
            String pattern = inFull(line.substring(line.indexOf(" = ") + 3), words);
            if (name.equals(name.toUpperCase(Locale.ROOT))) {
                words.put(name, pattern);
            } else {
                rules.computeIfAbsent(Kind.valueOf(name.toUpperCase(Locale.ROOT)), fresh -> new ArrayList<>())
                        .add(FilteredPattern.of(pattern));
            }
        });
        return rules;
    }

    private static String inFull(String pattern, Map<String, String> words) {
        return NAME.matcher(pattern)
                .replaceAll(name -> Matcher.quoteReplacement(
                        "(?:" + Objects.requireNonNull(words.get(name.group(1)), name.group(1)) + ")"));
    }

    private static Stream<String> lines() {
        String file = "/promises.txt";
        try (var stream = Objects.requireNonNull(Promises.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }
}
