package org.mainforte.knowledge;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.mainforte.kernel.Language;
import org.mainforte.markdown.Plain;
import org.mainforte.markdown.Section;

/**
 * What articles say by their inserts to everybody alike, such as which sites there are: searched like their own words, though
 * it comes from elsewhere and changes by itself.
 */
final class SaidToAll {
    private final Library library;
    private final Inserts inserts;
    /** By topic; only those that say something so. */
    private Map<String, String> last = Map.of();

    SaidToAll(Library library, Inserts inserts) {
        this.library = library;
        this.inserts = inserts;
    }

    String in(Section section, Language language) {
        String markdown = section.wholeMarkdown();
        return markdown.contains("{{") ? Plain.text(inserts.general(markdown, language)) : "";
    }

    /** The topics that say something else so than when this was last asked. Only those that did, and these, are looked at. */
    Set<String> changed(Collection<String> touched) {
        Set<String> topics = new HashSet<>(last.keySet());
        topics.addAll(touched);
        Map<String, String> now = new HashMap<>();
        topics.forEach(topic -> {
            String said = in(topic);
            if (!said.isEmpty()) {
                now.put(topic, said);
            }
        });
        topics.removeIf(topic -> now.getOrDefault(topic, "").equals(last.getOrDefault(topic, "")));
        last = now;
        return topics;
    }

    private String in(String topic) {
        var said = new StringBuilder();
        for (Language language : Language.values()) {
            library.article(topic, language)
                    .ifPresent(article -> article.sections().forEach(section -> said.append(in(section, language))));
        }
        return said.toString();
    }
}
