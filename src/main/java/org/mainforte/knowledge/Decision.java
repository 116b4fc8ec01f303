package org.mainforte.knowledge;

import java.util.List;

/** What the knowledge base has to say to a question. */
public sealed interface Decision {
    /** What it is called where it is explained. */
    default String name() {
        return switch (this) {
            case Found found -> "answer";
            case Near near -> "choice";
            case Elsewhere elsewhere -> "another-subject";
            case Nothing nothing -> "unknown";
            case Unread unread -> "unknown";
        };
    }

    /** Whether it says or offers something of an article. */
    default boolean offers(String article) {
        return switch (this) {
            case Found found -> found.passage().article().equals(article);
            case Near near ->
                near.passages().stream().anyMatch(passage -> passage.article().equals(article));
            case Elsewhere elsewhere -> false;
            case Nothing nothing -> false;
            case Unread unread -> false;
        };
    }

    /** One passage clearly answers. */
    record Found(Passage passage) implements Decision {}

    /** Two or three passages may be meant; the person is asked which. */
    record Near(List<Passage> passages) implements Decision {
        public Near {
            passages = List.copyOf(passages);
        }
    }

    /** Nothing relevant is known. */
    record Nothing() implements Decision {}

    /** The library is being read again; nothing can be said yet. */
    record Unread() implements Decision {}

    /** The question is about something that has nothing to do with us. */
    record Elsewhere() implements Decision {}
}
