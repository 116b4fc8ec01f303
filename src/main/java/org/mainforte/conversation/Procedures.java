package org.mainforte.conversation;

import java.util.Optional;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;

/** Knows how far people are in the procedures they are led through; the room that leads them implements it. */
@FunctionalInterface
public interface Procedures {
    /** The procedure gone through last in this conversation. */
    Optional<Progress> of(ConversationId conversation, Language language);
}
