package org.mainforte.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;

/** A stored message, as the contract shows it. {@code seq} counts from 1 within the conversation, without gaps. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Message(
        int seq,
        String id,
        OffsetDateTime at,
        Author author,
        MessageKind kind,
        Language language,
        String text,
        List<Source> sources,
        List<Choice> choices,
        Card.@Nullable Form form,
        Card.@Nullable Step step,
        Card.@Nullable Proposal proposal,
        Card.@Nullable Receipt receipt,
        @Nullable String clientId) {

    /** The same message in other words. */
    public Message saying(String words) {
        return new Message(
                seq, id, at, author, kind, language, words, sources, choices, form, step, proposal, receipt, clientId);
    }

    /** Who speaks, and the name shown. */
    public record Author(Kind kind, String name) {}

    /** Whether an employee, the assistant (a machine), an agent (a person) or the system speaks. */
    public enum Kind {
        EMPLOYEE,
        ASSISTANT,
        AGENT,
        SYSTEM;

        @JsonValue
        public String written() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String written) {
            return valueOf(written.toUpperCase(Locale.ROOT));
        }
    }
}
