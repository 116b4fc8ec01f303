package org.mainforte.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation stands with the people behind the assistant.
 *
 * @param queuePosition from 1, while it waits for an agent
 * @param waitMinutes how long that will take, as far as anybody can tell
 * @param agent the name of who holds it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Standing(
        ConversationState state,
        @Nullable Integer queuePosition,
        @Nullable Integer waitMinutes,
        @Nullable String agent) {}
