package org.mainforte.knowledge;

import java.util.List;

/** What the knowledge base has to say to a question. */
public sealed interface Decision {
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
