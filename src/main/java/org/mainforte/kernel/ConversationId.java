package org.mainforte.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a conversation: 122 random bits, so that it cannot be guessed. */
public record ConversationId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConversationId {}

    @Override
    public String toString() {
        return value;
    }
}
