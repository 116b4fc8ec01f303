package org.mainforte.advisor.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mainforte.conversation.Attention;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.masking.Masking;

/** The answer as it grows: cut into sentences, each looked at, then shown. */
final class AnswerText {
    /** The end of a sentence or of a line; what closes it belongs to it. */
    private static final Pattern END =
            Pattern.compile("(?<![.!?…])[.!?…]++[\"»”)*_]*(?:[ ]?\\[[sl0-9,; ]+])*+\\s+|\\n+");

    private static final Pattern MARKER =
            Pattern.compile("(?<![ \\u00A0])[ \\u00A0]*+" + SentenceCheck.CITATION.pattern(), Pattern.CASE_INSENSITIVE);
    private static final Pattern LEADING_BLANKS = Pattern.compile("^[ ]+");
    /** Longer than this is taken for a sentence, so that nothing waits for ever. */
    private static final int LONGEST = 1_500;

    /** So much of what was said tells the language of a short sentence; all of it would be read again with each. */
    private static final int LOOKED_BACK = 400;

    private static final int LONGEST_ANSWER = 8_000;

    private final Language language;
    private final SentenceCheck check;
    private final Masking masking;
    private final Attention attention;
    private final StringBuilder waiting = new StringBuilder();
    private final StringBuilder shown = new StringBuilder();
    private final Set<String> cited = new LinkedHashSet<>();

    AnswerText(Language language, SentenceCheck check, Masking masking, Attention attention) {
        this.language = language;
        this.check = check;
        this.masking = masking;
        this.attention = attention;
    }

    /** A text cut as an answer is. */
    static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        Matcher end = END.matcher(text);
        int from = 0;
        while (end.find()) {
            sentences.add(text.substring(from, end.end()));
            from = end.end();
        }
        sentences.add(text.substring(from));
        return sentences;
    }

    /** Takes a piece of any length. @return what is wrong with the first sentence that may not be shown; nothing follows it */
    Optional<Fault> add(String piece) {
        waiting.append(piece);
        if (waiting.length() > LONGEST_ANSWER) {
            throw new ModelFailure(ModelFailure.Kind.TOO_LONG);
        }
        Matcher end = END.matcher(waiting);
        while (end.find()) {
            // The blank at the very end may be followed by a citation of this sentence.
            if (end.end() == waiting.length() && waiting.length() < LONGEST && !endsLine()) {
                return Optional.empty();
            }
            Optional<Fault> fault = show(take(end.end()));
            if (fault.isPresent()) {
                return fault;
            }
            end = END.matcher(waiting);
        }
        return waiting.length() > LONGEST ? show(take(waiting.length())) : Optional.empty();
    }

    private boolean endsLine() {
        return waiting.charAt(waiting.length() - 1) == '\n';
    }

    private String take(int length) {
        String sentence = waiting.substring(0, length);
        waiting.delete(0, length);
        return sentence;
    }

    /** The model has said everything. */
    Optional<Fault> finish() {
        return waiting.toString().isBlank() ? Optional.empty() : show(take(waiting.length()));
    }

    private Optional<Fault> show(String sentence) {
        if (shown.length() + sentence.length() > LONGEST_ANSWER) {
            throw new ModelFailure(ModelFailure.Kind.TOO_LONG);
        }
        Optional<Fault> fault = check.fault(sentence, shown.substring(Math.max(0, shown.length() - LOOKED_BACK)));
        if (fault.isPresent()) {
            return fault;
        }
        cited.addAll(SentenceCheck.cited(sentence));
        String bare = MARKER.matcher(sentence).replaceAll("");
        Optional<String> told = masking.restored(bare, check::mayComeBack);
        if (told.isEmpty()) {
            return Optional.of(Fault.PLACEHOLDER);
        }
        String typeset = Texts.typeset(language, told.get());
        String spaced = shown.isEmpty() || shown.charAt(shown.length() - 1) <= ' '
                ? LEADING_BLANKS.matcher(typeset).replaceFirst("")
                : typeset;
        if (!spaced.isEmpty()) {
            shown.append(spaced);
            attention.delta(spaced);
        }
        return Optional.empty();
    }

    String text() {
        return shown.toString().strip();
    }

    boolean isEmpty() {
        return text().isEmpty();
    }

    Set<String> cited() {
        return cited;
    }
}
