package org.mainforte.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;

/**
 * An article that was found; the shape the contract gives to clients.
 *
 * @param article the topic's id
 * @param language that of the article, which may differ from the one asked in when there is only one
 * @param section the anchor of the section that fits best
 * @param score for ordering only
 * @param snippet a few words out of that section, plain text
 * @param url {@code /kb/fr/<id>#<anchor>}
 * @param explanation why it ranks where it does; only when asked for
 */
public record Hit(
        String article,
        Language language,
        String title,
        String section,
        String sectionTitle,
        double score,
        String snippet,
        String url,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Explanation explanation) {
    /** The same, and why. */
    Hit explained(Explanation why) {
        return new Hit(article, language, title, section, sectionTitle, score, snippet, url, why);
    }
}
