package org.mainforte.catalogue;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people in a hurry leave out, written in full, so that a rule need not know every way to shorten a word. */
final class Shorthand {
    private static final Map<String, String> FULL = Map.ofEntries(
            Map.entry("jai", "j'ai"),
            Map.entry("g", "j'ai"),
            Map.entry("ge", "j'ai"),
            Map.entry("jme", "je me"),
            Map.entry("jsuis", "je suis"),
            Map.entry("chui", "je suis"),
            Map.entry("chuis", "je suis"),
            Map.entry("jveu", "je veux"),
            Map.entry("jveux", "je veux"),
            Map.entry("jpeu", "je peux"),
            Map.entry("jpeux", "je peux"),
            Map.entry("jen", "j'en"),
            Map.entry("peu", "peux"),
            Map.entry("veu", "veux"),
            Map.entry("sa", "ca"),
            Map.entry("pu", "plus"),
            Map.entry("pa", "pas"),
            Map.entry("c", "c'est"),
            Map.entry("cest", "c'est"),
            Map.entry("ki", "qui"),
            Map.entry("ke", "que"),
            Map.entry("koi", "quoi"),
            Map.entry("qqun", "quelqu'un"),
            Map.entry("qqn", "quelqu'un"),
            Map.entry("qq1", "quelqu'un"),
            Map.entry("kelkun", "quelqu'un"),
            Map.entry("quelquun", "quelqu'un"),
            Map.entry("quelqun", "quelqu'un"),
            Map.entry("mdp", "mot de passe"),
            Map.entry("jve", "je veux"),
            Map.entry("umain", "humain"),
            Map.entry("ds", "dans"),
            Map.entry("dan", "dans"),
            Map.entry("ac", "avec"),
            Map.entry("avc", "avec"),
            Map.entry("trin", "train"),
            Map.entry("tel", "telephone"),
            Map.entry("fone", "phone"),
            Map.entry("im", "i'm"),
            Map.entry("ive", "i've"),
            Map.entry("cant", "can't"),
            Map.entry("dont", "don't"),
            Map.entry("u", "you"),
            Map.entry("sum1", "someone"),
            Map.entry("some1", "someone"),
            Map.entry("ppl", "people"),
            Map.entry("smb", "somebody"));
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}'])[a-z]{1,9}\\d?(?![\\p{L}\\p{N}'])");

    private Shorthand() {}

    /** @param folded see {@link Words#fold} */
    static String inFull(String folded) {
        return WORD.matcher(folded)
                .replaceAll(word -> Matcher.quoteReplacement(FULL.getOrDefault(word.group(), word.group())));
    }
}
