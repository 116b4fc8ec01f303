package org.mainforte.masking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mainforte.catalogue.Words;

/**
 * Finds names: known ones in any spelling of case, common first names with what follows them, and whoever introduces or signs
 * themselves. A known name that is also an ordinary word counts only with a capital letter inside a sentence.
 */
public final class Names {
    private static final Set<String> FIRST = firstNames();
    private static final int SHORTEST = 3;
    private static final String CAPITAL = "\\p{Lu}[\\p{L}'’-]*";
    private static final String PARTICLE = "(?:(?:de|du|des|la|le|el|ben|van|von|der|di|da)[ ]){0,2}";
    private static final Pattern PRESENTED = Pattern.compile(
            "(?iu)\\b(?:je m['’]appelle|mon nom (?:est|c['’]est)|mon nom[ ]?:|nom[ ]?:|moi c['’]est|my name is|name[ ]?:|i['’]?m called)[ ]+"
                    + "(\\p{L}[\\p{L}'’-]*(?:[ ](?-i:" + PARTICLE + CAPITAL
                    + ")){0,2}(?:[ ](?!et\\b|and\\b|je\\b|j['’]|mon\\b|my\\b|i\\b|de\\b|du\\b|à\\b|from\\b)\\p{Ll}{3,}(?=[ ]*(?:$|[,.;!?\\n])))?)");
    private static final Pattern SIGNED = Pattern.compile(
            "(?iu)\\b(?:cordialement|bien à vous|bonne journée|salutations|regards|sincerely|cheers)[ ]*[,.:!\\n]++[ \\n]*+"
                    + "(\\p{L}[\\p{L}'’-]*(?:[ ]" + CAPITAL + "){0,2})");
    /** Without any of these nobody introduces or signs themselves. */
    private static final Pattern SIGN = Pattern.compile(
            "[Aa]ppelle|[Nn]om\\b|[Mm]oi c|[Nn]ame|[Cc]alled|[Cc]ordialement|[Bb]ien à|journée|alutations|egards|incerely|heers");

    private static final Pattern TITLED = Pattern.compile(
            "\\b(?:M\\.|Mme|Mlle|Mr\\.?|Mrs\\.?|Ms\\.?|Dr\\.?|Monsieur|Madame|monsieur|madame|mme)[ \\u00A0]("
                    + PARTICLE + CAPITAL + "(?:[ ]" + PARTICLE + CAPITAL + "){0,2})");
    private static final Pattern CALLED =
            Pattern.compile("(?<![\\p{L}\\d{_])" + CAPITAL + "(?:[ ]" + PARTICLE + CAPITAL + "){0,2}");
    private static final Pattern WORD = Pattern.compile("(?<![{_])\\b\\p{L}[\\p{L}'’-]*");

    private final Set<String> known = new HashSet<>();
    private final Set<String> ordinary;
    private final List<Pattern> own;

    private Names(Collection<String> known, Set<String> ordinary, List<Pattern> own) {
        this.ordinary = ordinary;
        this.own = own;
        for (String name : known) {
            Arrays.stream(name.split("[\\s-]+"))
                    .map(Words::fold)
                    .filter(part -> part.length() >= SHORTEST)
                    .forEach(this.known::add);
        }
    }

    /** Nobody in particular. */
    public static Names unknown() {
        return new Names(List.of(), Set.of(), List.of());
    }

    /** @param names of whoever speaks: full names, of which each part counts, whatever its case */
    public static Names of(Collection<String> names) {
        return new Names(
                List.of(),
                Set.of(),
                names.stream()
                        .filter(name -> !name.isBlank())
                        .flatMap(name -> Stream.concat(
                                Stream.of(name),
                                Arrays.stream(name.split("[\\s-]+")).filter(part -> part.length() >= SHORTEST)))
                        .map(Names::literal)
                        .toList());
    }

    /**
     * @param people full names of a directory
     * @param ordinary words that are ordinary before they are a name, folded
     */
    public static Names known(Collection<String> people, Set<String> ordinary) {
        return new Names(people, ordinary, List.of());
    }

    static Pattern literal(String text) {
        return Pattern.compile(
                "(?<![\\p{L}\\d{_])" + Pattern.quote(text.strip()) + "(?![\\p{L}\\d])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** @param masked what stands in a name's place */
    String replaced(String text, UnaryOperator<String> masked) {
        String now = text;
        for (Pattern one : own) {
            now = one.matcher(now).replaceAll(found -> quoted(masked.apply(found.group())));
        }
        for (Pattern pattern : SIGN.matcher(now).find() ? List.of(PRESENTED, SIGNED, TITLED) : List.of(TITLED)) {
            now = pattern.matcher(now).replaceAll(found -> quoted(without(found, masked)));
        }
        now = CALLED.matcher(now)
                .replaceAll(found -> quoted(isCalled(found.group()) ? masked.apply(found.group()) : found.group()));
        return known.isEmpty()
                ? now
                : WORD.matcher(now)
                        .replaceAll(found -> quoted(isKnown(found) ? masked.apply(found.group()) : found.group()));
    }

    private static String without(MatchResult found, UnaryOperator<String> masked) {
        String name = found.group(1);
        return name.contains("{") || name.contains("[")
                ? found.group()
                : found.group().substring(0, found.start(1) - found.start()) + masked.apply(name);
    }

    /** A first name, alone or with what follows; several parts may be joined by hyphens. */
    private static boolean isCalled(String found) {
        String first = found.split("[ '’]")[0];
        return Arrays.stream(first.split("-")).map(Words::fold).anyMatch(FIRST::contains);
    }

    private boolean isKnown(MatchResult found) {
        return Arrays.stream(found.group().split("[-'’]")).anyMatch(part -> {
            String folded = Words.fold(part);
            boolean capital = !part.isEmpty() && Character.isUpperCase(part.charAt(0)) && found.start() > 0;
            return known.contains(folded) && (capital || !ordinary.contains(folded));
        });
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("$", "\\$");
    }

    private static Set<String> firstNames() {
        try (var stream = Objects.requireNonNull(Names.class.getResourceAsStream("/first-names.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("first-names.txt cannot be read", unreadable);
        }
    }
}
