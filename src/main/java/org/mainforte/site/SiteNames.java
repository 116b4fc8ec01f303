package org.mainforte.site;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mainforte.kernel.Language;

/** Finds the site a text speaks of: by its name in any language, or by what is left of that when the kind of place is left out. */
final class SiteNames {
    /** “Campus de Lyon”, “Lyon campus” are “Lyon” to the people there. */
    private static final Pattern KIND_OF_PLACE = Pattern.compile(
            "^(?:campus|site|agence|siege|usine|tour) (?:de la |de l |de |du |des |d )?| (?:campus|site|office|plant|tower)$");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** By site, its names as they stand in a text that was made comparable. */
    private final Map<Site, Set<String>> names;

    SiteNames(Collection<Site> sites) {
        this.names = sites.stream()
                .collect(Collectors.toUnmodifiableMap(
                        site -> site,
                        site -> Stream.of(Language.values())
                                .map(language -> words(site.name(language)).strip())
                                .flatMap(name -> Stream.of(
                                        name, KIND_OF_PLACE.matcher(name).replaceAll("")))
                                .filter(name -> !name.isEmpty())
                                .map(name -> " " + name + " ")
                                .collect(Collectors.toUnmodifiableSet())));
    }

    /** Empty when no site is named, or more than one. */
    Optional<Site> in(String text) {
        String said = words(text);
        var named = names.entrySet().stream()
                .filter(site -> site.getValue().stream().anyMatch(said::contains))
                .map(Map.Entry::getKey)
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /** Lower case, no accents, one space around each word. */
    private static String words(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return " "
                + BETWEEN_WORDS
                        .matcher(plain.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
    }
}
