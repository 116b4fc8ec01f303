package org.mainforte.conversation;

import java.util.Optional;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;

/** Somebody who translates what people write to each other; there may be none. */
public interface Translator {
    /** Whether it could translate now. */
    boolean ready();

    /**
     * The same in the other language; takes a few seconds at most.
     *
     * @param said its author's name does not leave the house
     * @param reader who asked for it, and on whose account it goes
     * @return empty when it cannot now
     */
    Optional<String> translate(Message said, Language to, PersonId reader);
}
