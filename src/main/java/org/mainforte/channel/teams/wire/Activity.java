package org.mainforte.channel.teams.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An activity of the Bot Framework (specification “Bot Framework — Activity”). Unknown fields and entities are let be. */
public final class Activity {
    /** The largest body, in bytes. */
    public static final int LARGEST = 256 * 1024;

    private static final int DEEPEST = 40;
    private static final int LONGEST_ID = 480;
    /** Much more than anybody may write in one message, so that one that is too long still is when it is worked off. */
    private static final int LONGEST_KEPT = 20_000;

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(100)
                            .maxStringLength(LARGEST)
                            .build())
                    .build())
            .build();

    private final JsonNode json;

    private Activity(JsonNode json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException when it is not an activity: no JSON, too deep, no type, no conversation */
    public static Activity read(byte[] body) {
        JsonNode json;
        try {
            json = STRICT.readTree(body);
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("Not JSON, or deeper than " + DEEPEST, malformed);
        }
        Activity activity = new Activity(json);
        if (!json.isObject() || activity.type().isBlank() || activity.chat().isBlank()) {
            throw new IllegalArgumentException("Not an activity: type and conversation.id are required");
        }
        if (activity.chat().length() > LONGEST_ID
                || activity.type().length() > 60
                || activity.id().length() > LONGEST_ID) {
            throw new IllegalArgumentException("An id is longer than " + LONGEST_ID);
        }
        return activity;
    }

    public static Activity read(String body) {
        return read(body.getBytes(StandardCharsets.UTF_8));
    }

    public String type() {
        String type = text("type");
        return type == null ? "" : type;
    }

    /** The Teams conversation it belongs to. */
    public String chat() {
        String chat = text("conversation", "id");
        return chat == null ? "" : chat;
    }

    /** Its own id; without one, a digest of the whole, so that a repeat is still the same. */
    public String id() {
        String id = text("id");
        return id == null || id.isBlank() ? "digest-" + digest(json.toString()) : id;
    }

    public static String digest(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, 15);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public boolean personal() {
        String type = text("conversation", "conversationType");
        boolean group = json.path("conversation").path("isGroup").asBoolean(false);
        return type == null ? !group : type.equalsIgnoreCase("personal");
    }

    /** When the person sent it, or now when it does not say. */
    public Instant sentAt(Instant now) {
        String written = text("timestamp");
        try {
            Instant sent = written == null ? now : OffsetDateTime.parse(written).toInstant();
            // A clock that is wrong must not put a message behind all others.
            return sent.isAfter(now) ? now : sent;
        } catch (DateTimeParseException malformed) {
            return now;
        }
    }

    /** A text somewhere inside, or null. */
    public @Nullable String text(String... path) {
        JsonNode at = at(path);
        return at.isString() ? at.asString() : null;
    }

    public JsonNode at(String... path) {
        JsonNode at = json;
        for (String step : path) {
            at = at.path(step);
        }
        return at;
    }

    /** What the person wrote, without the mention of the bot. Other people's mentions keep their name. */
    public String words() {
        String words = Optional.ofNullable(text("text")).orElse("");
        for (JsonNode entity : at("entities")) {
            String mention = entity.path("text").asString("");
            if (entity.path("type").asString("").equals("mention") && !mention.isEmpty()) {
                boolean bot = entity.path("mentioned").path("id").asString("").equals(text("recipient", "id"));
                words = words.replace(
                        mention,
                        bot ? "" : entity.path("mentioned").path("name").asString(""));
            }
        }
        // No database takes a NUL, and half a character is none.
        String whole = BROKEN.matcher(words).replaceAll("");
        return "xml".equals(text("textFormat")) ? plain(whole).strip() : whole.strip();
    }

    private static final Pattern BROKEN = Pattern.compile("[\\x00\\p{Cs}]");
    private static final Pattern TAG = Pattern.compile("<[^<>]{0,200}>");

    private static String plain(String xml) {
        return TAG.matcher(xml)
                .replaceAll("")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    public List<JsonNode> attachments() {
        List<JsonNode> all = new ArrayList<>();
        at("attachments").forEach(all::add);
        return all;
    }

    /** The tenant of the person, in lower case. */
    public @Nullable String tenant() {
        String tenant =
                Optional.ofNullable(text("conversation", "tenantId")).orElse(text("channelData", "tenant", "id"));
        return tenant == null ? null : tenant.toLowerCase(Locale.ROOT);
    }

    /**
     * What of it is kept until it is worked off: what we read, with every text and form value passed through {@code masked}, and
     * of attachments only files.
     */
    public String kept(UnaryOperator<String> masked) {
        ObjectNode kept = ((ObjectNode) json).deepCopy();
        if (text("text") != null) {
            kept.put("text", masked.apply(cut(json.path("text").asString())));
        }
        if (kept.path("value") instanceof ObjectNode value) {
            for (String name : List.copyOf(value.propertyNames())) {
                if (value.path(name).isString()) {
                    value.put(name, masked.apply(cut(value.path(name).asString())));
                }
            }
        }
        ArrayNode files = kept.arrayNode();
        attachments().stream().filter(Downloads::isFile).forEach(files::add);
        kept.set("attachments", files);
        return kept.toString();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_KEPT));
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
