package org.mainforte.outside;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.Problem;
import org.mainforte.outside.Outbox.Waiting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person decides about errands that will not arrive by themselves. Every decision is kept, with who made it. */
@Component
public class Attention {
    private static final int LONGEST_REASON = 500;

    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Map<String, Errand> errands;

    Attention(Outbox outbox, JdbcClient jdbc, List<Errand> errands) {
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.errands = errands.stream().collect(Collectors.toMap(Errand::kind, Function.identity()));
    }

    /** One decision. {@code attention} is what the system had said, {@code reason} why it was given up. */
    public record Decision(
            Instant at,
            String person,
            String action,
            String kind,
            String subject,
            @Nullable String attention,
            @Nullable String reason) {}

    /** What has to be looked at, the oldest first. */
    public List<Waiting> waiting() {
        return outbox.needingAttention();
    }

    /**
     * What was in the way is seen to: the errand is tried again at once.
     *
     * @throws Problem 404 when nobody has to look at such an errand (any more), 409 {@code errand-under-way} while it is being tried
     */
    @Transactional
    public void retry(PersonId person, String kind, String subject) {
        Waiting errand = required(kind, subject);
        outbox.retry(kind, subject);
        keep(person, "retry", errand, null);
    }

    /**
     * It is not to arrive any more; what waits behind it goes on.
     *
     * @throws Problem 404 when nobody has to look at such an errand, 409 {@code errand-promised} when somebody was promised that
     *     it arrives, 409 {@code errand-under-way} while it is being tried, 422 {@code reason-missing}
     */
    @Transactional
    public void giveUp(PersonId person, String kind, String subject, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Problem(422, "reason-missing", LONGEST_REASON);
        }
        Waiting errand = required(kind, subject);
        Optional.ofNullable(errands.get(kind)).ifPresent(one -> one.giveUp(subject));
        outbox.drop(kind, subject);
        keep(person, "give-up", errand, reason.strip());
    }

    private Waiting required(String kind, String subject) {
        return outbox.lockAttention(kind, subject)
                .orElseThrow(() -> outbox.needsAttention(kind, subject)
                        ? new Problem(409, "errand-under-way")
                        : Problem.notFound());
    }

    private void keep(PersonId person, String action, Waiting errand, @Nullable String reason) {
        jdbc.sql("""
                        insert into outside_decision (person, action, kind, subject, attention, reason)
                        values (:person, :action, :kind, :subject, :attention, :reason)""")
                .param("person", person.value())
                .param("action", action)
                .param("kind", errand.kind())
                .param("subject", errand.subject())
                .param("attention", errand.attention())
                .param("reason", reason)
                .update();
    }

    /** The newest decisions, the newest first. */
    public List<Decision> decisions() {
        return jdbc.sql("select * from outside_decision order by number desc fetch first 200 rows only")
                .query((row, number) -> new Decision(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("person"),
                        row.getString("action"),
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("attention"),
                        row.getString("reason")))
                .list();
    }
}
