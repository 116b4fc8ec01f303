package org.mainforte.conversation;

import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether a message of the assistant helped; the last word of the person counts. */
@Component
public class Feedbacks {
    private static final int LONGEST = 2_000;
    private static final int PATIENCE = 3;

    private final JdbcClient jdbc;
    private final ConversationRows rows;
    private final MessageRows messageRows;
    private final Floor floor;
    private final Clock clock;

    Feedbacks(JdbcClient jdbc, ConversationRows rows, MessageRows messageRows, Floor floor, Clock clock) {
        this.floor = floor;
        this.jdbc = jdbc;
        this.rows = rows;
        this.messageRows = messageRows;
        this.clock = clock;
    }

    /** @throws Problem 404 when there is no such message of the assistant, 413 when the comment is too long */
    @Transactional
    public void note(ConversationId conversation, int seq, boolean helpful, @Nullable String comment) {
        if (comment != null && comment.length() > LONGEST) {
            throw new Problem(413, "text-too-long", LONGEST);
        }
        Conversation found = rows.lock(conversation).orElseThrow(Problem::notFound);
        boolean said = messageRows.messages(conversation, seq - 1, 1).stream()
                .anyMatch(message -> message.seq() == seq && message.author().kind() == Message.Kind.ASSISTANT);
        if (!said) {
            throw Problem.notFound();
        }
        int before = jdbc.sql("delete from feedback where conversation = :conversation and seq = :seq")
                .param("conversation", conversation.value())
                .param("seq", seq)
                .update();
        jdbc.sql("""
                insert into feedback (conversation, seq, helpful, comment, at)
                values (:conversation, :seq, :helpful, :comment, :at)""")
                .param("conversation", conversation.value())
                .param("seq", seq)
                .param("helpful", helpful)
                .param("comment", comment)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (!helpful && before == 0 && found.state() == ConversationState.BOT) {
            offerPerson(conversation);
        }
    }

    /** Every third answer that did not help, a person is offered without being asked for. */
    private void offerPerson(ConversationId conversation) {
        int unhelpful = jdbc.sql("select count(*) from feedback where conversation = :conversation and not helpful")
                .param("conversation", conversation.value())
                .query(Integer.class)
                .single();
        if (unhelpful % PATIENCE == 0) {
            floor.speak(
                    conversation,
                    (turn, sink) -> sink.say(Reply.say(MessageKind.HANDOVER, turn.language(), "search.still-broken")
                            .choice(Choice.person(turn.language()))));
        }
    }
}
