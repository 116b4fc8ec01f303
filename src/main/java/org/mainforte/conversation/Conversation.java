package org.mainforte.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;

/**
 * A conversation as it stands.
 *
 * @param lastSeq the number of its last message
 * @param askedSeq the employee's last message, and {@code answeredSeq} how far the assistant has answered
 * @param pendingRequest a confirmed request whose outcome the person has not been told yet
 */
public record Conversation(
        ConversationId id,
        PersonId person,
        Language language,
        ConversationState state,
        Instant createdAt,
        int lastSeq,
        int askedSeq,
        int answeredSeq,
        @Nullable String pendingRequest,
        Dialogue dialogue) {

    /** Whether everything said so far has been answered and every outcome told. */
    public boolean idle() {
        return answeredSeq >= askedSeq && pendingRequest == null;
    }

    Conversation said(Language inLanguage) {
        return new Conversation(
                id,
                person,
                inLanguage,
                state,
                createdAt,
                lastSeq + 1,
                lastSeq + 1,
                answeredSeq,
                pendingRequest,
                dialogue);
    }

    Conversation in(ConversationState now) {
        return new Conversation(
                id, person, language, now, createdAt, lastSeq, askedSeq, answeredSeq, pendingRequest, dialogue);
    }

    Conversation added() {
        return new Conversation(
                id, person, language, state, createdAt, lastSeq + 1, askedSeq, answeredSeq, pendingRequest, dialogue);
    }

    Conversation answered(int seq, Dialogue now) {
        return new Conversation(
                id,
                person,
                language,
                state,
                createdAt,
                lastSeq,
                askedSeq,
                Math.max(answeredSeq, seq),
                pendingRequest,
                now);
    }

    Conversation pending(@Nullable String request) {
        return new Conversation(
                id, person, language, state, createdAt, lastSeq, askedSeq, answeredSeq, request, dialogue);
    }

    Conversation dialogue(Dialogue now) {
        return new Conversation(
                id, person, language, state, createdAt, lastSeq, askedSeq, answeredSeq, pendingRequest, now);
    }
}
