package org.mainforte.writing;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mainforte.catalogue.Words;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;

/**
 * Takes people out of a question: names of the directory, and whatever looks like an address, a number, a serial or a secret.
 * Error codes stay, they are what an article is found by. In doubt it masks: a writer can do without, a person cannot.
 */
final class Masking {
    private static final Pattern MAIL = Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}.-]+");
    private static final Pattern WEB = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S+");
    private static final Pattern SECRET = Pattern.compile(
            "(?iu)\\b((?:mot de passe|mdp|password|pwd|passe|code|pin|login|identifiant)\\s*(?:est|c['’]est|is|it['’]?s|:|=)\\s*)(\\S+)");
    private static final Pattern STREET = Pattern.compile(
            "(?iu)\\b\\d{1,4}\\s?(?:bis|ter)?,?\\s(?:rue|avenue|av\\.?|quai|boulevard|bd|place|chemin|all[ée]e|impasse|route|cours|street|road)\\b[^,.;!?\\n]{0,60}");
    private static final Pattern PHONE = Pattern.compile("(?<![\\w])(?:\\+|00)?\\d(?:[ .\\-/()]?\\d){8,14}(?!\\w)");
    private static final Pattern REFERENCE = Pattern.compile("(?i)\\b[a-z]{1,5}-\\d{4,}\\b");
    private static final Pattern CODED =
            Pattern.compile("\\b(?=[A-Za-z\\d-]*\\d)(?=[A-Za-z\\d-]*[A-Za-z])[A-Za-z\\d][A-Za-z\\d-]{5,}\\b");
    private static final Pattern ERROR =
            Pattern.compile("(?i)0x[0-9a-f]{3,8}|aadsts\\d+|kb\\d{6,7}|windows-?1[01]|(?:error|erreur)-?\\d+");
    private static final Pattern NUMBER = Pattern.compile("\\b\\d{4,}\\b");
    private static final Pattern SIGNED = Pattern.compile(
            "(?iu)\\b((?:je m['’]appelle|mon nom est|my name is|cordialement|bien à vous|(?:best|kind) regards|regards|monsieur|madame|mme|mr|mrs)[ ,:]+)"
                    + "(\\p{L}[\\p{L}'’-]*(?: \\p{L}[\\p{L}'’-]*)?)");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’-]*");
    private static final int SHORTEST_NAME = 3;

    private final Set<String> names = new HashSet<>();
    private final Set<String> ordinary;

    /**
     * @param people full names
     * @param ordinary words of the knowledge base, folded: a name that is one of them counts only with a capital letter
     */
    Masking(Collection<String> people, Set<String> ordinary) {
        this.ordinary = ordinary;
        for (String person : people) {
            Arrays.stream(person.split("[\\s-]+"))
                    .map(Words::fold)
                    .filter(part -> part.length() >= SHORTEST_NAME)
                    .forEach(names::add);
        }
    }

    String mask(String text, Language language) {
        String masked = text.replaceAll("\\s+", " ").strip();
        masked = MAIL.matcher(masked).replaceAll(gap(language, "mail"));
        masked = WEB.matcher(masked).replaceAll(gap(language, "link"));
        masked = SECRET.matcher(masked).replaceAll("$1" + gap(language, "secret"));
        masked = SIGNED.matcher(masked).replaceAll("$1" + gap(language, "name"));
        masked = STREET.matcher(masked).replaceAll(gap(language, "address"));
        masked = PHONE.matcher(masked).replaceAll(gap(language, "phone"));
        masked = REFERENCE.matcher(masked).replaceAll(gap(language, "reference"));
        masked = CODED.matcher(masked)
                .replaceAll(found -> ERROR.matcher(found.group()).matches() ? found.group() : gap(language, "serial"));
        masked = NUMBER.matcher(masked).replaceAll(gap(language, "number"));
        return WORD.matcher(masked).replaceAll(found -> isName(found) ? gap(language, "name") : quoted(found.group()));
    }

    private boolean isName(MatchResult found) {
        return Arrays.stream(found.group().split("[-'’]")).anyMatch(part -> {
            String folded = Words.fold(part);
            boolean capital = !part.isEmpty() && Character.isUpperCase(part.charAt(0)) && found.start() > 0;
            return names.contains(folded) && (capital || !ordinary.contains(folded));
        });
    }

    private static String quoted(String word) {
        return word.replace("\\", "\\\\").replace("$", "\\$");
    }

    private static String gap(Language language, String what) {
        return "[" + Texts.get(language, "writing.masked." + what).toLowerCase(Locale.ROOT) + "]";
    }
}
