package org.mainforte.markdown.html;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mainforte.kernel.Language;

/** The language of a text, by its small words; what a page says of itself is often that of the tool that wrote it. */
final class TextLanguage {
    private static final Set<String> FRENCH = Set.of(
            ("le la les un une des du de et est pour dans sur votre vous nous ce cette qui que par avec au aux ne pas plus"
                            + " si ou je mon mes son sa ses etre avoir cliquez")
                    .split(" "));
    private static final Set<String> ENGLISH = Set.of(
            ("the a an and is are to of for on your you we this that which by with not be have from it or if click when"
                            + " can will do does how my at as")
                    .split(" "));
    /** The least share of small words in running text of a language; lists of names have fewer. */
    private static final double LEAST = 0.08;

    private TextLanguage() {}

    /**
     * French or English; empty when the text is in neither.
     *
     * @param declared what the page says, such as {@code fr-FR}; decides when the words do not
     */
    static Optional<Language> of(String text, String declared) {
        int words = 0;
        int french = 0;
        int english = 0;
        for (String word : fold(text).split("[^a-z]+")) {
            words += word.isEmpty() ? 0 : 1;
            french += FRENCH.contains(word) ? 1 : 0;
            english += ENGLISH.contains(word) ? 1 : 0;
        }
        if (Math.max(french, english) >= LEAST * words && french != english) {
            return Optional.of(french > english ? Language.FR : Language.EN);
        }
        String tag = declared.strip().toLowerCase(Locale.ROOT);
        boolean other = !tag.isEmpty() && !tag.startsWith("fr") && !tag.startsWith("en");
        return other ? Optional.empty() : Optional.of(tag.startsWith("en") ? Language.EN : Language.FR);
    }

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe");
    }

    /** A name in Latin letters, digits and hyphens out of any text; empty when nothing of it is left. */
    static String name(String text, int longest) {
        String name = fold(text).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return name.length() <= longest ? name : name.substring(0, longest).replaceAll("-+[^-]*$|-+$", "");
    }
}
