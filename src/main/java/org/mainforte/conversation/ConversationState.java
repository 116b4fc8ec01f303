package org.mainforte.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who a conversation is with: the assistant, an agent soon, an agent, nobody any more. */
public enum ConversationState {
    BOT,
    OFFERED,
    HELD,
    CLOSED;

    /** Whether the assistant answers: it goes on helping while somebody waits for an agent. */
    public boolean assisted() {
        return this == BOT || this == OFFERED;
    }

    @JsonValue
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ConversationState of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }
}
