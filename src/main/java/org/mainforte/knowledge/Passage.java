package org.mainforte.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Start;
import org.mainforte.kernel.Language;
import org.mainforte.markdown.Section;
import org.mainforte.markdown.Tables;

/**
 * One section of an article, as it is said to somebody.
 *
 * @param article the topic's id
 * @param section the anchor
 * @param text Markdown; inserts are still in it, see {@link Inserts}
 * @param url the page at that section
 * @param starts what can be started from the article
 * @param urgent the danger the article is about, or null
 */
public record Passage(
        String article,
        Language language,
        String title,
        String section,
        String sectionTitle,
        String text,
        String url,
        List<Start> starts,
        @Nullable String urgent) {
    public Passage {
        starts = List.copyOf(starts);
    }

    static Passage of(Article article, Section section) {
        return new Passage(
                article.id(),
                article.language(),
                article.title(),
                section.anchor(),
                section.title(),
                Tables.asLists(section.wholeMarkdown(), article.language()),
                article.url() + "#" + section.anchor(),
                article.starts(),
                article.urgent());
    }

    /** The same with another text. */
    Passage saying(String text) {
        return new Passage(article, language, title, section, sectionTitle, text, url, starts, urgent);
    }
}
