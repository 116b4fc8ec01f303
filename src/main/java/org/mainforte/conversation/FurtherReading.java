package org.mainforte.conversation;

import java.util.List;
import org.mainforte.catalogue.Start;

/** Where a person can read more about what they have just looked up. */
public interface FurtherReading {
    /** Articles that were found for the words of this turn and that offer the same lookup; best first, often none. */
    List<Source> about(Start lookup, Turn turn);
}
