package org.mainforte.conversation;

import java.util.List;
import java.util.stream.Collectors;
import org.mainforte.catalogue.Option;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;

/** How a form that was sent back reads in the transcript: “Article : Casque”, one line a field. */
final class FormAnswer {
    private FormAnswer() {}

    static String shown(List<Message> messages, Input input, Language language) {
        return messages.reversed().stream()
                .map(Message::form)
                .filter(form -> form != null && form.id().equals(input.form()))
                .findFirst()
                .map(form -> form.fields().stream()
                        .filter(field -> input.values().containsKey(field.name()))
                        .map(field -> field.label()
                                + (language == Language.FR ? "\u202F: " : ": ")
                                + label(field, input.values().getOrDefault(field.name(), "")))
                        .collect(Collectors.joining("\n")))
                .filter(text -> !text.isBlank())
                .orElseGet(() -> Texts.get(language, "choice.form-sent"));
    }

    private static String label(Card.Field field, String value) {
        return field.options().stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value);
    }
}
