package org.mainforte.conversation;

import org.mainforte.kernel.ConversationId;

/** A person erased a conversation; published in the erasing transaction, so that other rooms forget theirs with it. */
public record ConversationErased(ConversationId conversation) {}
