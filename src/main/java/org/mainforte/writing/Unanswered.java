package org.mainforte.writing;

import java.time.LocalDate;
import java.util.List;
import org.mainforte.kernel.Language;

/**
 * A need of several people that the knowledge base does not meet.
 *
 * @param count how often it was asked, of which {@code unknown}, {@code outOfScope} and {@code notHelpful}
 * @param last the day it was asked last
 * @param examples wordings, personal data masked, the most typical first
 * @param drafts the beginning of an article, one file a language
 */
public record Unanswered(
        String id,
        Language language,
        int count,
        int unknown,
        int outOfScope,
        int notHelpful,
        LocalDate last,
        List<String> examples,
        List<Draft> drafts) {
    public Unanswered {
        examples = List.copyOf(examples);
        drafts = List.copyOf(drafts);
    }

    /** A file to save under {@code articles/} once it is written. */
    public record Draft(String file, Language language, String text) {}
}
