package org.mainforte.knowledge;

import java.util.List;
import org.mainforte.knowledge.index.Ranked;

/** When the search may answer, when it has to ask, and when it has to say that it does not know. */
final class Confidence {
    private Confidence() {}

    /** How many of the ranked topics are to be offered: 0 nothing is known, 1 a clear answer, 2 or 3 a choice. */
    static int choices(List<Ranked> ranked) {
        return ranked.isEmpty() ? 0 : 1;
    }
}
