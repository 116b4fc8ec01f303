package org.mainforte.conversation;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainforte.masking.Secrets;

/** What an employee sent: text, or a choice's id, or a form with raw values. Exactly one is there. */
public record Input(
        @Nullable String text,
        @Nullable String choice,
        @Nullable String form,
        Map<String, String> values) {
    public Input {
        values = Map.copyOf(values);
    }

    public static Input text(String text) {
        return new Input(text, null, null, Map.of());
    }

    /** The same with {@link Secrets} masked. */
    Input withoutSecrets() {
        Map<String, String> masked = new HashMap<>();
        values.forEach((name, value) -> masked.put(name, Secrets.masked(value)));
        return new Input(text == null ? null : Secrets.masked(text), choice, form, masked);
    }
}
