package org.mainforte.channel.teams.card;

import static org.mainforte.channel.teams.card.Elements.heading;
import static org.mainforte.channel.teams.card.Elements.object;
import static org.mainforte.channel.teams.card.Elements.plain;
import static org.mainforte.channel.teams.card.Elements.row;
import static org.mainforte.channel.teams.card.Elements.run;
import static org.mainforte.channel.teams.card.Elements.sentence;
import static org.mainforte.channel.teams.card.Elements.small;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Row;
import org.mainforte.conversation.Card;
import org.mainforte.conversation.Choice;
import org.mainforte.conversation.Message;
import org.mainforte.conversation.MessageKind;
import org.mainforte.conversation.Source;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;

/** One message drawn as an Adaptive Card of version 1.5. */
final class MessageCard {
    static final String SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json";
    /** What the local client takes; Teams itself takes twenty citations. */
    static final int MOST_SOURCES = 10;
    /** Paragraphs are blocks of their own, with air between them; a list stays in one, so that it is numbered through. */
    private static final String NEXT_PARAGRAPH = "\\n\\s*\\n(?![-*\\d\\s])";
    /** People write line by line, and Markdown would run the lines together. */
    private static final String NEXT_LINE = "\\n\\s*(?![-*\\d\\s])";

    private final Addresses links;
    private final Prose prose;
    private final ConversationId conversation;
    private final Message message;
    private final Language language;
    private final int longest;

    /** @param longest the most characters of each text, made smaller until the whole fits */
    MessageCard(Addresses links, ConversationId conversation, Message message, int longest) {
        this.links = links;
        this.prose = new Prose(links);
        this.conversation = conversation;
        this.message = message;
        this.language = message.language();
        this.longest = longest;
    }

    /**
     * The card.
     *
     * @param withText whether the message's text stands in the card, not beside it
     * @param pressed the button that was pressed, or what was filled in: then the buttons are gone, except the way to a person
     */
    Map<String, Object> draw(boolean withText, @Nullable String pressed) {
        List<Map<String, Object>> body = Elements.list();
        author(body);
        step(body);
        if (withText) {
            text(body);
        }
        Card.Proposal proposal = message.proposal();
        if (proposal != null) {
            rows(body, proposal.summary());
            if (pressed == null) {
                body.add(small(Texts.get(
                        language,
                        "teams.proposal.expires",
                        Texts.moment(language, proposal.expires().toInstant()))));
            }
        }
        receipt(body);
        sources(body);
        Card.Form form = message.form();
        if (form != null && pressed == null) {
            form.fields().forEach(field -> field(body, field, !Buttons.oneTap(message)));
        }
        if (pressed != null) {
            cut(pressed).lines().forEach(line -> body.add(plain(run("✓ " + line, true, false))));
        }
        List<Map<String, Object>> buttons = Buttons.of(conversation, message, pressed == null, longest);
        if (pressed != null) {
            buttons.removeIf(button -> pressed.equals(button.get("title")));
        }
        body.addAll(Buttons.rows(buttons));
        return card(body);
    }

    private Map<String, Object> card(List<Map<String, Object>> body) {
        if (body.isEmpty()) {
            text(body);
        }
        return object(
                "AdaptiveCard",
                "$schema",
                SCHEMA,
                "version",
                "1.5",
                "lang",
                language.code(),
                "fallbackText",
                fallback(),
                "body",
                body);
    }

    /** The whole in words, for clients that cannot draw the card. */
    String fallback() {
        StringBuilder words = new StringBuilder(prose.plain(message.text()));
        for (Choice choice : message.choices()) {
            words.append("\n- ").append(choice.label());
        }
        return cut(words.toString());
    }

    private void author(List<Map<String, Object>> body) {
        if (message.author().kind() == Message.Kind.AGENT) {
            body.add(heading(Texts.get(
                    language, "teams.author.agent", cut(message.author().name()))));
        } else if (message.author().kind() == Message.Kind.EMPLOYEE) {
            body.add(small(Texts.get(language, "teams.author.self")));
        }
    }

    private void text(List<Map<String, Object>> body) {
        if (message.author().kind() == Message.Kind.EMPLOYEE) {
            body.add(plain(run(cut(message.text()), false, true)));
        } else {
            boolean agent = message.author().kind() == Message.Kind.AGENT;
            String text = prose.block(cut(message.text()));
            for (String paragraph : text.split(agent ? NEXT_LINE : NEXT_PARAGRAPH)) {
                if (!paragraph.isBlank()) {
                    body.add(sentence(paragraph));
                }
            }
        }
    }

    private void step(List<Map<String, Object>> body) {
        Card.Step step = message.step();
        if (step != null) {
            body.add(small(Texts.get(language, "teams.step", step.number(), step.of(), step.minutes())));
            body.add(heading(cut(step.title())));
        }
    }

    private void rows(List<Map<String, Object>> body, List<Row> rows) {
        boolean first = true;
        for (Row one : rows) {
            Map<String, Object> row = row(cut(one.label()), cut(one.value()), language == Language.FR);
            if (!first) {
                row.put("spacing", "Small");
            }
            first = false;
            body.add(row);
        }
    }

    private void receipt(List<Map<String, Object>> body) {
        Card.Receipt receipt = message.receipt();
        if (receipt == null) {
            return;
        }
        if (receipt.details().stream().noneMatch(row -> row.value().equals(receipt.reference()))) {
            body.add(heading(cut(receipt.reference())));
        }
        rows(body, receipt.details());
        String url = receipt.url();
        if (url != null && links.ours(url)) {
            body.add(object(
                    "ActionSet",
                    "actions",
                    List.of(Buttons.open(Texts.get(language, "teams.receipt.open"), links.absolute(url)))));
        }
    }

    private void sources(List<Map<String, Object>> body) {
        int number = 0;
        for (Source source : message.sources().stream().limit(MOST_SOURCES).toList()) {
            number++;
            Map<String, Object> name = run(cut(mark(number) + source.title() + " · " + source.section()), false, true);
            if (links.ours(source.url())) {
                name.put("selectAction", Buttons.open(cut(source.title()), links.absolute(source.url())));
            }
            body.add(plain(name));
        }
    }

    /** The number by which the text names a source; none where the text names none. */
    private String mark(int number) {
        String mark = "[" + number + "] ";
        return message.kind() == MessageKind.ANSWER || message.text().contains(mark.strip()) ? mark : "";
    }

    private void field(List<Map<String, Object>> body, Card.Field field, boolean withInput) {
        String error = field.error();
        if (error != null) {
            Map<String, Object> run = run(cut(error), true, false);
            run.put("color", "Attention");
            body.add(plain(run));
        }
        if (withInput) {
            body.add(Inputs.of(field, language, longest));
        }
    }

    private String cut(String text) {
        return Prose.cut(text, longest);
    }
}
