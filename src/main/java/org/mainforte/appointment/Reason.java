package org.mainforte.appointment;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mainforte.catalogue.SpokenDay;
import org.mainforte.catalogue.Words;

/**
 * Finds what an appointment is for in “rdv demain pour mon écran cassé”: a clause that begins like a thing or a complaint and
 * speaks neither of the appointment itself nor of its day. When in doubt, nothing: the question is then asked.
 */
final class Reason {
    private static final Pattern BETWEEN = Pattern.compile(
            "[,.;:!?\\n()]+(?!\\d)|\\s(?:pour|car|parce que|parce qu['’]|because|for|about|concernant|as)\\s",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGINS =
            Pattern.compile("(?:mon|ma|mes|notre|nos|le|la|les|l'|un|une|des|my|our|the|a|an|plus de|no|changer|"
                    + "remplacer|reparer|replace|repair|fix|probleme|panne|problem|issue|broken)\\b.*");
    private static final Pattern ABOUT_THE_VISIT = Pattern.compile(
            "\\b(?:rdv|rendez[- ]?vous|creneau|technicien(?:ne)?|intervention|visite|passage|appointment|appt|slot|technician|visit|booking|semaine|week)\\b");

    private Reason() {}

    static Optional<String> in(String utterance) {
        return Arrays.stream(BETWEEN.split(utterance))
                .map(String::strip)
                .map(Reason::withoutWhen)
                .filter(Reason::saysWhat)
                .findFirst();
    }

    /** The clause up to where it speaks of a day or an hour: “mon écran demain matin” is about the screen. */
    private static String withoutWhen(String clause) {
        String[] words = clause.split("\\s+");
        int end = words.length;
        for (int i = words.length - 1; i > 0; i--) {
            String tail = Words.fold(String.join(" ", Arrays.copyOfRange(words, i, words.length)));
            if (SpokenDay.WORDS.matcher(tail).lookingAt()
                    || Wish.HALF.matcher(tail).lookingAt()
                    || Wish.TIME.matcher(tail).lookingAt()) {
                end = i;
            }
        }
        return String.join(" ", Arrays.copyOfRange(words, 0, end));
    }

    private static boolean saysWhat(String clause) {
        String folded = Words.fold(clause);
        return folded.length() >= 6
                && folded.length() <= 300
                && folded.contains(" ")
                && BEGINS.matcher(folded).matches()
                && !ABOUT_THE_VISIT.matcher(folded).find()
                && !SpokenDay.WORDS.matcher(folded).find()
                && !Wish.HALF.matcher(folded).find();
    }
}
