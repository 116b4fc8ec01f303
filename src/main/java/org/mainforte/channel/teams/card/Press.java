package org.mainforte.channel.teams.card;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ConversationId;
import tools.jackson.databind.JsonNode;

/**
 * What a button of a card sends back: which message of which conversation, and the choice or the form. Nothing in it is
 * believed: the conversation must be the caller's own and the message must offer the choice.
 *
 * @param values the fields of the form
 */
public record Press(
        ConversationId conversation,
        int seq,
        @Nullable String choice,
        @Nullable String form,
        Map<String, String> values) {
    static final String CONVERSATION = "conversation";
    static final String SEQ = "seq";
    static final String CHOICE = "choice";
    static final String FORM = "form";
    static final String FIELD = "field.";

    private static final int LONGEST = 4_000;
    private static final int MOST = 50;

    public Press {
        values = Map.copyOf(values);
    }

    static Map<String, Object> data(ConversationId conversation, int seq, String name, String id) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(CONVERSATION, conversation.value());
        data.put(SEQ, seq);
        data.put(name, id);
        return data;
    }

    /** Reads what came back; empty when no card of ours sent it. */
    public static Optional<Press> read(JsonNode data) {
        String conversation = data.path(CONVERSATION).asString("");
        String choice = data.path(CHOICE).asString(null);
        String form = data.path(FORM).asString(null);
        boolean one = (choice == null) != (form == null);
        if (conversation.isEmpty()
                || conversation.length() > 36
                || !data.path(SEQ).isInt()
                || !one) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        if (form != null) {
            for (Map.Entry<String, JsonNode> field : data.properties()) {
                if (field.getKey().startsWith(FIELD) && values.size() < MOST) {
                    String value = field.getValue().asString("");
                    values.put(
                            field.getKey().substring(FIELD.length()),
                            value.substring(0, Math.min(value.length(), LONGEST)));
                }
            }
        }
        return Optional.of(
                new Press(new ConversationId(conversation), data.path(SEQ).asInt(), choice, form, values));
    }
}
