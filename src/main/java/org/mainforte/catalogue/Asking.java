package org.mainforte.catalogue;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;
import org.mainforte.people.Employee;

/**
 * Somebody asking for something: who, in which language, when, and what is known of the form so far (raw values by field name).
 */
public record Asking(Employee employee, Language language, Instant now, Map<String, String> values) {
    public Asking {
        values = Map.copyOf(values);
    }

    public @Nullable String value(String field) {
        return values.get(field);
    }

    public Asking with(Map<String, String> others) {
        return new Asking(employee, language, now, others);
    }
}
