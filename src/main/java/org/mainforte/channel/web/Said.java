package org.mainforte.channel.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.Input;
import org.mainforte.kernel.Problem;

/**
 * What an employee sends: a text, a choice or a form, exactly one of them.
 *
 * @param clientId given by the client, so that what is sent twice counts once
 * @param values of the form's fields
 */
record Said(
        @Nullable String clientId,
        @Nullable String text,
        @Nullable String choice,
        @Nullable String form,
        @Nullable Map<String, @Nullable Object> values) {
    private static final int LONGEST_VALUE = 4_000;
    private static final int MOST_VALUES = 50;

    /** @throws Problem 422 when the client id is none */
    String checkedId() {
        if (clientId == null || !clientId.matches("[0-9A-Za-z-]{8,36}")) {
            throw new Problem(422, "client-id-invalid");
        }
        return clientId.toLowerCase(Locale.ROOT);
    }

    /** @throws Problem 422 when nothing, several things or something malformed is said, 413 when it is too long */
    Input input() {
        int given = (text == null ? 0 : 1) + (choice == null ? 0 : 1) + (form == null ? 0 : 1);
        if (given != 1) {
            throw new Problem(422, "message-empty");
        }
        if (text != null && visible(text).isEmpty()) {
            throw new Problem(422, "message-empty");
        }
        if (length(text) > Conversations.LONGEST_TEXT) {
            throw new Problem(413, "text-too-long", Conversations.LONGEST_TEXT);
        }
        if (length(choice) > LONGEST_VALUE || length(form) > 200) {
            throw new Problem(422, "malformed");
        }
        return new Input(cleanOrNull(text), cleanOrNull(choice), cleanOrNull(form), strings(values));
    }

    private static Map<String, String> strings(@Nullable Map<String, @Nullable Object> given) {
        Map<String, String> strings = new HashMap<>();
        if (given == null) {
            return strings;
        }
        if (given.size() > MOST_VALUES) {
            throw new Problem(422, "malformed");
        }
        given.forEach((name, value) -> {
            if (value instanceof Map || value instanceof List || name.length() > 100) {
                throw new Problem(422, "malformed");
            }
            if (value != null) {
                String text = value instanceof Boolean yes ? (yes ? "yes" : "no") : String.valueOf(value);
                if (text.length() > LONGEST_VALUE) {
                    throw new Problem(413, "text-too-long", LONGEST_VALUE);
                }
                strings.put(name, clean(text));
            }
        });
        return strings;
    }

    /** What a person would see of a text: without invisible characters. */
    private static String visible(String text) {
        return text.replaceAll("[\\p{Cf}\\p{Cc}\\s\\u00A0\\u202F\\u3164\\u115F]+", "");
    }

    /** A NUL cannot be stored as text; lone surrogates are no text at all. */
    private static String clean(String text) {
        return text.replace("\0", "").replaceAll("[\\x{D800}-\\x{DFFF}]", "\uFFFD");
    }

    private static @Nullable String cleanOrNull(@Nullable String text) {
        return text == null ? null : clean(text);
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.codePointCount(0, text.length());
    }
}
