package org.mainforte.channel.teams;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainforte.channel.teams.Outbox.Item;
import org.mainforte.channel.teams.card.Drawing;
import org.mainforte.channel.teams.wire.Connector;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.Message;
import org.mainforte.kernel.ConversationId;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The last touch before sending: an answer that was written live ends its stream. */
@Component
class Envelope {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Streams streams;
    private final Conversations conversations;
    private final Drawing drawing;
    private final Connector connector;
    private final JsonMapper json;

    Envelope(Streams streams, Conversations conversations, Drawing drawing, Connector connector, JsonMapper json) {
        this.streams = streams;
        this.conversations = conversations;
        this.drawing = drawing;
        this.connector = connector;
        this.json = json;
    }

    /** @param stream the stream that this ends, if any */
    record Sealed(String body, @Nullable String stream) {}

    /** What to send; null when the person stopped the answer and wants no more of it. */
    @Nullable
    Sealed seal(Chat chat, Item item) {
        ConversationId id = item.conversation();
        if (id == null) {
            return new Sealed(item.body(), null);
        }
        if (item.stream() != null) {
            return new Sealed(end(id, item, item.stream()), item.stream());
        }
        Stream stream = streams.end(id, item.seq());
        if (stream == null) {
            return new Sealed(item.body(), null);
        }
        if (stream.stoppedByPerson()) {
            return null;
        }
        String streamId = stream.id();
        if (streamId == null) {
            return new Sealed(item.body(), null);
        }
        String end = end(id, item, streamId);
        String text = json.readTree(end).path("text").asString("");
        if (text.isEmpty() || !text.startsWith(stream.shown())) {
            // What was shown does not stand: it is taken back before the right words come.
            connector.delete(chat.serviceUrl(), chat.id(), streamId);
            return new Sealed(item.body(), null);
        }
        return new Sealed(end, streamId);
    }

    private String end(ConversationId id, Item item, String stream) {
        Map<String, Object> activity = new LinkedHashMap<>(json.readValue(item.body(), OBJECT));
        if (!activity.containsKey("text")) {
            for (Message message :
                    conversations.messages(id, item.seq() - 1).stream().limit(1).toList()) {
                activity = new LinkedHashMap<>(
                        json.readValue(drawing.activity(id, message, Drawing.Way.END_OF_STREAM), OBJECT));
            }
        }
        List<Object> entities = new ArrayList<>();
        entities.add(Map.of("type", "streaminfo", "streamId", stream, "streamType", "final"));
        if (activity.get("entities") instanceof List<?> more) {
            entities.addAll(more);
        }
        activity.put("entities", entities);
        return json.writeValueAsString(activity);
    }

    /** The words alone, for when Teams does not take the card. */
    String plain(Item item) {
        Map<String, Object> activity = json.readValue(item.body(), OBJECT);
        Object text = activity.getOrDefault("text", "");
        if (activity.get("attachments") instanceof List<?> cards
                && !cards.isEmpty()
                && cards.getFirst() instanceof Map<?, ?> card
                && card.get("content") instanceof Map<?, ?> content) {
            text = content.get("fallbackText");
        }
        return json.writeValueAsString(Map.of("type", "message", "textFormat", "plain", "text", String.valueOf(text)));
    }
}
