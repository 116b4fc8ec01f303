package org.mainforte.conversation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.CaseFile.Enclosure;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pictures and PDF files that employees send. What a file is, its first bytes decide, never its name or what the client says. */
@Component
public class Attachments {
    /** The largest file, in bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final int MOST = 20;
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}/\\\\:*?\"<>|]+");

    private final JdbcClient jdbc;
    private final ConversationRows rows;
    private final Feed feed;
    private final Clock clock;

    Attachments(JdbcClient jdbc, ConversationRows rows, Feed feed, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * Keeps a file for the tickets of a conversation.
     *
     * @throws Problem 413 too large, 415 neither a picture nor a PDF, 422 too many
     */
    @Transactional
    public Enclosure keep(ConversationId conversation, @Nullable String name, byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new Problem(413, "attachment-too-large");
        }
        String type = type(bytes).orElseThrow(() -> new Problem(415, "attachment-type"));
        rows.claim(conversation);
        if (of(conversation).size() >= MOST) {
            throw new Problem(422, "attachment-too-many", MOST);
        }
        Enclosure enclosure = new Enclosure(UUID.randomUUID().toString(), safe(name), type, bytes);
        jdbc.sql("""
                insert into attachment (id, conversation, name, type, bytes, at)
                values (:id, :conversation, :name, :type, :bytes, :at)""")
                .param("id", enclosure.id())
                .param("conversation", conversation.value())
                .param("name", enclosure.name())
                .param("type", type)
                .param("bytes", bytes)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        feed.changed(conversation);
        return enclosure;
    }

    /** The files of a conversation, in the order in which they came. */
    public List<Enclosure> of(ConversationId conversation) {
        return jdbc.sql("select * from attachment where conversation = :conversation order by at, id")
                .param("conversation", conversation.value())
                .query((row, number) -> new Enclosure(
                        row.getString("id"), row.getString("name"), row.getString("type"), row.getBytes("bytes")))
                .list();
    }

    /** What a file is called and is. */
    public record Listed(String id, String name, String type, OffsetDateTime at) {}

    /** The same without their bytes. */
    public List<Listed> listed(ConversationId conversation) {
        return jdbc.sql("select id, name, type, at from attachment where conversation = :conversation order by at, id")
                .param("conversation", conversation.value())
                .query((row, number) -> new Listed(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("type"),
                        row.getObject("at", OffsetDateTime.class)
                                .atZoneSameInstant(ActingClock.PARIS)
                                .toOffsetDateTime()))
                .list();
    }

    private static String safe(@Nullable String name) {
        String plain = name == null ? "" : UNSAFE.matcher(name).replaceAll("_").strip();
        return plain.isEmpty() ? "file" : plain.substring(0, Math.min(plain.length(), 200));
    }

    private static Optional<String> type(byte[] bytes) {
        if (starts(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return Optional.of("image/png");
        }
        if (starts(bytes, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("image/jpeg");
        }
        if (starts(bytes, 'G', 'I', 'F', '8')) {
            return Optional.of("image/gif");
        }
        if (starts(bytes, 'R', 'I', 'F', 'F') && bytes.length > 12 && bytes[8] == 'W' && bytes[9] == 'E') {
            return Optional.of("image/webp");
        }
        if (bytes.length > 12
                && bytes[4] == 'f'
                && bytes[5] == 't'
                && bytes[6] == 'y'
                && bytes[7] == 'p'
                && bytes[8] == 'h'
                && bytes[9] == 'e') {
            return Optional.of("image/heic");
        }
        return starts(bytes, '%', 'P', 'D', 'F', '-') ? Optional.of("application/pdf") : Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
