package org.mainforte.catalogue;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;

/** Where a room tells an employee what happened outside the conversation in which they asked for something. */
@FunctionalInterface
public interface NoticeBoard {
    /**
     * Puts a message into the conversation, in the transaction of what it tells; nothing when the conversation was erased.
     *
     * @param person the name of the person whose words these are; null when the product itself speaks
     * @param text Markdown, in the language of the conversation
     */
    void post(
            ConversationId conversation,
            @Nullable String person,
            Function<Language, String> text,
            Function<Language, List<Offer>> offers);
}
