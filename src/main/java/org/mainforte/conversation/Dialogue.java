package org.mainforte.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the assistant keeps in mind between two turns; stored with the conversation as JSON.
 *
 * @param filling the request being filled in
 * @param proposal the id of the request whose card waits for a yes or no
 * @param guide the run of a guide that is under way
 * @param waiting wishes said in the same breath as another, not begun yet, as {@link org.mainforte.catalogue.Start}s
 * @param misses turns in a row that did not help
 * @param article the article shown last
 * @param question what was asked last, in the person's words
 * @param context where the person is stuck, in words for whoever takes over
 */
public record Dialogue(
        @Nullable Filling filling,
        @Nullable String proposal,
        @Nullable String guide,
        List<String> waiting,
        int misses,
        @Nullable String article,
        @Nullable String question,
        @Nullable String context) {

    /** A request being filled in: its kind and the raw values so far. */
    public record Filling(String kind, Map<String, String> values) {}

    public static final Dialogue NEW = new Dialogue(null, null, null, List.of(), 0, null, null, null);

    public Dialogue {
        waiting = List.copyOf(waiting);
    }

    public Dialogue filling(@Nullable Filling now) {
        return new Dialogue(now, proposal, guide, waiting, misses, article, question, context);
    }

    public Dialogue proposal(@Nullable String now) {
        return new Dialogue(filling, now, guide, waiting, misses, article, question, context);
    }

    public Dialogue guide(@Nullable String now) {
        return new Dialogue(filling, proposal, now, waiting, misses, article, question, context);
    }

    /** Keeps a wish for later, unless it waits already. */
    public Dialogue waitFor(String start) {
        if (waiting.contains(start)) {
            return this;
        }
        List<String> more = new ArrayList<>(waiting);
        more.add(start);
        return new Dialogue(filling, proposal, guide, more, misses, article, question, context);
    }

    public Dialogue waiting(List<String> now) {
        return new Dialogue(filling, proposal, guide, now, misses, article, question, context);
    }

    public Dialogue misses(int now) {
        return new Dialogue(filling, proposal, guide, waiting, now, article, question, context);
    }

    public Dialogue shown(@Nullable String nowArticle, @Nullable String nowQuestion) {
        return new Dialogue(filling, proposal, guide, waiting, misses, nowArticle, nowQuestion, context);
    }

    public Dialogue context(@Nullable String now) {
        return new Dialogue(filling, proposal, guide, waiting, misses, article, question, now);
    }
}
