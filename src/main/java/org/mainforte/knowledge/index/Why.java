package org.mainforte.knowledge.index;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a topic answers a query as well as it does.
 *
 * @param words everything that was asked, in the order of the query; words without meaning of their own are left out
 * @param nearestQuestion of those a writer foresaw, null when none has a word in common
 */
public record Why(List<WordMatch> words, @Nullable String nearestQuestion) {
    public Why {
        words = List.copyOf(words);
    }

    /**
     * A word or expression of the query.
     *
     * @param importance how much it tells topics apart; 0 when no article has it
     * @param strength from 0 to 1: how much the topic speaks of it
     * @param anotherSubject whether it belongs to a subject the assistant knows nothing about
     * @param found each way in which the topic has it, the best first; empty when it has not
     */
    public record WordMatch(String word, double importance, double strength, boolean anotherSubject, List<Way> found) {
        public WordMatch {
            found = List.copyOf(found);
        }
    }

    /**
     * A way in which a topic has a word.
     *
     * @param text what stands in the article, or all ways to say it for a synonym
     * @param weight from 0 to 1, how surely it means the same
     * @param fields where it stands: title, summary, keywords, questions, headings, text
     */
    public record Way(Kind kind, String text, double weight, List<String> fields) {
        public Way {
            fields = List.copyOf(fields);
        }
    }

    /** How what was found is related to what was written. */
    public enum Kind {
        AS_WRITTEN,
        SYNONYM,
        SAME_ROOT,
        CORRECTED,
        PART_OF_EXPRESSION,
        OTHER_LANGUAGE;

        /** As it stands in JSON: {@code as-written}. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
