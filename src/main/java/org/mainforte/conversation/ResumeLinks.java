package org.mainforte.conversation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.PersonId;
import org.mainforte.kernel.Problem;
import org.mainforte.people.Directory;
import org.mainforte.people.Employee;
import org.mainforte.people.SessionTokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links to go on with a conversation on another device: 128 random bits, valid for a quarter of an hour, for one use. The session
 * they open reaches that conversation and nothing else of the person.
 */
@Component
public class ResumeLinks {
    static final Duration LINK_VALID = Duration.ofMinutes(15);
    static final Duration SESSION_VALID = Duration.ofHours(4);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Directory directory;
    private final SessionTokens tokens;
    private final Clock clock;

    ResumeLinks(JdbcClient jdbc, Directory directory, SessionTokens tokens, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.tokens = tokens;
        this.clock = clock;
    }

    public record Link(String token, Instant expires) {}

    public record Session(String token, ConversationId conversation) {}

    @Transactional
    public Link make(Conversation conversation) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expires = clock.instant().plus(LINK_VALID);
        jdbc.sql(
                        "insert into resume_link (token_hash, conversation, person, expires_at) values (:hash, :conversation, :person, :expires)")
                .param("hash", hash(token))
                .param("conversation", conversation.id().value())
                .param("person", conversation.person().value())
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
        return new Link(token, expires);
    }

    /** @throws Problem 404 when the link is unknown, used or too old: which of them is nobody's business */
    @Transactional
    public Session redeem(String token) {
        record Row(ConversationId conversation, PersonId person, Instant expires) {}
        Row row = jdbc.sql("select * from resume_link where token_hash = :hash for update")
                .param("hash", hash(token))
                .query((found, number) -> new Row(
                        new ConversationId(found.getString("conversation")),
                        new PersonId(found.getString("person")),
                        found.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElseThrow(() -> new Problem(404, "resume-link-invalid"));
        jdbc.sql("delete from resume_link where token_hash = :hash")
                .param("hash", hash(token))
                .update();
        Optional<Employee> employee = directory.find(row.person());
        if (row.expires().isBefore(clock.instant()) || employee.isEmpty()) {
            throw new Problem(404, "resume-link-invalid");
        }
        return new Session(tokens.issue(employee.get(), SESSION_VALID, row.conversation()), row.conversation());
    }

    /**
     * Redeems a link for its own person, whom another channel has signed in; empty when it is unknown, used, too old or somebody
     * else's. Then nothing changes.
     */
    @Transactional
    public Optional<ConversationId> redeem(String token, PersonId person) {
        Optional<ConversationId> found = jdbc.sql("""
                        select conversation from resume_link
                        where token_hash = :hash and person = :person and expires_at >= :now for update""")
                .param("hash", hash(token))
                .param("person", person.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new ConversationId(row.getString("conversation")))
                .optional();
        found.ifPresent(conversation -> jdbc.sql("delete from resume_link where token_hash = :hash")
                .param("hash", hash(token))
                .update());
        return found;
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
