package org.mainforte.conversation;

import java.util.ArrayList;
import java.util.List;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;

/**
 * What whoever takes a conversation over should know first; made by the program, and says so. Each line is plain text.
 *
 * @param asked what the person wanted, in their words
 * @param tried what was shown or gone through, and what became of it
 * @param seen what was recorded on the way: tickets, appointments, files
 * @param open what is still undecided or unanswered
 * @param model whether a language model phrased it, rather than rules
 */
public record Summary(
        Language language,
        List<String> asked,
        List<String> tried,
        List<String> seen,
        List<String> open,
        boolean model) {
    public Summary {
        asked = List.copyOf(asked);
        tried = List.copyOf(tried);
        seen = List.copyOf(seen);
        open = List.copyOf(open);
    }

    /** All of it as Markdown, beginning with the words that say that it was generated. */
    public String text() {
        List<String> parts = new ArrayList<>();
        parts.add("*" + Texts.get(language, model ? "summary.by-model" : "summary.by-rules") + "*");
        part(parts, "summary.asked", asked);
        part(parts, "summary.tried", tried);
        part(parts, "summary.seen", seen);
        part(parts, "summary.open", open);
        return String.join("\n\n", parts);
    }

    private void part(List<String> parts, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            parts.add("**" + Texts.get(language, title) + "**\n"
                    + String.join("\n", lines.stream().map(line -> "- " + line).toList()));
        }
    }
}
