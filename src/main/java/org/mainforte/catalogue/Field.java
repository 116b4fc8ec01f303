package org.mainforte.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form as this person sees it now.
 *
 * @param label the short name on a card
 * @param question how it is asked for
 * @param options what a closed field can be
 * @param value what is known or suggested
 */
public record Field(
        String name,
        FieldType type,
        String label,
        String question,
        List<Option> options,
        boolean required,
        int maxLength,
        @Nullable String value) {
    public Field {
        options = List.copyOf(options);
    }
}
