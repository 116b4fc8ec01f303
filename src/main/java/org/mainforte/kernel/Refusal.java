package org.mainforte.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A rule of the company or of a form says no. Carries a text key, so that whoever catches it speaks the person's language.
 * Not an error of the program: no stack trace.
 */
public final class Refusal extends RuntimeException {
    private final @Nullable String field;
    private final String key;
    private final transient Object[] arguments;

    /** @param field the form field to ask again, null when the whole request is refused */
    public Refusal(@Nullable String field, String key, Object... arguments) {
        super(key, null, false, false);
        this.field = field;
        this.key = key;
        this.arguments = arguments;
    }

    public @Nullable String field() {
        return field;
    }

    public String key() {
        return key;
    }

    public String text(Language language) {
        return Texts.get(language, key, arguments);
    }
}
