package org.mainforte.guide;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mainforte.conversation.Turn;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs as they stand in the database. Everything is written in the transaction of the turn that caused it. */
@Repository
class GuideRuns {
    private final JdbcClient jdbc;

    GuideRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    GuideRun begin(Turn turn, String guide, String step) {
        var run = new GuideRun(
                UUID.randomUUID().toString(),
                turn.conversation(),
                turn.employee().id(),
                guide,
                step,
                GuideRun.State.RUNNING,
                0,
                turn.seq());
        jdbc.sql("""
                insert into guide_run (id, conversation, person, guide, step, state, tries, shown_seq, started_at, touched_at)
                values (:id, :conversation, :person, :guide, :step, :state, 0, :shown, :now, :now)""")
                .param("id", run.id())
                .param("conversation", run.conversation().value())
                .param("person", run.person().value())
                .param("guide", guide)
                .param("step", step)
                .param("state", run.state().column())
                .param("shown", run.shown())
                .param("now", time(turn.now()))
                .update();
        return run;
    }

    /** A run of this person; somebody else's is as if it did not exist. */
    Optional<GuideRun> find(String id, PersonId person) {
        return jdbc.sql("select * from guide_run where id = :id and person = :person")
                .param("id", id)
                .param("person", person.value())
                .query(GuideRuns::read)
                .optional();
    }

    /** Everything this person began and did not finish, the latest first. */
    List<GuideRun> unfinished(PersonId person) {
        return jdbc.sql("""
                select * from guide_run where person = :person and state in ('running', 'stopped')
                order by touched_at desc, id fetch first 20 rows only""")
                .param("person", person.value())
                .query(GuideRuns::read)
                .list();
    }

    /** The run that was shown last in a conversation, whatever became of it. */
    Optional<GuideRun> lastIn(ConversationId conversation) {
        return jdbc.sql("""
                select * from guide_run where conversation = :conversation
                order by touched_at desc, id fetch first 1 row only""")
                .param("conversation", conversation.value())
                .query(GuideRuns::read)
                .optional();
    }

    /** Moves on from the run's step, unless another device did already. @return whether this call moved it */
    boolean move(GuideRun run, String to, GuideRun.State state) {
        return jdbc.sql("""
                update guide_run set step = :to, state = :state, tries = 0
                where id = :id and step = :from and state = 'running'""")
                        .param("to", to)
                        .param("state", state.column())
                        .param("id", run.id())
                        .param("from", run.step())
                        .update()
                == 1;
    }

    /** Counts a failure of the run's step, unless another device did already. @return whether this call counted it */
    boolean fail(GuideRun run) {
        return jdbc.sql("""
                update guide_run set tries = tries + 1
                where id = :id and step = :step and tries = :tries and state = 'running'""")
                        .param("id", run.id())
                        .param("step", run.step())
                        .param("tries", run.tries())
                        .update()
                == 1;
    }

    void settle(GuideRun run, GuideRun.State state) {
        jdbc.sql("update guide_run set state = :state where id = :id")
                .param("state", state.column())
                .param("id", run.id())
                .update();
    }

    /** Goes to a step whatever was before; the log stays. */
    void jump(GuideRun run, String step) {
        jdbc.sql("update guide_run set step = :step, tries = 0, state = 'running' where id = :id")
                .param("step", step)
                .param("id", run.id())
                .update();
    }

    /** Begins anew: what the log holds until now no longer counts. */
    void restart(GuideRun run, String step, Instant now) {
        jump(run, step);
        jdbc.sql("delete from guide_step_log where run = :run")
                .param("run", run.id())
                .update();
        jdbc.sql("update guide_run set started_at = :now where id = :id")
                .param("now", time(now))
                .param("id", run.id())
                .update();
    }

    /** The run was shown in this turn's conversation, by the message after the turn's own. */
    void shown(GuideRun run, Turn turn) {
        jdbc.sql("""
                update guide_run set conversation = :conversation, shown_seq = :shown, touched_at = :now where id = :id""")
                .param("conversation", turn.conversation().value())
                .param("shown", turn.seq() + 1)
                .param("now", time(turn.now()))
                .param("id", run.id())
                .update();
    }

    /** The run was spoken of: “reprendre” now means this one. */
    void touch(GuideRun run, Instant now) {
        jdbc.sql("update guide_run set touched_at = :now where id = :id")
                .param("now", time(now))
                .param("id", run.id())
                .update();
    }

    void log(GuideRun run, StepOutcome outcome, Instant now) {
        jdbc.sql("insert into guide_step_log (run, step, outcome, at) values (:run, :step, :outcome, :now)")
                .param("run", run.id())
                .param("step", run.step())
                .param("outcome", outcome.column())
                .param("now", time(now))
                .update();
    }

    /** What became of the steps, in order. */
    List<StepOutcome.Entry> log(GuideRun run) {
        return jdbc.sql("select step, outcome, at from guide_step_log where run = :run order by id")
                .param("run", run.id())
                .query((row, number) -> new StepOutcome.Entry(
                        row.getString("step"),
                        StepOutcome.of(row.getString("outcome")),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** A conversation that its person erased takes its runs with it. */
    void forget(ConversationId conversation) {
        jdbc.sql("delete from guide_run where conversation = :conversation")
                .param("conversation", conversation.value())
                .update();
    }

    void clear() {
        jdbc.sql("delete from guide_run").update();
    }

    private static GuideRun read(ResultSet row, int number) throws SQLException {
        return new GuideRun(
                row.getString("id"),
                new ConversationId(row.getString("conversation")),
                new PersonId(row.getString("person")),
                row.getString("guide"),
                row.getString("step"),
                GuideRun.State.of(row.getString("state")),
                row.getInt("tries"),
                row.getInt("shown_seq"));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
