package org.mainforte.masking;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;

/**
 * Takes people out of a text for good: a word in brackets says what stood there. Error codes stay, they are what an article is
 * found by. Stricter than {@link Masking}, as nothing has to come back: links, references and any number of four digits go too.
 */
public final class Redaction {
    private static final Pattern WEB = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S+");
    private static final Pattern REFERENCE = Pattern.compile("(?i)\\b[a-z]{1,5}-\\d{4,}\\b");
    private static final Pattern ERROR =
            Pattern.compile("(?i)(?:0x[0-9a-f]{3,8}|aadsts\\d+|kb\\d{6,7}|windows-?1[01]|(?:error|erreur)-?\\d+)");
    private static final Pattern CODED =
            Pattern.compile("\\b(?=[A-Za-z\\d-]{0,80}\\d)(?=[A-Za-z\\d-]{0,80}[A-Za-z])[A-Za-z\\d][A-Za-z\\d-]{5,}\\b");
    private static final Pattern NUMBER = Pattern.compile("\\b\\d{4,}\\b");

    private final Names names;

    public Redaction(Names names) {
        this.names = names;
    }

    /** @param language of the words that stand for what was there */
    public String redacted(String text, Language language) {
        String now = Secrets.masked(text).replaceAll("\\s+", " ").strip();
        now = now.replaceAll(Secrets.MASK + "[.,;)]*", Matcher.quoteReplacement(gap(language, "secret")));
        now = WEB.matcher(now).replaceAll(gap(language, "link"));
        now = REFERENCE.matcher(now).replaceAll(gap(language, "reference"));
        for (Kind kind : Kind.values()) {
            now = kind.replaced(now, found -> gap(language, kind.tag()));
        }
        now = CODED.matcher(now)
                .replaceAll(found -> ERROR.matcher(found.group()).matches() ? found.group() : gap(language, "serial"));
        now = NUMBER.matcher(now).replaceAll(gap(language, "number"));
        return names.replaced(now, name -> gap(language, "name"));
    }

    private static String gap(Language language, String what) {
        return "[" + Texts.get(language, "masking." + what) + "]";
    }
}
