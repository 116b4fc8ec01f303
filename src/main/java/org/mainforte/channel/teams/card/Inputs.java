package org.mainforte.channel.teams.card;

import static org.mainforte.channel.teams.card.Elements.object;

import java.util.List;
import java.util.Map;
import org.mainforte.conversation.Card;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;

/** The fields of a form as inputs of a card, each with its label. */
final class Inputs {
    private static final int MOST_OPTIONS_SHOWN = 6;

    private Inputs() {}

    static Map<String, Object> of(Card.Field field, Language language, int longest) {
        boolean chosen = field.type().closed() || !field.options().isEmpty();
        Map<String, Object> input = chosen
                ? choice(field, longest)
                : switch (field.type()) {
                    case DATE -> object("Input.Date");
                    default -> object("Input.Text", "maxLength", 4000);
                };
        input.put("id", Press.FIELD + field.name());
        input.put("label", Prose.cut(field.label(), longest));
        input.put("isRequired", field.required());
        input.put("errorMessage", Texts.get(language, "teams.input.required"));
        String value = field.value();
        if (value != null && !value.isBlank()) {
            input.put("value", value.substring(0, Math.min(value.length(), longest)));
        }
        return input;
    }

    private static Map<String, Object> choice(Card.Field field, int longest) {
        List<Map<String, Object>> choices = field.options().stream()
                .map(option -> {
                    Map<String, Object> choice = new java.util.LinkedHashMap<String, Object>();
                    choice.put("title", Prose.cut(option.label(), longest));
                    choice.put("value", option.value());
                    return choice;
                })
                .toList();
        return object(
                "Input.ChoiceSet",
                "choices",
                choices,
                "style",
                choices.size() > MOST_OPTIONS_SHOWN ? "compact" : "expanded",
                "wrap",
                true);
    }
}
