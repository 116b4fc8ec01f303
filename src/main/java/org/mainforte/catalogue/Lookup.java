package org.mainforte.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mainforte.kernel.Language;
import org.mainforte.people.Employee;

/** Something that can be read and answered at once, about the person who asks and nobody else. */
public interface Lookup {
    /** The value that holds what the person typed, when they typed it rather than pressed a button. */
    String SAID = "said";

    /** As written after {@code lookup:} in articles, for instance {@code my-tickets}. */
    String id();

    /** What holds for this person now. {@code values} may narrow it, for instance {@code reference=T-100001}. */
    Answer answer(Employee employee, Language language, Instant now, Map<String, String> values);

    /** What holds for everybody, for a page read without signing in; empty when there is nothing to say in general. */
    default Optional<String> forEverybody(Language language) {
        return Optional.empty();
    }

    /** Markdown, and what may be started from it. */
    record Answer(String text, List<Offer> offers) {
        public Answer {
            offers = List.copyOf(offers);
        }
    }
}
