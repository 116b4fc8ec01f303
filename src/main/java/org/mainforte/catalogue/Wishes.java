package org.mainforte.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people say when they want something that can be started at once. The patterns stand in {@code wishes.txt}, both
 * languages together because people mix them:
 *
 * <pre>
 * line   = target "=" pattern          one line a pattern; lines starting with # explain
 *        | target "==" pattern         the same, for the whole message rather than a part of it
 * target = a {@link Start}, or one of the plain words used by responders: yes, no, person, greeting, …
 * </pre>
 *
 * A pattern is a regular expression over {@link Words#fold folded} text; it may match anywhere unless anchored. The first
 * matching line of a clause wins, so special cases stand above general ones.
 */
public final class Wishes {
    private static final List<Rule> RULES = read();
    private static final List<Rule> STARTING = RULES.stream()
            .filter(rule -> !rule.whole && Start.parse(rule.target).isPresent())
            .toList();
    private static final Map<String, List<Rule>> BY_TARGET =
            RULES.stream().collect(Collectors.groupingBy(Rule::target));
    /** Where one wish ends and another may begin. */
    private static final Pattern CLAUSES = Pattern.compile(
            "[.;!?\\n]+|,? (?:et|puis|ensuite|and|then|also) (?:aussi |puis |apres |ensuite |also |then |je |j'|i |il me faut |could |can |please )?"
                    + "(?=\\p{L})|, ");

    private record Rule(String target, FilteredPattern pattern, boolean whole) {
        boolean occursIn(String text) {
            return pattern.occursIn(text);
        }

        boolean is(String text) {
            return pattern.is(text);
        }
    }

    private Wishes() {}

    /** The targets of a message, in the order they were said, each once; clause by clause, then the message as a whole. */
    public static List<String> in(String utterance) {
        String folded = Words.fold(utterance.replace('\n', '.'));
        Optional<String> plain = whole(utterance);
        if (plain.isPresent()) {
            return List.of(plain.get());
        }
        Set<String> found = new LinkedHashSet<>();
        boolean story = isStory(folded);
        for (String part : CLAUSES.split(folded)) {
            String clause = part.strip();
            String target = first(clause);
            if (target == null
                    && ITEM.matcher(clause).find()
                    && found.stream().anyMatch(one -> one.startsWith(ORDER))) {
                // “une souris et un clavier”: the verb stands once
                target = first("commander " + clause);
            }
            if (target != null && counts(target, clause, story)) {
                found.add(target);
            }
        }
        if (found.isEmpty() && !story) {
            // in a long story words that stand far apart have nothing to do with each other
            String whole = first(folded);
            if (whole != null && counts(whole, folded, story)) {
                found.add(whole);
            }
        }
        return List.copyOf(found);
    }

    /** “How do I…”: somebody asks to be told, not to have it done. */
    private static final Pattern HOW = Pattern.compile(
            "^(bonjour |hello |hi )?(comment |how (do|does|can|to|would) |(c'est|est-ce) possible |qui |what |quel|pour |where |(can i|could i) (?!(get|have|book) an? )|puis-je )");

    /** What a long story must contain for one of its clauses to count as a request. */
    private static final Pattern ASKED_FOR = Pattern.compile(
            "\\b(je veux|je voudrais|j'aimerais|besoin|il me faut|il m'en faut|pouvez|pourriez|merci de|please|i need|i want|i'd like|can you|could you)\\b");

    private static final int LONG_STORY = 30;

    /** “Je ne veux pas de…”, “I don't need…”: said so as not to get it. */
    private static final Pattern NOT_WANTED = Pattern.compile(
            "\\b(ne |n')?(veux|veut|voudrais|souhaite|desire) (surtout )?pas\\b|\\bpas besoin\\b|\\b(don't|dont|do not) (want|need)\\b|\\bno need\\b");

    private static boolean counts(String target, String clause, boolean story) {
        if (!target.startsWith("request:")) {
            return true;
        }
        return !NOT_WANTED.matcher(clause).find()
                && !HOW.matcher(clause).find()
                && (!story || ASKED_FOR.matcher(clause).find());
    }

    private static final String ORDER = "request:order";
    /** How a further thing of a list begins. */
    private static final Pattern ITEM =
            Pattern.compile("^(aussi |also )?(un|une|des|le|la|mon|ma|a|an|some|my|the) \\p{L}+");

    /**
     * What was said beside the wishes about something of ours: “mon PC ne démarre plus et il me faut un casque” wants a headset,
     * and still tells that a PC does not start. Folded clauses, in order.
     */
    public static List<String> besides(String utterance) {
        List<String> wished = in(utterance);
        if (wished.isEmpty() || !wished.stream().allMatch(one -> one.startsWith(ORDER) || one.startsWith("lookup:"))) {
            return List.of();
        }
        List<String> others = new ArrayList<>();
        for (String part : CLAUSES.split(Words.fold(utterance.replace('\n', '.')))) {
            String clause = part.strip();
            String ordered = first("commander " + clause);
            boolean ofAWish = first(clause) != null || (ordered != null && wished.contains(ordered));
            if (!ofAWish && clause.split(" ").length > 3 && mentions("it-subject", clause)) {
                others.add(clause);
            }
        }
        return others;
    }

    private static boolean isStory(String folded) {
        return folded.split(" ").length > LONG_STORY;
    }

    /** Whether the whole message matches a pattern of this target, for instance {@code yes}. */
    public static boolean is(String target, String utterance) {
        String folded = Words.fold(utterance).replaceAll("[\\s.!,…]+$", "");
        String full = Shorthand.inFull(folded);
        return BY_TARGET.getOrDefault(target, List.of()).stream().anyMatch(rule -> rule.is(folded) || rule.is(full));
    }

    /** Whether a clause of the message matches a pattern of this target: “j'ai essayé, ça ne marche toujours pas”. */
    public static boolean isInAClause(String target, String utterance) {
        return CLAUSES.splitAsStream(Words.fold(utterance.replace('\n', '.'))).anyMatch(clause -> is(target, clause));
    }

    /** Whether a pattern of this target occurs in the message, as written or with its abbreviations in full. */
    public static boolean mentions(String target, String utterance) {
        return mentioned(List.of(target), utterance).isPresent();
    }

    /** The first of these targets of which a pattern occurs in the message. */
    public static Optional<String> mentioned(Collection<String> targets, String utterance) {
        String folded = Words.fold(utterance);
        String full = Shorthand.inFull(folded);
        return targets.stream()
                .filter(target -> BY_TARGET.getOrDefault(target, List.of()).stream()
                        .anyMatch(rule -> rule.occursIn(folded) || (!full.equals(folded) && rule.occursIn(full))))
                .findFirst();
    }

    /** Whether a pattern of this target occurs in what is left of the message without those of another target. */
    public static boolean mentionsWithout(String target, String without, String utterance) {
        String rest = Words.fold(utterance);
        for (Rule rule : BY_TARGET.getOrDefault(without, List.of())) {
            rest = rule.pattern.replacedIn(rest, " ");
        }
        return mentions(target, rest);
    }

    /** What the message as a whole asks to start. */
    private static Optional<String> whole(String utterance) {
        String folded = Words.fold(utterance).replaceAll("[\\s.!?,…]+$", "");
        return RULES.stream()
                .filter(rule -> rule.whole && rule.is(folded))
                .map(Rule::target)
                .findFirst();
    }

    private static @Nullable String first(String clause) {
        return clause.isEmpty()
                ? null
                : STARTING.stream()
                        .filter(rule -> rule.occursIn(clause))
                        .map(Rule::target)
                        .findFirst()
                        .orElse(null);
    }

    private static Rule rule(String line, int equals) {
        boolean whole = line.startsWith(" == ", equals);
        String pattern = line.substring(equals + (whole ? 4 : 3)).strip();
        return new Rule(line.substring(0, equals).strip(), FilteredPattern.of(pattern), whole);
    }

    private static List<Rule> read() {
        List<Rule> rules = new ArrayList<>();
        var stream = Objects.requireNonNull(Wishes.class.getResourceAsStream("/wishes.txt"), "wishes.txt is missing");
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int equals = line.indexOf(" =");
                if (!line.startsWith("#") && equals > 0) {
                    rules.add(rule(line, equals));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("wishes.txt cannot be read", unreadable);
        }
        return rules;
    }
}
