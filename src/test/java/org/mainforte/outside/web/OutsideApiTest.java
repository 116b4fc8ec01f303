package org.mainforte.outside.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mainforte.journey.JourneyTestBase;
import org.mainforte.journey.Mainforte.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What operators see and decide, and the one call that nobody signs in for. */
class OutsideApiTest extends JourneyTestBase {
    private static final Map<String, String> STUCK = Map.of("kind", "elsewhere", "subject", "X-1/0");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private void stuck() {
        jdbc.sql("delete from errand where kind = 'elsewhere'").update();
        jdbc.sql("""
                insert into errand (kind, subject, attempts, refusals, waiting, attention, next_attempt_at)
                values ('elsewhere', 'X-1/0', 5, 3, 'refusal', 'No such mailbox', timestamp with time zone '2099-01-01 00:00:00+00')""").update();
    }

    @Test
    void anAgentSeesWhatIsStuckAndTriesItAgain() {
        stuck();
        var agent = mainforte.person("agathe");
        assertThat(agent.get("/api/outside/attention").text()).contains("X-1/0", "No such mailbox");
        assertThat(agent.post("/api/outside/attention/retry", STUCK).status()).isEqualTo(204);
        assertThat(jdbc.sql("select next_attempt_at <= current_timestamp from errand where kind = 'elsewhere'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        var decision = agent.get("/api/outside/decisions").json().path(0);
        assertThat(decision.path("person").asString()).isEqualTo("agathe");
        assertThat(decision.path("action").asString()).isEqualTo("retry");
        assertThat(decision.path("attention").asString()).isEqualTo("No such mailbox");
    }

    @Test
    void whatIsBeingTriedJustNowIsSaidToBe() {
        stuck();
        var agent = mainforte.person("agathe");
        Answer answer = transaction.execute(attempt -> {
            jdbc.sql("select subject from errand where kind = 'elsewhere' for update")
                    .query(String.class)
                    .single();
            return agent.post("/api/outside/attention/retry", STUCK);
        });
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("errand-under-way");
        assertThat(answer.text()).contains("dans une minute");
    }

    @Test
    void forAnybodyElseThereIsNoSuchThing() {
        stuck();
        var employee = mainforte.person("camille");
        for (Answer answer : new Answer[] {
            employee.get("/api/outside/attention"),
            employee.get("/api/outside/decisions"),
            employee.post("/api/outside/attention/retry", STUCK),
            employee.post("/api/outside/attention/give-up", STUCK)
        }) {
            assertThat(answer.status()).isEqualTo(404);
        }
        var agent = mainforte.person("agathe");
        assertThat(agent.post("/api/outside/attention/retry", Map.of("kind", "elsewhere", "subject", "X-2"))
                        .status())
                .isEqualTo(404);
        assertThat(agent.post("/api/outside/attention/retry", Map.of()).status())
                .isEqualTo(404);
        assertThat(agent.post("/api/outside/attention/give-up", STUCK).code()).isEqualTo("reason-missing");
    }

    @Test
    void aHintIsNotTakenWhereNoSecretIsSet() {
        Answer answer = mainforte.send("POST", "/api/hooks/tickets", "{}", null, null, "en");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(mainforte
                        .send("GET", "/api/hooks/tickets", null, null, null, "en")
                        .status())
                .isEqualTo(405);
    }
}
