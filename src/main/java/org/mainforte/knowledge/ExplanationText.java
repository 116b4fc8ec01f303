package org.mainforte.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mainforte.knowledge.index.Ranked;
import org.mainforte.knowledge.index.Why;

/** An explanation as an operator reads it. */
final class ExplanationText {
    private final Found found;
    private final Why why;
    private final String decision;
    private final boolean offered;

    ExplanationText(Found found, Why why, String decision, boolean offered) {
        this.found = found;
        this.why = why;
        this.decision = decision;
        this.offered = offered;
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        why.words().forEach(word -> sentences.add(word(word)));
        Ranked ranked = found.ranked();
        String nearest = why.nearestQuestion();
        if (nearest != null && ranked.question() > 0) {
            sentences.add(say("Nearest foreseen question: “%s”, %.0f %% alike.", nearest, 100 * ranked.question()));
        }
        sentences.add(say(
                "It speaks of %.0f %% of what was asked; evidence %.1f, %.2f is needed to answer.",
                100 * ranked.coverage(), Confidence.evidence(ranked), Confidence.LEAST));
        moved(sentences);
        sentences.add("The chat would "
                + switch (decision) {
                    case "answer" -> "answer" + (offered ? " with this article." : " with another article.");
                    case "choice" ->
                        "ask which is meant, "
                                + (offered ? "this article among the choices." : "without this article.");
                    case "unknown" -> "say that it does not know.";
                    default -> "decline it as another subject.";
                });
        return sentences;
    }

    private void moved(List<String> sentences) {
        Found.Signals signals = found.signals();
        if (signals.plainWish()) {
            sentences.add("It is asked for in plain words, which puts it first.");
        }
        if (signals.ownSite()) {
            sentences.add("It is written for the asker's own site, which counts 3 % more.");
        }
        if (signals.trouble()) {
            sentences.add("It is about what goes wrong, and a trouble was told, which counts 3 % more.");
        }
        Integer byMeaning = signals.rankByMeaning();
        Double likeness = signals.likeness();
        if (byMeaning != null && likeness != null) {
            sentences.add(say(
                    "By meaning it is number %d (likeness %.3f), by words %s.",
                    byMeaning,
                    likeness,
                    signals.rankByWords() == null ? "it is not found" : "number " + signals.rankByWords()));
        }
    }

    private static String word(Why.WordMatch word) {
        if (word.found().isEmpty()) {
            return say(
                    "“%s”: not in this article%s.",
                    word.word(),
                    word.anotherSubject()
                            ? "; a word of another subject"
                            : word.importance() == 0 ? " nor any other" : "");
        }
        Why.Way best = word.found().getFirst();
        return say(
                "“%s”%s: in %s; importance %.2f, strength %.2f.",
                word.word(), how(best), String.join(", ", best.fields()), word.importance(), word.strength());
    }

    private static String how(Why.Way way) {
        return switch (way.kind()) {
            case AS_WRITTEN -> "";
            case SYNONYM -> " by a synonym (" + way.text() + ")";
            case SAME_ROOT -> " by words of the same root (" + way.text() + ")";
            case CORRECTED -> " corrected to “" + way.text() + "”";
            case PART_OF_EXPRESSION -> " by a part of the expression (" + way.text() + ")";
            case OTHER_LANGUAGE -> " in the other language (" + way.text() + ")";
        };
    }

    private static String say(String pattern, Object... arguments) {
        return String.format(Locale.ROOT, pattern, arguments);
    }
}
