package org.mainforte.channel.teams.card;

import static org.mainforte.channel.teams.card.Elements.object;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.Message;
import org.mainforte.conversation.MessageKind;
import org.mainforte.conversation.Source;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Messages as activities of Teams: a card, the label that an AI speaks, citations, and the request for feedback. */
@Component
public class Drawing {
    /** What Teams takes at most, cards and text together, less room for what is added when sending. */
    private static final int LARGEST = 26 * 1024;

    private static final int[] LONGEST = {12_000, 8_000, 4000, 2000, 1000, 500, 250, 120, 60, 30};
    private static final String CARD = "application/vnd.microsoft.card.adaptive";
    private static final int SUMMARY = 200;
    private static final Pattern TURNING = Pattern.compile("[\u202A-\u202E\u2066-\u2069]");

    private final Addresses links;
    private final JsonMapper json;

    Drawing(Addresses links, JsonMapper json) {
        this.links = links;
        this.json = json;
    }

    /** How a message is drawn. */
    public enum Way {
        /** As people get it: an answer as text with its card below, everything else as a card. */
        WHOLE,
        /** With the text outside the card, as the end of a stream needs it. */
        END_OF_STREAM
    }

    public String activity(ConversationId conversation, Message message, Way way) {
        return fitting(longest -> whole(conversation, message, way, longest));
    }

    /** The same message, without any of its buttons but the way to a person, after a button was pressed or it is over. */
    public String pressed(ConversationId conversation, Message message, String label) {
        return fitting(longest -> {
            Map<String, Object> activity = whole(conversation, message, Way.WHOLE, longest);
            boolean withText = !activity.containsKey("text");
            activity.put(
                    "attachments",
                    attached(new MessageCard(links, conversation, message, longest).draw(withText, label)));
            return activity;
        });
    }

    /** The card alone, as the reply to a click wants it. */
    public String card(ConversationId conversation, Message message, @Nullable String pressed) {
        return fitting(longest -> new MessageCard(links, conversation, message, longest).draw(true, pressed));
    }

    /** A sentence of ours that is no message of a conversation, perhaps with a link. */
    public String note(Language language, String text, @Nullable String title, @Nullable String url) {
        Map<String, Object> activity = object("message", "summary", Prose.cut(text, SUMMARY));
        activity.put("attachments", attached(noteElements(language, text, title, url)));
        return written(activity);
    }

    public String noteCard(Language language, String text) {
        return written(noteElements(language, text, null, null));
    }

    /** A question for an opinion in the person's own words. */
    public String opinionCard(Language language) {
        String question = Texts.get(language, "teams.opinion.question");
        Map<String, Object> words =
                object("Input.Text", "id", "feedbackText", "label", question, "isMultiline", true, "maxLength", 2000);
        Map<String, Object> send = object("Action.Submit", "title", Texts.get(language, "teams.form.send"));
        return json.writeValueAsString(object(
                "AdaptiveCard",
                "$schema",
                MessageCard.SCHEMA,
                "version",
                "1.5",
                "lang",
                language.code(),
                "fallbackText",
                question,
                "body",
                List.of(words, object("ActionSet", "actions", List.of(send)))));
    }

    private Map<String, Object> noteElements(
            Language language, String text, @Nullable String title, @Nullable String url) {
        List<Map<String, Object>> body = Elements.list();
        body.add(Elements.sentence(text));
        if (title != null && url != null) {
            body.add(object("ActionSet", "actions", List.of(Buttons.open(title, url))));
        }
        return object(
                "AdaptiveCard",
                "$schema",
                MessageCard.SCHEMA,
                "version",
                "1.5",
                "lang",
                language.code(),
                "fallbackText",
                text,
                "body",
                body);
    }

    /** The text of an answer as far as it is written, as it will stand in the message. */
    public String live(String markdown) {
        return new Prose(links).message(markdown);
    }

    private interface Drawn {
        Map<String, Object> upTo(int longest);
    }

    private String fitting(Drawn drawn) {
        String written = "";
        for (int longest : LONGEST) {
            written = written(drawn.upTo(longest));
            if (written.getBytes(StandardCharsets.UTF_8).length <= LARGEST) {
                return written;
            }
        }
        return written;
    }

    /** As JSON, without the marks that turn the direction of what follows them (Unicode Annex 9, explicit formatting). */
    private String written(Map<String, Object> drawn) {
        return TURNING.matcher(json.writeValueAsString(drawn)).replaceAll("");
    }

    private Map<String, Object> whole(ConversationId conversation, Message message, Way way, int longest) {
        boolean outside = way == Way.END_OF_STREAM || message.kind() == MessageKind.ANSWER;
        MessageCard card = new MessageCard(links, conversation, message, longest);
        Map<String, Object> activity = object("message");
        if (outside) {
            String text = Prose.cited(
                    Prose.cut(message.text(), longest),
                    Math.min(message.sources().size(), MessageCard.MOST_SOURCES));
            activity.put("text", new Prose(links).message(text));
            activity.put("textFormat", "markdown");
        }
        activity.put("summary", Prose.cut(new Prose(links).plain(message.text()), SUMMARY));
        activity.put("locale", message.language().locale().toLanguageTag());
        activity.put("attachments", attached(card.draw(!outside, null)));
        if (message.author().kind() == Message.Kind.ASSISTANT) {
            activity.put("entities", List.of(labelled(message, outside)));
            if (rated(message.kind())) {
                activity.put("channelData", Map.of("feedbackLoop", Map.of("type", "default")));
            }
        }
        return activity;
    }

    private static List<Map<String, Object>> attached(Map<String, Object> card) {
        Map<String, Object> attachment = new LinkedHashMap<>();
        attachment.put("contentType", CARD);
        attachment.put("content", card);
        return List.of(attachment);
    }

    private static boolean rated(MessageKind kind) {
        return switch (kind) {
            case ANSWER, UNKNOWN, OUT_OF_SCOPE, CLARIFICATION, STEP -> true;
            default -> false;
        };
    }

    /** The label “AI generated”, and where an answer comes from (Schema.org as Teams reads it). */
    private Map<String, Object> labelled(Message message, boolean cites) {
        Map<String, Object> label = object("https://schema.org/Message");
        label.put("@type", "Message");
        label.put("@context", "https://schema.org");
        label.put("@id", "");
        label.put("additionalType", List.of("AIGeneratedContent"));
        if (cites && !message.sources().isEmpty()) {
            List<Map<String, Object>> citations = new ArrayList<>();
            for (Source source :
                    message.sources().stream().limit(MessageCard.MOST_SOURCES).toList()) {
                citations.add(citation(citations.size() + 1, source));
            }
            label.put("citation", citations);
        }
        return label;
    }

    private Map<String, Object> citation(int position, Source source) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@type", "DigitalDocument");
        document.put("name", Prose.cut(source.title(), 80));
        document.put("abstract", Prose.cut(source.section().isBlank() ? source.title() : source.section(), 160));
        if (links.ours(source.url())) {
            document.put("url", links.absolute(source.url()));
        }
        Map<String, Object> citation = new LinkedHashMap<>();
        citation.put("@type", "Claim");
        citation.put("position", position);
        citation.put("appearance", document);
        return citation;
    }
}
