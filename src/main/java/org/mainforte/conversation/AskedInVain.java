package org.mainforte.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mainforte.catalogue.Wishes;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people asked and got no help with: the assistant did not know, held it for another subject, or was told that its answer did
 * not help. Read from the conversations themselves, so that an erased conversation has asked nothing. Words of distress are nobody's
 * material and never among them.
 */
@Component
public class AskedInVain {
    private static final String ROWS = """
            select v.conversation, v.seq, v.at, m.content, q.seq as question, q.language, q.input
            from (select conversation, seq, at from in_vain where at >= :since
                  union select conversation, seq, at from feedback where helpful = false and at >= :since) v
            join message m on m.conversation = v.conversation and m.seq = v.seq
            join message q on q.conversation = v.conversation and q.seq = (select max(e.seq) from message e
                 where e.conversation = v.conversation and e.seq < v.seq and e.author = 'employee')
            order by v.at desc, v.conversation, v.seq fetch first :most rows only""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AskedInVain(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Why it was in vain. */
    public enum Why {
        UNKNOWN,
        OUT_OF_SCOPE,
        NOT_HELPFUL
    }

    /**
     * One question.
     *
     * @param text in the person's own words, nothing masked
     */
    public record Question(ConversationId conversation, Language language, String text, Why why, Instant at) {}

    private record Key(String conversation, int seq) {}

    private record Row(Key key, Question question) {}

    /** The newest first, each question once. @param most how many at most */
    public List<Question> since(Instant since, int most) {
        Map<Key, Question> questions = new LinkedHashMap<>();
        jdbc
                .sql(ROWS)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .forEach(row -> questions.putIfAbsent(row.key(), row.question()));
        return List.copyOf(questions.values());
    }

    private Optional<Row> read(ResultSet row) throws SQLException {
        String input = row.getString("input");
        String text = input == null ? null : json.readValue(input, Input.class).text();
        MessageKind kind = json.readValue(row.getString("content"), Reply.class).kind();
        Optional<Why> why = why(kind);
        if (text == null || text.isBlank() || why.isEmpty() || Wishes.mentions("emergency-distress", text)) {
            return Optional.empty();
        }
        String conversation = row.getString("conversation");
        return Optional.of(new Row(
                new Key(conversation, row.getInt("question")),
                new Question(
                        new ConversationId(conversation),
                        Language.of(row.getString("language")),
                        text.strip(),
                        why.get(),
                        row.getObject("at", OffsetDateTime.class).toInstant())));
    }

    /** An answer, a question back or a step may have missed; a receipt or a person who came has not. */
    private static Optional<Why> why(MessageKind kind) {
        return switch (kind) {
            case UNKNOWN -> Optional.of(Why.UNKNOWN);
            case OUT_OF_SCOPE -> Optional.of(Why.OUT_OF_SCOPE);
            case ANSWER, CLARIFICATION, STEP, TEXT, NOTICE -> Optional.of(Why.NOT_HELPFUL);
            case FORM, PROPOSAL, RECEIPT, HANDOVER -> Optional.empty();
        };
    }
}
