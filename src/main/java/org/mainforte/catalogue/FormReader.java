package org.mainforte.catalogue;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Refusal;
import org.mainforte.kernel.Texts;

/** Reads a form record: which fields are still to be asked, whether a raw value fits, and the record itself in the end. */
public final class FormReader<F extends Record> {
    private final RequestKind<F> kind;

    public FormReader(RequestKind<F> kind) {
        this.kind = kind;
    }

    /** Every field that applies now, in the order of the form, with its value or suggestion. */
    public List<Field> fields(Asking asking) {
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : kind.form().getRecordComponents()) {
            if (kind.asks(component.getName(), asking)) {
                fields.add(field(component, asking));
            }
        }
        return fields;
    }

    /** The given values and those the kind takes for granted, only for fields that apply and only where they fit. */
    public Map<String, String> completed(Asking asking) {
        Map<String, String> values = new LinkedHashMap<>(asking.values());
        for (RecordComponent component : kind.form().getRecordComponents()) {
            String name = component.getName();
            Asking now = asking.with(values);
            if (!kind.asks(name, now)) {
                values.remove(name);
            } else if (!values.containsKey(name) && kind.assumes(name, now)) {
                String assumed = kind.suggestion(name, now);
                if (assumed != null) {
                    values.put(name, assumed);
                }
            }
        }
        return values;
    }

    /** The required fields without a value. */
    public List<Field> missing(Asking asking) {
        return fields(asking).stream()
                .filter(field -> field.required() && !asking.values().containsKey(field.name()))
                .toList();
    }

    /**
     * Reads one raw value as a person or a client gives it: an option's value or its label, a date, yes or no, plain text.
     *
     * @return the value to keep
     * @throws Refusal when it does not fit, naming the field
     */
    public String accept(Field field, String raw) {
        String value = raw.strip();
        if (field.type().closed()) {
            return field.options().stream()
                    .filter(option -> option.value().equals(value) || sameWords(option.label(), value))
                    .findFirst()
                    .map(Option::value)
                    .orElseThrow(() -> new Refusal(field.name(), "form.not-an-option", field.label()));
        }
        if (value.isEmpty()) {
            throw new Refusal(field.name(), "form.required", field.label());
        }
        if (value.length() > field.maxLength()) {
            throw new Refusal(field.name(), "form.too-long", field.label(), field.maxLength());
        }
        if (field.type() == FieldType.DATE) {
            try {
                return LocalDate.parse(value).toString();
            } catch (DateTimeParseException notADate) {
                throw new Refusal(field.name(), "form.not-a-date", field.label());
            }
        }
        return value;
    }

    /**
     * The record made of the values.
     *
     * @throws Refusal when a required value is missing or a value does not fit
     */
    public F read(Asking asking) {
        Map<String, Field> fields = new LinkedHashMap<>();
        fields(asking).forEach(field -> fields.put(field.name(), field));
        Object[] arguments = Arrays.stream(kind.form().getRecordComponents())
                .map(component -> argument(component, fields.get(component.getName()), asking))
                .toArray();
        return construct(arguments);
    }

    /**
     * The record of a form that was accepted before, without asking its rules again: options may have changed since (a slot
     * taken by another), and that is for the kind to judge when it does the work.
     */
    public F reread(Asking asking) {
        Object[] arguments = Arrays.stream(kind.form().getRecordComponents())
                .map(component -> {
                    String raw = asking.value(component.getName());
                    return raw == null ? null : typed(component.getType(), raw);
                })
                .toArray();
        return construct(arguments);
    }

    private @Nullable Object argument(RecordComponent component, @Nullable Field field, Asking asking) {
        String raw = field == null ? null : asking.value(field.name());
        if (field == null || raw == null) {
            if (field != null && field.required()) {
                throw new Refusal(field.name(), "form.required", field.label());
            }
            return null;
        }
        return typed(component.getType(), accept(field, raw));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object typed(Class<?> type, String value) {
        if (type == Boolean.class) {
            return value.equals("yes");
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(value);
        }
        if (type.isEnum()) {
            return Enum.valueOf(
                    (Class<? extends Enum>) type, value.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
        return value;
    }

    private F construct(@Nullable Object[] arguments) {
        Class<?>[] types = Arrays.stream(kind.form().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = kind.form().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("The form " + kind.form() + " cannot be built", broken);
        }
    }

    private Field field(RecordComponent component, Asking asking) {
        Ask ask = Objects.requireNonNull(
                component.getAnnotation(Ask.class), () -> "No @Ask on " + component + " of " + kind.form());
        String name = component.getName();
        String value = asking.values().containsKey(name) ? asking.value(name) : kind.suggestion(name, asking);
        return new Field(
                name,
                ask.type(),
                Texts.get(asking.language(), ask.value() + ".label"),
                Texts.get(asking.language(), ask.value()),
                options(component, ask, asking),
                ask.required(),
                ask.maxLength(),
                value);
    }

    private List<Option> options(RecordComponent component, Ask ask, Asking asking) {
        List<Option> special = kind.options(component.getName(), asking);
        if (!special.isEmpty() || !ask.type().closed()) {
            return special;
        }
        if (ask.type() == FieldType.YES_NO) {
            return List.of(
                    new Option("yes", Texts.get(asking.language(), "form.yes")),
                    new Option("no", Texts.get(asking.language(), "form.no")));
        }
        return enumOptions(component.getType(), ask.value(), asking.language());
    }

    private static List<Option> enumOptions(Class<?> type, String key, Language language) {
        if (!type.isEnum()) {
            return List.of();
        }
        return Arrays.stream(type.getEnumConstants())
                .map(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .map(value -> new Option(value, Texts.get(language, key + "." + value)))
                .toList();
    }

    private static boolean sameWords(String one, String other) {
        return Words.fold(one).equals(Words.fold(other));
    }
}
