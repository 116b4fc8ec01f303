package org.mainforte.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.PersonId;
import org.mainforte.site.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class HeldRowsTest {
    private static final ConversationId ID = new ConversationId("7e0b0e0a-7a51-4e6c-9d4c-1b2a3c4d5e6f");

    private final DataSource database = Databases.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final ConversationRows rows =
            new ConversationRows(jdbc, JsonMapper.builder().build());
    private final MessageRows messages =
            new MessageRows(jdbc, JsonMapper.builder().build());
    private final Feed feed = new Feed(rows);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private final List<Feed.Signal.Changed> told = new ArrayList<>();

    HeldRowsTest() {
        transaction.executeWithoutResult(status -> rows.insert(
                new Conversation(
                        ID,
                        new PersonId("lea"),
                        Language.FR,
                        ConversationState.BOT,
                        Instant.parse("2026-11-23T09:00:00Z"),
                        0,
                        0,
                        0,
                        null,
                        Dialogue.NEW),
                null));
        feed.watch(ID, signal -> told.add((Feed.Signal.Changed) signal));
    }

    private void say(String text) {
        Conversation now = rows.lock(ID).orElseThrow().added();
        Reply reply = Reply.of(MessageKind.TEXT, text);
        messages.append(
                ID, now.lastSeq(), Instant.now(), Assistant.author(Language.FR), Language.FR, reply, null, null);
        rows.update(now);
        feed.changed(ID);
    }

    @Test
    void readersAreToldAfterCommitWhatWasStored() {
        transaction.executeWithoutResult(status -> {
            say("un");
            say("deux");
            assertThat(told).isEmpty();
        });
        assertThat(told).hasSize(2).allSatisfy(changed -> {
            assertThat(Objects.requireNonNull(changed.now()).lastSeq()).isEqualTo(2);
            assertThat(changed.messages()).isEqualTo(messages.messages(ID, 0, 10));
        });
    }

    @Test
    void whatWasRolledBackToASavepointIsReadAgain() {
        TransactionTemplate nested =
                new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        transaction.executeWithoutResult(status -> {
            say("un");
            nested.executeWithoutResult(inner -> {
                say("deux");
                inner.setRollbackOnly();
            });
            assertThat(rows.lock(ID).orElseThrow().lastSeq()).isEqualTo(1);
            say("encore");
        });
        assertThat(messages.messages(ID, 0, 10)).extracting(Message::text).containsExactly("un", "encore");
    }

    @Test
    void anotherTransactionSeesWhatOthersWroteMeanwhile() {
        transaction.executeWithoutResult(status -> say("un"));
        transaction.executeWithoutResult(status -> say("deux"));
        assertThat(rows.find(ID).orElseThrow().lastSeq()).isEqualTo(2);
    }
}
