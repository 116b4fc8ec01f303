package org.mainforte.advisor.model;

import java.util.Locale;

/** Why a sentence of the model is not shown. The model is told once, in the words of {@code model.repair.<fault>}. */
enum Fault {
    /** It cites what it was not given, or nothing. */
    CITATION,
    /** An address that retrieval did not return. */
    LINK,
    /** HTML, a picture, invisible characters. */
    MARKUP,
    /** A ticket, a time, a phone number that stands nowhere. */
    NUMBER,
    /** Something is said to be done, or to be going to be done, that no tool did. */
    PROMISE,
    LANGUAGE,
    /** The instructions themselves. */
    PROMPT,
    /** A placeholder that was never given out. */
    PLACEHOLDER;

    String key() {
        return "model.repair." + name().toLowerCase(Locale.ROOT);
    }
}
