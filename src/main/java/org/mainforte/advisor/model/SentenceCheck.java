package org.mainforte.advisor.model;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mainforte.catalogue.Words;
import org.mainforte.conversation.SpokenLanguage;
import org.mainforte.kernel.Language;

/** Looks at each sentence of the model before anybody sees it. What is not provably harmless is not shown. */
final class SentenceCheck {
    static final Pattern CITATION =
            Pattern.compile("\\[((?:[sl]\\d{1,3})(?:[ ]?[,;][ ]?[sl]\\d{1,3})*+)](?!\\()", Pattern.CASE_INSENSITIVE);

    private static final Pattern MARKUP = Pattern.compile(
            "<[ ]*[a-zA-Z/!?]|!\\[|&(?:#\\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,10});|[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\u00AD]");
    private static final Pattern SCHEME =
            Pattern.compile("(?i)\\b(?:javascript|vbscript|data|file|ftp|mailto|tel|intent|ms-[a-z]+)[ ]?:[ ]?[^ ]");
    private static final Pattern TARGET =
            Pattern.compile("\\][ ]?\\(\\s*<?([^)>\\s]*)|\\]:\\s*(\\S+)|((?:https?:)?//[^\\s)>\\]]+)");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?i)(?<![a-z0-9.-])([a-z0-9.-]+\\.(?:com|net|org|io|fr|eu|de|uk|ru|cn|info|biz|co|me|tk|ml|xyz|top|site|online|click|link|live|shop|app|dev|example"
                    + "|test|invalid|localhost|internal|local|tv|cc|us|be|ch|zip|mov|gg|ly|sh))(?![\\p{L}\\d])|(?<![\\p{L}0-9._%+-])[\\p{L}0-9._%+-]+@[\\p{L}0-9.-]+|\\bwww\\.\\S+");
    /** A name with a dot where somebody is sent, whatever it ends in, unless that is what files end in. */
    private static final Pattern PLACE = Pattern.compile(
            "(?i)(?<![\\p{L}\\d.-])(?:(?<=\\b(?:sur|vers|site|adresse|at|to|on|visit|via|go|page)[ *_`«“\"]{1,3})[\\p{L}\\d.-]*[.]\\p{L}{2,12}(?![\\p{L}\\d])"
                    + "|[\\p{L}\\d.-]*[.]\\p{L}{2,12}(?=/))"
                    + "(?<![.](?:docx?|xlsx?|pptx?|pdf|exe|msi|txt|zip|pst|ost|log|png|jpe?g|ini|one|csv))");

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern CITED_APART = Pattern.compile("[ ,;]+");

    private static final Pattern SLOT = Pattern.compile(
            "\\b(technicien\\w*|technician\\w*|rendez-vous|rdv|appointment\\w*|creneau\\w*|slot|colis|parcel|livr\\w+|deliver\\w*|passer\\w*|viendr\\w*|visit\\w*|rappel\\w*|call\\w*)\\b");

    /** The end of what was said, when only a line ended there and no sentence. */
    private static final Pattern OPEN_LINE = Pattern.compile("(?<![^\\n.!?…])[^\\n.!?…:]++(?=\\n\\z)");

    /** What a clause ends with. */
    private static final String ENDS = ",;:.!…\n";

    /** “Quelqu'un passe demain, d'accord ?” asks nothing. */
    private static final int SHORTEST_QUESTION = 3;

    private static final Set<String> GUARDED = Set.of("PHONE", "IBAN", "NIR", "CARD");
    private static final int WINDOW = 8;

    private final Evidence evidence;
    private final Language language;
    private final String rules;
    private final PromiseLikeness likeness;

    /**
     * @param rules the {@link #words} of the prompt's instructions, which are nobody's business
     * @param likeness hears the promises that no pattern knows
     */
    SentenceCheck(Evidence evidence, Language language, String rules, PromiseLikeness likeness) {
        this.likeness = likeness;
        this.evidence = evidence;
        this.language = language;
        this.rules = rules;
    }

    /** @param before what was said of the answer so far, for its language */
    Optional<Fault> fault(String sentence, String before) {
        String plain = Normalizer.normalize(sentence, Normalizer.Form.NFKC);
        String told = CITATION.matcher(plain).replaceAll("");
        String folded = Words.fold(told);
        if (!cited(plain).stream().allMatch(evidence::knows)) {
            return Optional.of(Fault.CITATION);
        }
        // Both forms: some invisible characters disappear in one, some look-alikes only show in the other.
        if (MARKUP.matcher(sentence).find() || MARKUP.matcher(told).find()) {
            return Optional.of(Fault.MARKUP);
        }
        if (leadsOut(told)) {
            return Optional.of(Fault.LINK);
        }
        if (inventsFigures(told, folded)) {
            return Optional.of(Fault.NUMBER);
        }
        if (quotesTheRules(folded)) {
            return Optional.of(Fault.PROMPT);
        }
        if (promises(folded, cited(plain))
                || promisesOverLines(folded, before)
                || soundsLikeAPromise(told, folded, cited(plain))) {
            return Optional.of(Fault.PROMISE);
        }
        return SpokenLanguage.of(before + " " + told, language) == language
                ? Optional.empty()
                : Optional.of(Fault.LANGUAGE);
    }

    /** Whether something that was masked may come back: a number must stand in an article, or in a look-up if nobody can call it. */
    boolean mayComeBack(String kind, String original) {
        if (kind.equals("NUMBER")) {
            return evidence.isTold(original);
        }
        return !GUARDED.contains(kind) || Figures.digits(original).stream().allMatch(evidence::hasDigits);
    }

    /** The ids a text cites, in lower case. */
    static Set<String> cited(String text) {
        Set<String> ids = new HashSet<>();
        Matcher matcher = CITATION.matcher(text);
        while (matcher.find()) {
            for (String id : CITED_APART.split(matcher.group(1))) {
                ids.add(id.toLowerCase(java.util.Locale.ROOT));
            }
        }
        return ids;
    }

    private boolean leadsOut(String told) {
        Matcher target = TARGET.matcher(told);
        while (target.find()) {
            String where = target.group(1) != null
                    ? target.group(1)
                    : target.group(2) != null ? target.group(2) : target.group(3);
            if (!evidence.hasLink(where)) {
                return true;
            }
        }
        return Stream.of(DOMAIN, PLACE)
                        .flatMap(pattern -> pattern.matcher(told).results())
                        .anyMatch(place -> !evidence.isWritten(Words.fold(place.group())))
                || SCHEME.matcher(told).find();
    }

    private boolean inventsFigures(String told, String folded) {
        boolean slot = SLOT.matcher(folded).find();
        return !Figures.references(told).stream()
                        .allMatch(one -> evidence.hasReference(one)
                                || evidence.isWritten(one.toLowerCase(java.util.Locale.ROOT)))
                || !Figures.digits(told).stream().allMatch(evidence::hasDigits)
                || !Figures.named(folded).stream().allMatch(evidence::hasDigits)
                || !Figures.times(folded).stream().allMatch(evidence::hasTime)
                || (slot && !Figures.days(folded).stream().allMatch(evidence::hasDay));
    }

    /** What an article says word for word, and how a look-up said that something stands, is no promise of the model's. */
    private boolean promises(String folded, Set<String> cited) {
        return !evidence.isSentence(folded)
                && Promises.in(folded).stream()
                        .anyMatch(promise -> !(promise.isState() && evidence.tells(cited, promise.words())));
    }

    /** A question promises nothing, and how a look-up says that something of theirs stands sounds like a promise. */
    private boolean soundsLikeAPromise(String told, String folded, Set<String> cited) {
        boolean looksUp = cited.stream().anyMatch(id -> evidence.fact(id).isPresent())
                && !(Figures.references(told).isEmpty()
                        && Figures.times(folded).isEmpty()
                        && Figures.days(folded).isEmpty());
        boolean citesAnArticle =
                cited.stream().anyMatch(id -> evidence.section(id).isPresent());
        return !looksUp
                && !asks(told.strip())
                && !evidence.isSentence(folded)
                && likeness.isPromise(told, citesAnArticle);
    }

    private static boolean asks(String told) {
        if (!told.endsWith("?")) {
            return false;
        }
        String last = told.substring(0, told.length() - 1).strip();
        int from = last.length();
        while (from > 0 && ENDS.indexOf(last.charAt(from - 1)) < 0) {
            from--;
        }
        return last.substring(from).strip().split("\\s+").length >= SHORTEST_QUESTION;
    }

    /** A line is shown as soon as it is whole, and reads on in the next one: “J'ai⏎commandé un casque”. */
    private boolean promisesOverLines(String folded, String before) {
        Matcher open = OPEN_LINE.matcher(before);
        if (!open.find() || evidence.isSentence(folded)) {
            return false;
        }
        String begun = Words.fold(open.group());
        return Promises.in(begun + " " + folded).size()
                > Promises.in(begun).size() + Promises.in(folded).size();
    }

    /** Nothing but the words of a folded text, a blank between them. */
    static String words(String folded) {
        return NO_WORD.matcher(folded).replaceAll(" ");
    }

    private boolean quotesTheRules(String folded) {
        String[] words = words(folded).strip().split(" ");
        for (int i = 0; i + WINDOW <= words.length; i++) {
            if (rules.contains(String.join(" ", java.util.Arrays.copyOfRange(words, i, i + WINDOW)))) {
                return true;
            }
        }
        return false;
    }
}
