package org.mainforte.advisor.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Sentences that say something is done, or is going to be, which no tool did: what only a tool's result or an article could say. Also
 * of being a person. Read on folded text (no accents, straight apostrophes); measured by {@code src/test/evaluation/promises.tsv}.
 */
final class Promises {
    private static final String ADVERBS =
            "(bien |deja |desormais |maintenant |tout de suite |aussitot |immediatement |automatiquement |bientot |vite |rapidement |donc |alors |aussi )*";
    private static final String DOES =
            "(rappel|recontact|recall|command|envo[iy]|enverr|expedi|livr|reserv|ouvr|ouvert|cre[eé]|transmet|transmis|transf|inscri|enregistr|annul|deplac|planif"
                    + "|programm|fix[eé]|pris |prends? (votre|ton|un) rendez|prenons|confirm|valid|signal|prevenu|prevenir|previen|escalad|rembours|reinitialis|debloqu"
                    + "|desactiv|activ[eé]|supprim|bloqu|chang[eé] (votre|ton)|m'occupe|occupe|organis|note|soumet|soumis|adress|lanc|declench|remont|relanc|avert"
                    + "|contact|charge |arrang|attribu|assign|affect|mobilis|depech|joins|joint|depos|fais le necessaire|fait le necessaire|faire le necessaire"
                    + "|fais (venir|passer|partir|suivre|remonter)|faire (venir|passer|partir|suivre|remonter)|fait (venir|passer|partir|suivre|remonter)|mets en relation)";
    private static final String THING =
            "(commande|ticket|demande|rendez-vous|rdv|incident|dossier|casque|souris|clavier|colis|chargeur|pc|ordinateur|materiel|remplacement|restitution|retour"
                    + "|acces|compte|mot de passe|technicien|appel|rappel|probleme|intervention|creneau|reservation|signalement|reclamation|reparation|livraison|badge|message)";
    private static final String DONE =
            "(command|confirm|enregistr|cre[eé]|ouvert|reserv|annul|envoy|expedi|parti|livr|transmis|transfer|valid|pris|prevu|programm|planifi|fix|traite|resolu|clo[st]|accept"
                    + "|approuv|reinitialis|debloqu|desactiv|activ|supprim|chang|en route|en chemin|prevenu|lanc|passe|soumis|attribu|assign|affect|escalad|remont"
                    + "|entre les mains|en cours de traitement|en bonne voie|regle|de nouveau|a nouveau|retabli|repare|remplac|remis|operationnel|suivi)";
    private static final String PEOPLE =
            "(technicien\\w*|collegue\\w*|agent\\w*|conseiller\\w*|equipes?|support|personne|humain|helpdesk|service desk|service informatique|expert\\w*|specialiste\\w*)";

    /** What the assistant does say of itself; anything else in the first person is a deed. */
    private static final String OWN =
            "(comprends?|comprenons|peux|pouvons|puis\\b|pourrais|saurais|sais|savons|vois|voyons|propos|conseil|sugg|recommand|recherch|cherch|regard|lis\\b|lu\\b|trouv|connais|regrett|crois|pens|imagin"
                    + "|esper|dispos|expliqu|guid|montr|aid|parl|repon|resum|attend|invit|prepar|pose|suis (la|desole|navre|un|une|le|l'|mainforte|pas|a votre)|besoin|compris|sous les yeux"
                    + "|demand|vais (vous |te )?(guid|aid|montr|expliqu|pos|propos|resum|cherch|regard|prepar)|voudrais|aimerais|ne |n'|pas |sens|ecout|devine|dois|souhaite|detaill|decri|donn|indiqu|precis|ai\\b)";

    private static final String NO_PROMISE =
            "(?!(peut|peuvent|pourra|pourrait|ne|n'|sait|connait|qui|que|de|du|des|a besoin|est joignable|et|ou|si|d')\\b)";

