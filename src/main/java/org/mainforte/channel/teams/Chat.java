package org.mainforte.channel.teams;

import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.PersonId;

/**
 * A chat of Teams and how to answer there.
 *
 * @param bot our own id in it, and {@code member} the id of the person in a personal chat
 * @param person whose it is; null in groups, and while the directory does not know them
 * @param conversation our conversation that new words go to
 * @param gone whether Teams said that we are not wanted there any more
 */
record Chat(
        String id,
        boolean personal,
        @Nullable String tenant,
        String serviceUrl,
        String bot,
        @Nullable String member,
        @Nullable PersonId person,
        @Nullable ConversationId conversation,
        boolean welcomed,
        boolean gone) {}
