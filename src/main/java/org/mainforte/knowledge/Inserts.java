package org.mainforte.knowledge;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mainforte.catalogue.Catalogue;
import org.mainforte.catalogue.Lookup;
import org.mainforte.kernel.Language;
import org.mainforte.people.Employee;
import org.springframework.stereotype.Component;

/** Puts the answer of a lookup where an article says {@code {{lookup:<id>}}}; a line whose lookup has nothing to say disappears. */
@Component
public class Inserts {
    private static final Pattern LINE = Pattern.compile("(?m)^[ \\t]*\\{\\{lookup:([a-z0-9-]+)}}[ \\t]*$");

    private final Catalogue catalogue;

    Inserts(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The passage as this employee is to read it at this moment. */
    public Passage fill(Passage passage, Employee employee, Instant now) {
        return passage.saying(replaced(
                passage.text(),
                lookup -> Optional.of(lookup.answer(employee, passage.language(), now, Map.of())
                        .text())));
    }

    /** A text as everybody may read it. */
    public String fillForEverybody(String markdown, Language language) {
        return replaced(markdown, lookup -> lookup.forEverybody(language));
    }

    private String replaced(String markdown, Function<Lookup, Optional<String>> answer) {
        return LINE.matcher(markdown)
                .replaceAll(line -> Matcher.quoteReplacement(
                        catalogue.lookup(line.group(1)).flatMap(answer).orElse("")))
                .strip();
    }
}
