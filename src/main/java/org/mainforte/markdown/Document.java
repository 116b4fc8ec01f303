package org.mainforte.markdown;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A file of the knowledge base: front matter and sections.
 *
 * <pre>
 * file      = "---" NL yaml "---" NL *section
 * section   = "## " title [ " {" [ "#" anchor ] *( " " key "=" value ) "}" ] NL markdown *child
 * child     = "### " title [ " {" … "}" ] NL markdown
 * anchor    = lower-case Latin letters, digits and hyphens
 * </pre>
 *
 * @param frontMatter the YAML between the dashes; days are {@link LocalDate}
 * @param faults everything that is wrong, in the order of the file; what could be read is there all the same
 */
public record Document(Map<String, Object> frontMatter, List<Section> sections, List<Link> links, List<Fault> faults) {
    public Document {
        frontMatter = Map.copyOf(frontMatter);
        sections = List.copyOf(sections);
        links = List.copyOf(links);
        faults = List.copyOf(faults);
    }

    /** @param fileName what to call the file in a fault */
    public static Document parse(String text, String fileName) {
        return new DocumentReader(text, fileName).read();
    }

    /** A value of the front matter as text; empty when it is missing, blank or a list. */
    public Optional<String> text(String key) {
        Object value = frontMatter.get(key);
        return value == null || value instanceof List<?> || value instanceof Map<?, ?>
                ? Optional.empty()
                : Optional.of(value.toString().strip()).filter(Predicate.not(String::isEmpty));
    }

    /** A list of the front matter; a single value counts as a list of one. */
    public List<String> texts(String key) {
        Object value = frontMatter.get(key);
        if (value instanceof List<?> list) {
            return list.stream()
                    .flatMap(item -> item == null
                            ? Stream.of()
                            : Stream.of(item.toString().strip()))
                    .toList();
        }
        return text(key).map(List::of).orElse(List.of());
    }

    /** A day of the front matter; empty when it is missing or not a day. */
    public Optional<LocalDate> day(String key) {
        return frontMatter.get(key) instanceof LocalDate day ? Optional.of(day) : Optional.empty();
    }
}
