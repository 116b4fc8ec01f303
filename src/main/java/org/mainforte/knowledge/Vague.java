package org.mainforte.knowledge;

import java.util.List;
import org.mainforte.catalogue.Wishes;

/** Messages that say no more than that something is wrong: nothing found by their words would be more than a guess. */
final class Vague {
    /** What is mostly wrong with a PC, with a phone, and what is mostly wrong at all. */
    private static final List<String> PC = List.of("pc-wont-start", "pc-slow", "blue-screen");

    private static final List<String> PHONE = List.of("mobile-mail-setup", "mfa-new-phone", "mobile-lost-stolen");

    private static final List<String> ANYTHING = List.of("pc-wont-start", "wifi-problem", "account-locked");

    private Vague() {}

    /** The topics to choose from; empty for a message that says more. */
    static List<String> topics(String text) {
        if (Wishes.is("vague-pc", text)) {
            return PC;
        }
        if (Wishes.is("vague-phone", text)) {
            return PHONE;
        }
        return Wishes.is("vague", text) ? ANYTHING : List.of();
    }
}
