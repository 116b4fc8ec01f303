package org.mainforte.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where a conversation stands with the people behind the assistant.
 *
 * @param queuePosition from 1, while it waits for an agent
 * @param waitMinutes how long that will take, as far as anybody can tell
 * @param agent the name of who holds it
 * @param survey true while the question asked at the end waits for its answer, for an hour; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Standing(
        ConversationState state,
        @Nullable Integer queuePosition,
        @Nullable Integer waitMinutes,
        @Nullable String agent,
        @Nullable Boolean survey) {
    /** Without anything but the state. */
    public static Standing of(ConversationState state) {
        return new Standing(state, null, null, null, null);
    }
}
