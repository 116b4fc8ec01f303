package org.mainforte.ticket;

import java.util.Optional;
import java.util.regex.Pattern;
import org.mainforte.catalogue.Words;

/** What a message in plain words says about a ticket. */
final class Saying {
    private static final int TITLE = 80;

    private static final Pattern CAN_WORK =
            Pattern.compile("\\b(?:pas (?:si |tres |du tout )?(?:urgent|presse)|sans urgence"
                    + "|je peux (?:encore |quand meme |toujours )?(?:travailler|bosser)|not (?:so |very |really )?urgent|no (?:rush|hurry)"
                    + "|i can (?:still )?work)\\b");
    private static final Pattern CANNOT_WORK =
            Pattern.compile("\\b(?:(?:peux|peut|arrive|puis) (?:plus|pas) (?:du tout )?(?:a )?(?:travailler|bosser)"
                    + "|(?:plus|pas) moyen de (?:travailler|bosser)|(?:impossible|incapable) de (?:travailler|bosser)"
                    + "|empeche de (?:travailler|bosser)|completement bloquee?"
                    + "|(?:can't|cannot|can not|unable to|not able to) (?:do any )?work|stops me from working)\\b");
    private static final Pattern HINDERED = Pattern.compile(
            "\\b(?:(?:suis|bien|tres|vraiment|assez) genee?\\b|(?:tres |vraiment )genant|me ralentit|du mal a (?:travailler|bosser)"
                    + "|difficile de (?:travailler|bosser)|hard to work|slows me down|hindered|hampered)");
    private static final Pattern PHONE = Pattern.compile(
            "(?<![\\d+])(?:(?:\\+33|0033|0)[ .]?\\(?0?\\)?[ .]?[1-9](?:[ .-]?\\d{2}){4}|\\+\\d{1,3}(?:[ .-]?\\d{1,4}){2,6})(?!\\d)");
    /** What only asks for a ticket and does not describe anything. */
    private static final Pattern ASKING =
            Pattern.compile("\\b(?:je|j'ai|j'aimerais|nous|on|veux|veut|voudrais|souhaite|aimerais"
                    + "|dois|puis|peux|peut|pouvez|besoin|d'un|faut|faire|ouvrir|ouvre|ouvrez|creer|cree|deposer|declarer|signaler"
                    + "|un|une|de|le|mon|ticket|tickets|incident|demande|probleme|souci|aide|bonjour|salut|svp|stp|merci|comment|pour"
                    + "|salles?|reunions?|la|les|dans|avec|cette|ma"
                    + "|i|i'd|we|want|would|like|need|to|please|open|create|raise|log|report|submit|a|an|the|my|new|issue|problem"
                    + "|request|help|hello|hi|thanks|can|could|you|how|do|me|moi|nouveau|s'il|vous|te|plait|au|support|oui|yes|ok"
                    + "|meeting|rooms?|for|about|with|in|this)\\b");

    private static final Pattern OPENING =
            Pattern.compile("\\b(?:ouvrir|ouvre|ouvrez|creer|cree|faire|open|create|raise|log)\\b"
                    + "(?: (?:moi|me|un|une|a|an|the|le|new|nouveau))*[ -]tickets?\\b");

    private static final Pattern CONTENT = Pattern.compile("[a-z0-9]{3,}");

    private Saying() {}

    static Optional<Urgency> urgency(String utterance) {
        String folded = Words.fold(utterance);
        if (CAN_WORK.matcher(folded).find()) {
            return Optional.of(Urgency.NORMAL);
        }
        if (CANNOT_WORK.matcher(folded).find()) {
            return Optional.of(Urgency.URGENT);
        }
        return HINDERED.matcher(folded).find() ? Optional.of(Urgency.HIGH) : Optional.empty();
    }

    /** A telephone number as it was typed, French or with a country code. */
    static Optional<String> phone(String utterance) {
        var found = PHONE.matcher(utterance);
        return found.find() ? Optional.of(found.group().strip()) : Optional.empty();
    }

    /** Whether the words tell what is wrong, more than that a ticket is wanted: at least two words of content. */
    static boolean describes(String utterance) {
        return content(utterance) >= 2;
    }

    /** Whether it is the wish for a ticket itself, which is no description. */
    static boolean onlyAsks(String utterance) {
        return OPENING.matcher(Words.fold(utterance)).find() && content(utterance) == 0;
    }

    /** How many words are left without those that only ask. */
    private static long content(String utterance) {
        String rest = ASKING.matcher(Words.fold(utterance)).replaceAll(" ");
        return CONTENT.matcher(rest).results().count();
    }

    /** The first sentence, cut at a word when it is long. */
    static String title(String description) {
        String first = description.strip().split("[\\n\\r]|(?<=[.!?])\\s", 2)[0].strip();
        if (first.length() <= TITLE) {
            return first;
        }
        int cut = first.lastIndexOf(' ', TITLE - 1);
        return first.substring(0, cut > TITLE / 2 ? cut : TITLE - 1).strip() + "…";
    }
}