    private static final List<String> FRENCH = List.of(
            "\\b(je|j'|nous) ?(vous |te |t'|vs |lui |leur |le |la |l'|les |m'en |m'|me |nous |y |ai |avons |a |en |deja |bien |tout d'abord )*+(?!"
                    + OWN + ")\\p{L}{2,}",
            "^[^\\p{L}]*(un|une|le|la|mon|notre|nos|votre|l'|l'un de nos) ?"
                    + "(technicien\\w*|collegue\\w*|conseiller\\w*|equipes?|support|helpdesk|service informatique|expert\\w*|specialiste\\w*)"
                    + " (reseau |support |informatique )?" + NO_PROMISE + "\\p{L}+",
            "\\b(vous|te) (sera|seront|serait) (bientot )?\\p{L}+(e|es|u|is|ue|us)\\b",
            "\\b(votre|ton|ta|la|le|l')? ?"
                    + "(reparation|livraison|intervention|remplacement|visite|commande) (commenc|debut|aura lieu|aur|ser|arriv|est prevu)\\w*",
            "\\btout (est|a ete) (arrange|" + DONE + ")",
            "\\bon (vous|te) (tien|donne des|fait signe|appel|ecri|contact|ramen|apport|depan|depos|rembours|livr)\\w*",
            "\\b(mets|met|mettons|mettre) (quelqu'un|une equipe|un technicien) ",
            "\\b(je|j'|on|nous) ?(ne |vous |te |t'|vs |lui |leur |le |la |l'|les |m'en |m'|me |s'en |nous en |y )*(ai |avons |a |vais |allons |va |viens de |venons de |vient de )?"
                    + ADVERBS + DOES + "\\w*",
            "\\b(c'est|c est|cest|voila,? c'est|voila) (bon,? )?" + ADVERBS
                    + "(command|fait|not[eé]|reserv|envoy|confirm|annul|ouvert|cre|enregistr|regl|programm|planif|parti|transmis|valid|bon pour|en route|pris en"
                    + " (charge|compte)|chose faite|lanc|entre de bonnes mains)\\w*",
            "\\b(votre|ton|ta|la|le|l'|un|une|votre nouvelle?) ?" + THING
                    + "[^.?!]{0,40}\\b(est|a ete|sera|va etre|ont ete|vient d'etre|ont bien ete|a bien ete) " + ADVERBS
                    + DONE + "\\w*",
            "\\b(votre|ton|ta) " + THING
                    + "[^.?!]{0,25} (part|arrive|arrivera|partira|vous attend|t'attend|vous parviendra|revient)\\b",
            "\\b(vous (serez|allez etre|avez ete|etes)|tu (seras|vas etre|as ete|es)) " + ADVERBS
                    + "(rappel|contact|recontact|livr|inscrit|prevenu|prioritaire|rembours|mis en relation|transfer|attendu|depann)\\w*",
            "\\b(vous|tu) (recevre[zs]|recevras|aure[zs]|auras|trouvere[zs]) (bientot |demain |sous |un |une |votre |ton |des nouvelles)",
            "\\b(un|une|le|la|mon|notre|nos|votre|l'|l'un de nos) ?" + PEOPLE
                    + "[^.?!]{0,25} (va |vont |vous |te |s'en |s'|se |prend |prendra |prendront )*(passer|passera|viendra|venir|arrive|arrivera|appel|rappel|contact|recontact|intervien|interviendra"
                    + "|deplac|prend|deja|charge|occupe|penche|traite|revien|ecri)\\w*",
            "\\bquelqu'un (va|vous|te|viendra|passera|s'en|arrive|prend)\\b",
            "\\b(l'aide|de l'aide|un renfort|la solution) (est en route|arrive)\\b",
            "\\bje (ne )?suis (pas )?[^.?!]{0,40}\\b(humain|agent|conseiller|technicien|une ia|robot|intelligence artificielle|vraie personne)");

    private static final String NOW = "(now |already |been |just |successfully |automatically |also |all )*";
    private static final String ITEM =
            "(order|ticket|request|appointment|case|incident|issue|problem|booking|visit|headset|mouse|keyboard|charger|parcel|package|pc|laptop|computer|replacement|return"
                    + "|access|account|password|technician|call-?back|form)";
    private static final String MADE =
            "(ordered|placed|confirmed|recorded|created|opened|booked|cancelled|canceled|sent|submitted|shipped|dispatched|delivered|forwarded|passed|approved|accepted"
                    + "|scheduled|planned|arranged|processed|resolved|closed|reset|unlocked|blocked|deleted|changed|on (its|the|his|her|their) way|coming|registered|escalated|assigned"
                    + "|in (good|safe) hands|being|active again|back|restored|working again|working|fixed|replaced|repaired|followed)";

    private static final String SELF =
            "(understand|can|could|do |don't|see|suggest|recommend|advise|need|know|found|read|find|think|guess|hope|would|may|might|only|wonder|explain|guide|show|help|answer|propose|prepare"
                    + "|look at|search|ask|walk|list|describe|summari|(am|'m|are|'re) (sorry|afraid|not|here|only|an?|looking at|reading|unable|glad|mainforte|going to (guide|show|help|explain|ask))\\b|have (found|read|no|not|only|nothing|prepared|listed|understood|looked at)|'ve (found|read|prepared|listed|understood|looked at)"
                    + "|will (guide|show|help|explain|walk|ask|list|prepare|describe)|'ll (guide|show|help|explain|walk|ask|list|prepare|describe)|apologi|was|did|feel|mean|want|'d |must|should|have[.,;]|have$|cannot|won't|will not|did not|didn't|never|also )";

