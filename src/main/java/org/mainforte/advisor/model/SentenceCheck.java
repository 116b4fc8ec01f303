package org.mainforte.advisor.model;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mainforte.catalogue.Words;
import org.mainforte.conversation.SpokenLanguage;
import org.mainforte.kernel.Language;

/** Looks at each sentence of the model before anybody sees it. What is not provably harmless is not shown. */
final class SentenceCheck {
    static final Pattern CITATION =
            Pattern.compile("\\[((?:[sl]\\d{1,3})(?:[ ]?[,;][ ]?[sl]\\d{1,3})*)](?!\\()", Pattern.CASE_INSENSITIVE);

    private static final Pattern MARKUP = Pattern.compile(
            "<[ ]*[a-zA-Z/!?]|!\\[|&(?:#\\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,10});|[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\u00AD]");
    private static final Pattern SCHEME =
            Pattern.compile("(?i)\\b(?:javascript|vbscript|data|file|ftp|mailto|tel|intent|ms-[a-z]+)[ ]?:[ ]?[^ ]");
    private static final Pattern TARGET =
            Pattern.compile("\\][ ]?\\(\\s*<?([^)>\\s]*)|\\]:\\s*(\\S+)|((?:https?:)?//[^\\s)>\\]]+)");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?i)\\b((?:[a-z0-9-]+\\.)+(?:com|net|org|io|fr|eu|de|uk|ru|cn|info|biz|co|me|tk|ml|xyz|top|site|online|click|link|live|shop|app|dev|example"
                    + "|test|invalid|localhost|internal|local|tv|cc|us|be|ch|zip|mov|gg|ly|sh))(?![\\p{L}\\d])|[\\p{L}0-9._%+-]+@[\\p{L}0-9.-]+|\\bwww\\.\\S+");
    private static final Pattern SLOT = Pattern.compile(
            "\\b(technicien\\w*|technician\\w*|rendez-vous|rdv|appointment\\w*|creneau\\w*|slot|colis|parcel|livr\\w+|deliver\\w*|passer\\w*|viendr\\w*|visit\\w*|rappel\\w*|call\\w*)\\b");

    /** What only a tool's result or an article could say. */
    private static final Pattern PROMISE = Pattern.compile(String.join(
            "|",
            "\\b(je|j'|on|nous) ?(vous |te |t'|vs |lui |leur |le |la |l'|les |m'en |m'|me |y )*(ai |avons |a |vais |allons |va |viens de |venons de )?(de |bien |deja |tout de suite |aussitot |immediatement )*"
                    + "(rappel|recontact|recall|command|envo[iy]|enverr|expedi|livr|reserv|ouvr|ouvert|cre[eé]|transmet|transmis|transf|inscri|enregistr|annul|deplac|planif|programm|fix[eé]|pris |prends? (votre|ton|un) rendez|prenons|confirm|valid|signal|prevenu|prevenir|previen|escalad|rembours|reinitialis|debloqu|desactiv|activ[eé]|supprim|bloqu|chang[eé] (votre|ton)|m'occupe|occupe|organis|note)\\w*",
            "\\b(c'est|c est|cest|voila,? c'est|voila) (bon,? )?(command|fait|not[eé]|reserv|envoy|confirm|annul|ouvert|cre|enregistr|regl|programm|planif|parti|transmis|valid|bon pour|en route|pris en (charge|compte)|chose faite)\\w*",
            "\\b(votre|ton|ta|la|le|l'|un|une|votre nouvelle?) ?(commande|ticket|demande|rendez-vous|rdv|incident|casque|souris|clavier|colis|pc|ordinateur|restitution|retour|acces|compte|mot de passe|technicien|appel|rappel)[^.?!]{0,40}\\b(est|a ete|a bien ete|sera|va etre|ont ete|vient d'etre) (bien |desormais |maintenant |deja |automatiquement |immediatement )*(command|confirm|enregistr|cre|ouvert|reserv|annul|envoy|expedi|parti|livr|transmis|valid|pris|prevu|programm|planifi|fix|traite|resolu|cl[oô]|accept|approuv|reinitialis|debloqu|desactiv|activ|supprim|chang|en route|prevenu)\\w*",
            "\\b(vous (serez|allez etre|avez ete|etes)|tu (seras|vas etre|as ete|es)) (bien |bientot |vite |rapidement )*(rappel|contact|recontact|livr|inscrit|prevenu|prioritaire|rembours|mis en relation|transfer)\\w*",
            "\\b(vous|tu) (recevre[zs]|recevras|aure[zs]|auras|trouvere[zs]) (bientot |demain |sous |un |une |votre |ton )",
            "\\b(un|une|le|la|mon|notre|votre|l'un de nos) ?(technicien\\w*|collegue|agent|conseiller\\w*|equipe|support|personne|humain|helpdesk|service desk)[^.?!]{0,25} (va |vont |vous |te )*(passer|passera|viendra|venir|arrive|arrivera|appel|rappel|contact|recontact|intervien|se deplac|prend|deja)\\w*",
            "\\bquelqu'un (va|vous|te|viendra|passera)\\b",
            "\\b(i|we)( have|'ve|'ll| will| shall| am|'m| are|'re| just|'d| did| can confirm)?( just| already| now| going to| about to| gonna| also)* ?(call(ed|ing)? you|ring|order|book|sent|send(ing)? you|ship|open(ed|ing)? (a|your|the)|creat|cancel|reserv|schedul|arrang|transfer|forward|escalat|register|log(ged)? (a|your|the)|confirm|notif|reset|unlock|block|delet|refund|chang(ed|ing)? your|mov(ed|ing)? your|mak(e|ing) sure|made (a|an|the|your)|tak(e|en|ing) care|contact(ed|ing)? |inform|dispatch|approv|activat|disabl)\\w*",
            "\\b(it's|it is|that's|that is|all|everything is|everything's) (done|ordered|booked|sent|confirmed|cancelled|canceled|arranged|registered|on its way|taken care of|set|sorted|noted)\\b",
            "\\b(your|the|a|an) (new )?(order|ticket|request|appointment|case|incident|headset|mouse|keyboard|parcel|pc|laptop|computer|return|access|account|password|technician|call-?back)[^.?!]{0,40}\\b(is|has been|was|will be|is being|have been|has now been|gets) (now |already |been |successfully |automatically )*(ordered|confirmed|recorded|created|opened|booked|cancelled|canceled|sent|shipped|dispatched|delivered|forwarded|approved|accepted|scheduled|planned|arranged|processed|resolved|closed|reset|unlocked|blocked|deleted|changed|on (its|the|his|her) way|coming|registered|escalated)",
            "\\byou('ll| will| are going to|'re going to) (be (called|contacted|reimbursed|notified)|receive|get (a call|your|it)|have it)\\b",
            "\\b(a|the|our|your|one of our) (technician|colleague|agent|team|engineer|person|human|support|helpdesk|service desk)[^.?!]{0,25} (will|is going to|is coming|is on|calls? you|comes|has already)\\b",
            "\\bje (ne )?suis (pas )?[^.?!]{0,40}\\b(humain|agent|conseiller|technicien|une ia|robot|intelligence artificielle|vraie personne)",
            "\\bi('m| am)( not)? [^.?!]{0,40}\\b(human|agent|real person|technician|an ai|a bot|adviser)\\b",
            "\\bsome(one|body) (will|is going to|is coming|from)\\b"));

    private static final Set<String> GUARDED = Set.of("PHONE", "IBAN", "NIR", "CARD");
    private static final int WINDOW = 8;

    private final Evidence evidence;
    private final Language language;
    private final String rules;

    /** @param rules the instructions of the prompt, which are nobody's business */
    SentenceCheck(Evidence evidence, Language language, String rules) {
        this.evidence = evidence;
        this.language = language;
        this.rules = Words.fold(rules).replaceAll("[^\\p{L}\\p{N}]+", " ");
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
        if (PROMISE.matcher(folded).find() && !evidence.isWritten(bare(folded))) {
            return Optional.of(Fault.PROMISE);
        }
        if (quotesTheRules(folded)) {
            return Optional.of(Fault.PROMPT);
        }
        return SpokenLanguage.of(before + " " + told, language) == language
                ? Optional.empty()
                : Optional.of(Fault.LANGUAGE);
    }

    /** Whether something that was masked may come back: a number to call or to pay to must stand in an article. */
    boolean mayComeBack(String kind, String original) {
        return !GUARDED.contains(kind) || Figures.digits(original).stream().allMatch(evidence::hasDigits);
    }

    /** The ids a text cites, in lower case. */
    static Set<String> cited(String text) {
        Set<String> ids = new HashSet<>();
        Matcher matcher = CITATION.matcher(text);
        while (matcher.find()) {
            for (String id : matcher.group(1).split("[ ,;]+")) {
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
        Matcher domain = DOMAIN.matcher(told);
        while (domain.find()) {
            if (!evidence.isWritten(Words.fold(domain.group()))) {
                return true;
            }
        }
        return SCHEME.matcher(told).find();
    }

    private boolean inventsFigures(String told, String folded) {
        boolean slot = SLOT.matcher(folded).find();
        return !Figures.references(told).stream()
                        .allMatch(one -> evidence.hasReference(one)
                                || evidence.isWritten(one.toLowerCase(java.util.Locale.ROOT)))
                || !Figures.digits(told).stream().allMatch(evidence::hasDigits)
                || !Figures.times(told).stream().allMatch(evidence::hasTime)
                || (slot && !Figures.days(told).stream().allMatch(evidence::hasDay));
    }

    private static String bare(String folded) {
        return folded.replaceAll("^[\\s*>#\\-–•\\d.)]+", "").replaceAll("[\\s.!*]+$", "");
    }

    private boolean quotesTheRules(String folded) {
        String[] words = folded.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().split(" ");
        for (int i = 0; i + WINDOW <= words.length; i++) {
            if (rules.contains(String.join(" ", java.util.Arrays.copyOfRange(words, i, i + WINDOW)))) {
                return true;
            }
        }
        return false;
    }
}
