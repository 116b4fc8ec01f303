package org.mainforte.advisor.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.mainforte.advisor.ArticleStarter;
import org.mainforte.catalogue.Words;
import org.mainforte.kernel.Language;
import org.mainforte.knowledge.Passage;

/**
 * The instructions given to the model, from {@code prompts/assistant_fr.txt} and {@code _en.txt}:
 *
 * <pre>
 * file      = "# version " version LF rules "---" LF situation
 * situation = text with {situation} and {sections}
 * </pre>
 *
 * @param version changes with every change of the file
 * @param rules what must not be quoted
 * @param words the words of the rules, as sentences are compared with them
 */
record Prompt(String version, String rules, String words, String situation) {
    private static final Map<Language, Prompt> ALL =
            Map.of(Language.FR, read(Language.FR), Language.EN, read(Language.EN));
    private static final int LONGEST_SECTION = 2_500;

    static Prompt in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    private static Prompt read(Language language) {
        String file = "/prompts/assistant_" + language.code() + ".txt";
        try (var stream = Objects.requireNonNull(Prompt.class.getResourceAsStream(file), file)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            int first = text.indexOf('\n');
            int rule = text.indexOf("\n---\n");
            String rules = text.substring(first + 1, rule).strip();
            return new Prompt(
                    text.substring("# version ".length(), first).strip(),
                    rules,
                    SentenceCheck.words(Words.fold(rules)),
                    text.substring(rule + 5).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }

    /** The whole of it for one turn, from what may leave the house. */
    String with(String known, String written, boolean near) {
        String marked = near ? "(s1, s2… : near tie, ask which)\n" + written : written;
        return rules + "\n\n"
                + situation.replace("{situation}", known).replace("{sections}", marked.isEmpty() ? "-" : marked);
    }

    static String section(String id, Passage passage) {
        String text = ArticleStarter.linked(passage.text(), passage.language());
        return "[" + id + "] " + passage.title() + " — " + passage.sectionTitle() + " ("
                + passage.language().code() + ")\n"
                + (text.length() > LONGEST_SECTION ? text.substring(0, LONGEST_SECTION) : text);
    }
}
