package org.mainforte.knowledge;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mainforte.catalogue.Catalogue;
import org.mainforte.catalogue.Lookup;
import org.mainforte.catalogue.Start;
import org.mainforte.kernel.Language;
import org.mainforte.people.Employee;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Puts the answer of a lookup where an article says {@code {{lookup:<id>}}} or, narrowed, {@code {{lookup:<id>?site=nancy}}}; a
 * line whose lookup has nothing to say disappears.
 */
@Component
public class Inserts {
    private static final Pattern LINE = Pattern.compile("(?m)^[ \\t]*\\{\\{(lookup:[^{}\\s]+)}}[ \\t]*$");

    private final Function<String, Optional<Lookup>> lookups;

    @Autowired
    Inserts(Catalogue catalogue) {
        this(catalogue::lookup);
    }

    Inserts(Function<String, Optional<Lookup>> lookups) {
        this.lookups = lookups;
    }

    /** The passage as this employee is to read it at this moment. */
    public Passage fill(Passage passage, Employee employee, Instant now) {
        return passage.saying(replaced(
                passage.text(),
                (lookup, values) -> Optional.of(
                        lookup.answer(employee, passage.language(), now, values).text())));
    }

    /** A text as everybody may read it. */
    public String fillForEverybody(String markdown, Language language) {
        return replaced(markdown, (lookup, values) -> lookup.forEverybody(language, values));
    }

    /** What a text says by its inserts to everybody alike; empty for most texts. */
    String general(String markdown, Language language) {
        var said = new StringBuilder();
        replaced(markdown, (lookup, values) -> {
            if (lookup.isGeneral(values)) {
                lookup.forEverybody(language, values)
                        .ifPresent(text -> said.append(text).append('\n'));
            }
            return Optional.empty();
        });
        return said.toString();
    }

    private String replaced(String markdown, BiFunction<Lookup, Map<String, String>, Optional<String>> answer) {
        return LINE.matcher(markdown)
                .replaceAll(line -> Matcher.quoteReplacement(Start.parse(line.group(1))
                        .flatMap(insert ->
                                lookups.apply(insert.id()).flatMap(lookup -> answer.apply(lookup, insert.values())))
                        .orElse("")))
                .strip();
    }
}
