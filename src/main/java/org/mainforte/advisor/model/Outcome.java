package org.mainforte.advisor.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Start;

/** What a turn of the model came to, before any of it is said. */
sealed interface Outcome {
    /**
     * Checked words.
     *
     * @param verdict answer, told (from lookups alone) or clarification
     * @param cited ids of the evidence
     */
    record Words(Verdict verdict, String text, Set<String> cited) implements Outcome {}

    /** Something is to be begun as a button would begin it; further wishes wait their turn. */
    record Begin(Start start, List<Start> also, @Nullable Words words) implements Outcome {}

    /** A person is to be got. */
    record Person(@Nullable Words words) implements Outcome {}

    /** Nothing is known, or it is another subject. */
    record Nothing(Verdict verdict) implements Outcome {}

    /** The plain path answers. @param notice the text key of an honest line before it */
    record Plain(@Nullable String notice) implements Outcome {}
}
