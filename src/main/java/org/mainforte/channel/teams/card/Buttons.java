package org.mainforte.channel.teams.card;

import static org.mainforte.channel.teams.card.Elements.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mainforte.catalogue.Option;
import org.mainforte.conversation.Card;
import org.mainforte.conversation.Choice;
import org.mainforte.conversation.Message;
import org.mainforte.kernel.ConversationId;
import org.mainforte.kernel.Texts;

/** The buttons of a card: {@code Action.Execute}, and {@code Action.Submit} with the same data for clients that do not know it. */
final class Buttons {
    /** What Teams shows of one row of buttons; the rest goes into further rows. */
    private static final int IN_A_ROW = 6;
    /** What of a row stands side by side on a phone, in characters; else the last button is cut off or out of sight there. */
    private static final int ROOM = 36;

    private static final int MARGIN = 4;

    private Buttons() {}

    static List<Map<String, Object>> of(ConversationId conversation, Message message, boolean all, int longest) {
        List<Map<String, Object>> buttons = new ArrayList<>();
        if (all && message.form() != null && !oneTap(message)) {
            Map<String, Object> data = Press.data(
                    conversation, message.seq(), Press.FORM, message.form().id());
            buttons.add(button(Texts.get(message.language(), "teams.form.send"), "form", data, "positive", true));
        }
        for (Choice choice : message.choices()) {
            boolean twice = !oneTap(message) && options(message).contains(choice.label());
            if (all && !twice || choice.style() == Choice.Style.HUMAN) {
                Map<String, Object> data = Press.data(conversation, message.seq(), Press.CHOICE, choice.id());
                String style = choice.style() == Choice.Style.PRIMARY ? "positive" : "default";
                buttons.add(button(Prose.cut(choice.label(), Math.min(longest, 200)), "choice", data, style, false));
            }
        }
        return buttons;
    }

    /** Whether the only question of a form is answered by one tap: every option is a button, so no input is drawn. */
    static boolean oneTap(Message message) {
        Card.Form form = message.form();
        return form != null
                && form.fields().size() == 1
                && !options(message).isEmpty()
                && message.choices().stream().map(Choice::label).toList().containsAll(options(message));
    }

    private static List<String> options(Message message) {
        Card.Form form = message.form();
        return form == null
                ? List.of()
                : form.fields().stream()
                        .flatMap(field -> field.options().stream())
                        .map(Option::label)
                        .toList();
    }

    static Map<String, Object> open(String title, String url) {
        return object("Action.OpenUrl", "title", title, "url", url);
    }

    private static Map<String, Object> button(
            String title, String verb, Map<String, Object> data, String style, boolean withInputs) {
        Map<String, Object> execute = object("Action.Execute", "verb", verb);
        Map<String, Object> submit = object("Action.Submit");
        for (Map<String, Object> action : List.of(execute, submit)) {
            action.put("title", title);
            action.put("data", new LinkedHashMap<>(data));
            action.put("style", style);
            action.put("associatedInputs", withInputs ? "auto" : "none");
        }
        execute.put("fallback", submit);
        return execute;
    }

    static List<Map<String, Object>> rows(List<Map<String, Object>> buttons) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Map<String, Object>> row = new ArrayList<>();
        int taken = 0;
        for (Map<String, Object> button : buttons) {
            int width = String.valueOf(button.get("title")).length() + MARGIN;
            if (row.isEmpty() || taken + width > ROOM || row.size() == IN_A_ROW) {
                row = new ArrayList<>();
                taken = 0;
                rows.add(object("ActionSet", "actions", row, "spacing", rows.isEmpty() ? "Default" : "Small"));
            }
            row.add(button);
            taken += width;
        }
        return rows;
    }
}
