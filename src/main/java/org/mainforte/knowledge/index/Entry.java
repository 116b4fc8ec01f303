package org.mainforte.knowledge.index;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;

/**
 * A topic as the index takes it: its articles in every language it has, since a person may mix languages.
 *
 * @param sites the only sites it concerns; empty means all
 * @param from the first day it may be found, null when there is none
 * @param until the first day it may no longer be found, null when there is none
 */
public record Entry(
        String topic,
        List<String> sites,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        List<Text> texts) {
    public Entry {
        sites = List.copyOf(sites);
        texts = List.copyOf(texts);
    }

    /**
     * One article.
     *
     * @param wordings further questions as people typed them, mistakes included: they are searched like the others, but a word that
     *     only stands there does not count as written right
     */
    public record Text(
            Language language,
            String title,
            String summary,
            List<String> questions,
            List<String> wordings,
            List<String> keywords,
            List<Part> parts) {
        public Text {
            questions = List.copyOf(questions);
            wordings = List.copyOf(wordings);
            keywords = List.copyOf(keywords);
            parts = List.copyOf(parts);
        }

        /** Every way to ask for it. */
        List<String> asked() {
            return Stream.concat(questions.stream(), wordings.stream()).toList();
        }
    }

    /** One section, without markup. */
    public record Part(String anchor, String title, String text) {}
}
