package org.mainforte.masking;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mainforte.catalogue.Words;

/**
 * Passwords and keys that people paste. They are replaced before anything is stored. What is only said about a password (“mon mot
 * de passe est expiré”) stays.
 */
public final class Secrets {
    /** What stands in a secret's place; an employee's own dots of this length are as good as masked. */
    public static final String MASK = "••••••••";

    private static final String NAME =
            "(?:mot de passe|mots de passe|mdp|mot 2 passe|m2p|motdepasse|code pin|code secret|phrase secr[eè]te|password|passwd|passphrase|pass|pwd|pw|pin code|secret)\\b";
    /** Without any of these there is none; looking for the rest is dear. */
    private static final Pattern SIGN = Pattern.compile("(?i)pass|mdp|m2p|pwd|pw|code|pin|secr");
    /** What looks like a password: a digit, a sign, or one of those that everybody takes. */
    private static final String TELLING =
            "(?=[^\\s]{0,64}[\\d!@#$%^&*_+=<>?/|~]|(?:azerty|qwerty|motdepasse|password|admin|soleil|doudou|chouchou|loulou|bonjour|welcome|letmein|iloveyou|dragon|monkey|marseille|jetaime|secret))";
    /** At most a few words between the name and what it is: “mdp Windows : …”. */
    private static final String OF_WHAT = "(?:[ \\u00A0]+(?!est\\b|is\\b|c['’]est\\b)[\\p{L}0-9'’-]{1,15}){0,3}?";
    /** After a colon or an equals sign nearly anything is the secret. */
    private static final Pattern ASSIGNED = Pattern.compile("(?iu)\\b" + NAME + OF_WHAT
            + "[\"']?[ \\u00A0\\u202F]*(?:[:=]|->|=>)[ \\u00A0\\u202F]*[\"'«“‘]?[ \\u00A0]?([^\\s\"'»”’]{3,})");

    private static final Pattern SAID = Pattern.compile("(?iu)\\b" + NAME + OF_WHAT
            + "(?:[ \\u00A0]*,)?[ \\u00A0]*+(?:(?:est|c['’]est|cest|is|was|était|etait)[ \\u00A0]++|(?<=[ \\u00A0]))[\"'«“‘`]?[ \\u00A0]?("
            + TELLING
            + "[^\\s\"'»”’`]{4,})");
    /** The other way round: “I type … as my password”. */
    private static final Pattern BEFORE = Pattern.compile("(?iu)(?<![^\\s\"'«“‘`])(" + TELLING
            + "[^\\s\\u00A0\"'»”’`]{4,})[\"'»”’`]?[ \\u00A0,]+(?:est|c['’]est|is|was|comme|as|pour|for)[ \\u00A0]+(?:(?:mon|ma|le|my|the|a)[ \\u00A0]+)?"
            + "(?:nouveau[ ]|new[ ]|old[ ]|ancien[ ])?" + NAME);

    private static final Pattern QUOTED = Pattern.compile(
            "(?iu)\\b" + NAME + OF_WHAT
                    + "[ \\u00A0]*(?:est|c['’]est|is|was)[ \\u00A0]*(?:[:=][ \\u00A0]*)?[\"«“‘][ \\u00A0\\u202F]?([^\"»”’\\n]{3,60}?)[ \\u00A0\\u202F]?[\"»”’]");

    private static final Pattern KEYS =
            Pattern.compile("\\b(?:sk-[A-Za-z0-9_-]{16,}|gh[pousr]_[A-Za-z0-9]{20,}|glpat-[A-Za-z0-9_-]{16,}"
                    + "|AKIA[0-9A-Z]{16}|xox[abprs]-[A-Za-z0-9-]{10,}|AIza[0-9A-Za-z_-]{30,}"
                    + "|(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{4,})|(?i:\\bbearer[ ]+)([A-Za-z0-9._~+/-]{20,}=*)"
                    + "|-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)");

    /** What is said about passwords, not what they are. */
    private static final Set<String> ABOUT = Set.of(
            "oublie",
            "perdu",
            "expire",
            "expiree",
            "bloque",
            "refuse",
            "incorrect",
            "invalide",
            "faux",
            "bon",
            "mauvais",
            "change",
            "reinitialise",
            "windows",
            "outlook",
            "teams",
            "session",
            "wifi",
            "vpn",
            "forgotten",
            "expired",
            "locked",
            "blocked",
            "refused",
            "wrong",
            "invalid",
            "lost",
            "reset",
            "changed",
            "rejected",
            "correct",
            "toujours",
            "encore",
            "demande",
            "obligatoire",
            "temporaire",
            "inconnu",
            "unknown",
            "needed",
            "required",
            "rien",
            "nothing",
            "aucun");

    /** Words that people do use as passwords. */
    private static final Set<String> USUAL = Set.of(
            "azerty",
            "azertyuiop",
            "qwerty",
            "qwertyuiop",
            "motdepasse",
            "password",
            "admin",
            "soleil",
            "doudou",
            "chouchou",
            "loulou",
            "bonjour",
            "welcome",
            "letmein",
            "iloveyou",
            "dragon",
            "monkey",
            "marseille",
            "jetaime",
            "secret");

    private Secrets() {}

    /** The text without its secrets; the same object when there are none. */
    public static String masked(String text) {
        String found = text;
        if (SIGN.matcher(text).find()) {
            found = replaced(QUOTED, found, false);
            found = replaced(ASSIGNED, found, false);
            found = replaced(SAID, found, true);
            found = replaced(BEFORE, found, true);
        }
        return replaced(KEYS, found, false);
    }

    public static boolean isMasked(String text) {
        return text.contains(MASK);
    }

    private static String replaced(Pattern pattern, String text, boolean onlyIfTelling) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        String now = matcher.replaceAll(found -> Matcher.quoteReplacement(without(found, onlyIfTelling)));
        return now.equals(text) ? text : now;
    }

    private static String without(MatchResult found, boolean onlyIfTelling) {
        boolean part = found.groupCount() > 0 && found.group(1) != null;
        if (!part) {
            return found.groupCount() > 0 && onlyIfTelling ? found.group() : MASK;
        }
        String secret = stripped(found.group(1));
        String plain = Words.fold(secret);
        if (secret.length() < 3
                || ABOUT.contains(plain)
                || secret.startsWith("•")
                || (onlyIfTelling && !telling(secret, plain))) {
            return found.group();
        }
        int from = found.start(1) - found.start();
        String whole = found.group();
        return whole.substring(0, from) + MASK + whole.substring(from + secret.length());
    }

    /** A full stop at the end belongs to the sentence. */
    private static String stripped(String token) {
        return token.replaceAll("[.,;)]+$", "");
    }

    private static boolean telling(String secret, String plain) {
        boolean digit = secret.chars().anyMatch(Character::isDigit);
        boolean letter = secret.chars().anyMatch(Character::isLetter);
        boolean symbol = secret.chars().anyMatch(c -> "!@#$%^&*_+=<>?/\\|~".indexOf(c) >= 0);
        return USUAL.contains(plain)
                || (letter && (digit || symbol))
                || (digit && symbol)
                || secret.matches("\\d{4,8}");
    }
}
