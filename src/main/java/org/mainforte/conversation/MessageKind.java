package org.mainforte.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a message is, as clients draw it and reports count it. Written in lower case with hyphens. */
public enum MessageKind {
    TEXT,
    ANSWER,
    CLARIFICATION,
    UNKNOWN,
    OUT_OF_SCOPE,
    STEP,
    FORM,
    PROPOSAL,
    RECEIPT,
    HANDOVER,
    NOTICE;

    @JsonValue
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static MessageKind of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
