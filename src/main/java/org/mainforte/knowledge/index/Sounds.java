package org.mainforte.knowledge.index;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mainforte.kernel.Language;

/**
 * How a word sounds, roughly: words that are written differently but said alike get the same key, so that “cliké” finds
 * “cliqué” and “inprimante” finds “imprimante”. After the rules of French spelling (as in Soundex FR and Phonex by F. Brouard), cut down to what
 * people really mistype; English keeps a shorter list. Expects words without accents.
 */
final class Sounds {
    private static final List<Map.Entry<Pattern, String>> FRENCH = List.of(
            rule("^h", ""),
            rule("(?<![cps])h", ""),
            rule("ph", "f"),
            rule("(sch|sh|ch)(?=[rlnt])", "k"),
            rule("sch|sh|ch", "#"),
            rule("th", "t"),
            rule("eaux?|aux?|oh", "o"),
            rule("(?<=[aeiou])ill?(?=[aeo])|ill(?=[aeo])", "y"),
            rule("oe?u", "u"),
            rule("qu|ck|q|c(?=[^eiy#]|$)|cc(?=[^eiy])", "k"),
            rule("c", "s"),
            rule("gu(?=[eiy])", "g"),
            rule("ge(?=[ao])|g(?=[eiy])", "j"),
            rule("(ti|ssi|ci|xi|si)on", "sion"),
            rule("[aei]in|ain|ein|[iy][nm](?=[^aeiouynm]|$)", "5"),
            rule("[ae][nm](?=[^aeiouynm]|$)", "2"),
            rule("o[nm](?=[^aeiouynm]|$)", "3"),
            rule("ai|ei|ez$|er$|es$|e+s?$", "e"),
            rule("x", "ks"),
            rule("z", "s"),
            rule("y", "i"),
            rule("w", "v"),
            rule("(.)\\1+", "$1"),
            rule("(?<=.{2})(?:e|[stdxp])+$", ""));
    private static final List<Map.Entry<Pattern, String>> ENGLISH = List.of(
            rule("ph", "f"),
            rule("wh", "w"),
            rule("^kn", "n"),
            rule("ck|q|c(?=[^eiyh]|$)", "k"),
            rule("c(?=[eiy])", "s"),
            rule("th", "t"),
            rule("z", "s"),
            rule("(?<=.)[aeiouy]+", "a"),
            rule("(.)\\1+", "$1"),
            rule("(?<=..)a$", ""));

    private Sounds() {}

    static String key(String word, Language language) {
        String key = word;
        for (Map.Entry<Pattern, String> rule : language == Language.FR ? FRENCH : ENGLISH) {
            key = rule.getKey().matcher(key).replaceAll(rule.getValue());
        }
        return key;
    }

    private static Map.Entry<Pattern, String> rule(String heard, String written) {
        return Map.entry(Pattern.compile(heard), written);
    }
}
