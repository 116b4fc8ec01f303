package org.mainforte.handover;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ConversationId;
import org.mainforte.request.RequestSettled;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where a visit was asked for, and how it ended. */
@Repository
class Visits {
    private final JdbcClient jdbc;

    Visits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param minutes on site */
    record Report(VisitOutcome outcome, int minutes) {}

    /** Remembers the conversation in which an appointment was booked, in the transaction that books it. */
    @EventListener
    void settled(RequestSettled event) {
        ConversationId conversation = event.request().conversation();
        if (conversation != null
                && event.receipt() != null
                && event.receipt().kind().equals("appointment")) {
            jdbc.sql("insert into visit (appointment, conversation) values (:id, :conversation) on conflict do nothing")
                    .param("id", event.receipt().reference())
                    .param("conversation", conversation.value())
                    .update();
        }
    }

    Optional<ConversationId> conversation(String appointment) {
        return jdbc.sql("select conversation from visit where appointment = :id and conversation is not null")
                .param("id", appointment)
                .query((row, number) -> new ConversationId(row.getString("conversation")))
                .optional();
    }

    Optional<Report> report(String appointment) {
        return jdbc.sql("select outcome, minutes from visit where appointment = :id and outcome is not null")
                .param("id", appointment)
                .query((row, number) ->
                        new Report(VisitOutcome.of(row.getString("outcome")).orElseThrow(), row.getInt("minutes")))
                .optional();
    }

    /** @return false when it was reported before */
    boolean end(String appointment, Report report, OffsetDateTime at) {
        @Nullable
        String conversation =
                conversation(appointment).map(ConversationId::value).orElse(null);
        if (report(appointment).isPresent()) {
            return false;
        }
        jdbc.sql("delete from visit where appointment = :id")
                .param("id", appointment)
                .update();
        jdbc.sql("""
                insert into visit (appointment, conversation, outcome, minutes, ended_at)
                values (:id, :conversation, :outcome, :minutes, :at)""")
                .param("id", appointment)
                .param("conversation", conversation)
                .param("outcome", report.outcome().written())
                .param("minutes", report.minutes())
                .param("at", at.withOffsetSameInstant(ZoneOffset.UTC))
                .update();
        return true;
    }

    void forget(ConversationId conversation) {
        jdbc.sql("update visit set conversation = null where conversation = :id")
                .param("id", conversation.value())
                .update();
    }

    void clear() {
        jdbc.sql("delete from visit").update();
    }
}