    private static final List<String> ENGLISH = List.of(
            "\\b(?<!['.])(i|we)\\b(?=[' ])( (just|already|now))*+ ?+(?!" + SELF + ")['a-z]{2,}",
            "^[^a-z]*((our|the|a|one of our) )?(network |it |support )?(technicians?|colleagues?|teams?|engineers?|support|helpdesk|service desk|network team|specialists?|experts?)"
                    + " (?!can\\b|may\\b|could|never|does not|doesn't|who|of|needs?|is reachable|and|or|that)[a-z]+",
            "\\beverything (is|has been) (arranged|" + MADE + ")",
            "\\b(the|your) (repair|delivery|visit|replacement|intervention|order) (starts|begins|will|takes place|is scheduled)\\b",
            "\\b(a|an|the|your) [^.?!]{0,25}\\b(is going to be|will be) (handed|given|sent|brought|delivered|made|installed|replaced|returned) ?(to you|for you|on|by|tomorrow|today)?",
            "\\b(i|we)( have|'ve|'ll| will| shall| am|'m| are|'re| just|'d| did| can confirm)?( just| already| now| going to| about to| gonna| also| went ahead and| gone ahead and)* ?"
                    + "(call(ed|ing)? you|ring|order|book|sent|send(ing)? you|ship|open(ed|ing)? (a|your|the)|creat|cancel|reserv|schedul|arrang|transfer|forward|escalat|register"
                    + "|log(ged)? (a|your|the)|confirm|notif|reset|unlock|block|delet|refund|chang(ed|ing)? your|mov(ed|ing)? your|mak(e|ing) sure|made (a|an|the|your)|tak(e|en|ing) care"
                    + "|contact(ed|ing)? |inform|dispatch|approv|activat|disabl|submit|plac(e|ed|ing) |get(ting)? back to you|get (someone|somebody)|have (someone|somebody|a)|let the|let (your|our)"
                    + "|look(ed|ing)? into|pass(ed|ing)? (this|it|that|your)|assign|fix(ed|ing)|sort(ed|ing)?|handl(e|ed|ing)|put (you|your|in)|rais(e|ed|ing)|flag(ged|ging)?"
                    + "|fil(e|ed|ing) (a|an|your|the)|deal(t|ing)? with|see to|reach(ed|ing)? out)\\w*",
            "\\b(it's|it is|that's|that is|all|everything is|everything's|consider it) " + NOW
                    + "(done|ordered|booked|sent|confirmed|cancelled|canceled|arranged|registered|on its way|taken care of|set|sorted|noted|handled|fixed)\\b",
            "\\b(leave (it|this|that) (with|to) (me|us)|(help|support|assistance) is (on (the|its) way|coming))\\b",
            "\\byour (new )?" + ITEM
                    + "[^.?!]{0,40}\\b(is|are|has been|was|will be|is being|have been|has now been|gets) " + NOW + MADE,
            "\\b(the|a|an) (new )?" + ITEM
                    + "[^.?!]{0,40}\\b(has been|was|will be|is being|have been|has now been|is now|is already|gets) "
                    + NOW + MADE,
            "\\bthe (order|ticket|request|appointment|booking|visit|return|call-?back) is " + NOW + MADE,
            "\\byour (new )?" + ITEM + "[^.?!]{0,25} (arrives|leaves|ships|comes|will arrive|will be there)\\b",
            "\\byou('ll| will| are going to|'re going to) (be (called|contacted|reimbursed|notified|informed|visited)|receive|get (a call|your|it|a confirmation|an? e?-?mail)|have it|hear)\\b",
            "\\b(a|the|our|your|one of our) (technician|colleague|agent|team|engineer|person|human|support|helpdesk|service desk|specialist|expert)[^.?!]{0,25}"
                    + " (will|is going to|is coming|is on|is already|calls? you|comes|has already|is looking|is working|are working|gets back)\\b",
            "\\bi('m| am)( not)? [^.?!]{0,40}\\b(human|agent|real person|technician|an ai|a bot|adviser)\\b",
            "\\bsome(one|body) (will|is going to|is coming|from|is on|is already)\\b");

    private static final Pattern ANY = Pattern.compile(String.join("|", FRENCH) + "|" + String.join("|", ENGLISH));

    private Promises() {}

    /** Whether a folded sentence promises. */
    static boolean in(String folded) {
        return ANY.matcher(folded).find();
    }
}
