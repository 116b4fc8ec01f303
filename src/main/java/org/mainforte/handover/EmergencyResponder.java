package org.mainforte.handover;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Start;
import org.mainforte.catalogue.Wishes;
import org.mainforte.catalogue.Words;
import org.mainforte.conversation.Choice;
import org.mainforte.conversation.MessageKind;
import org.mainforte.conversation.Reply;
import org.mainforte.conversation.ReplySink;
import org.mainforte.conversation.Responder;
import org.mainforte.conversation.SpeakingOrder;
import org.mainforte.conversation.Starter;
import org.mainforte.conversation.Starters;
import org.mainforte.conversation.Turn;
import org.springframework.stereotype.Component;

/**
 * Theft, a clicked link, a dangerous battery, distress: whatever is under way waits. What to do at once comes first, from the
 * knowledge base, then who can be reached now, then the urgent ticket ready to be confirmed. Heard by its words, or, as the start
 * {@code emergency:<article>}, by whoever found out otherwise that the message is about that danger.
 */
@Component
class EmergencyResponder implements Responder, Starter {
    /** Somebody asks what one should do, or says that it did not happen. */
    private static final Pattern NOT_NOW = Pattern.compile(
            "\\b(si (je|j'|on|mon|jamais|quelqu|un jour)|en cas de|au cas ou|et si|que se passe|que faire si|comment"
                    + " eviter|pour eviter|(if|in case) (i|my|someone|somebody|the|of|we)|what if|how (do i|to|can i)"
                    + " (avoid|prevent)|prevent)\\b|\\b(n'ai|ai|avons) (pas|rien|jamais) (encore"
                    + " )?(clique|ouvert|donne|saisi|rempli)|\\b(haven't|have not|didn't|did not|not) (yet"
                    + " )?(click|open|given|gave|enter|type)");

    /** Somebody asks about it, or it is over. */
    private static final Pattern ASKS = Pattern.compile(
            "^(bonjour |hello |hi"
                    + " )?(comment|quand|pourquoi|qui|quel\\w*|dois-je|faut-il|est-ce|peut-on|puis-je|how|when|why|who|which|what|do"
                    + " i|should|is it|can i)\\b|\\b(retrouve|found it|found my|jette|recycl\\w*|burn (files|a (cd|dvd|disc))|formation|sensibilisation|training|awareness|course)\\b");

    private static final String LOST_COMPUTER = "lost-stolen-pc";
    private static final String LOST_PHONE = "mobile-lost-stolen";

    /** The articles that are read out at once when their danger is there. */
    private static final Set<String> DANGERS =
            Set.of("battery-swollen-safety", LOST_COMPUTER, LOST_PHONE, "phishing-clicked");

    private static final String DISTRESS = "distress";
    /** Of a start: the message is like others that told of this danger, and not only about it. */
    private static final String ALIKE = "alike";
    /** Who tells so much that is like a danger asks what to do in passing. */
    private static final int STORY = 15;

    private static final Pattern SPACES = Pattern.compile(" ");

    /** A request that nobody made, and it was let in or a code was given away. */
    private static final String PROMPT = "mfa-unexpected-prompt";

    private static final Pattern LET_IN =
            Pattern.compile("\\b(accepte[rz]?|accepted|approuve[rz]?|approved|valide[rz]?|validated"
                    + "|appuye|tape|tapped|pressed|hit|clicked|clique|donne|gave|given|told|said yes|dit oui|mis oui|read (it|them|out)|lu"
                    + "|dictee?|confirme|confirmed|autorise|allowed|saisi|entered|typed)\\b");
    private static final Pattern KEPT_OUT = Pattern.compile(
            "\\b(refus\\w*|den(y|ied)|declin\\w*|reject\\w*|ignor\\w*|(pas|rien|jamais)"
                    + " (encore )?(accepte|approuve|valide|donne|appuye|clique|tape|saisi|dit)|pressed no|(didn't|did not|haven't|not) \\w+)\\b");

    private static final Pattern PHONE = Pattern.compile(
            "\\b(telephone|tel|mobile|smartphone|iphone|phone|gsm|cell|cellphone|cellulaire|handset|samsung|galaxy|android|xperia|carte sim|sim card)\\b");
    /** “Portable” is a computer or a telephone: beside a word for a telephone it means that one, unless both are told apart. */
    private static final Pattern COMPUTER =
            Pattern.compile("\\b(pc|ordi|ordinateur|laptop|computer|sac|sacoche|bag|backpack)\\b"
                    + "|\\bportable (et|ainsi que|avec)\\b|\\b(et|and) (mon |le )?portable\\b");

    /** Somebody's “portable”; not their charger's, and no portable disk. */
    private static final Pattern EITHER = Pattern.compile(
            "(?<!\\b(?:chargeur|batterie|ecran|housse|cable|adaptateur|station|souris|clavier) (?:de|pour) )"
                    + "\\b(?:mon|ma|le|un|son|notre|my|the|a) portable\\b(?! (?:hard|drive|disk|monitor|screen|charger|speaker|printer|ssd|scanner))");

    private static final Pattern SURELY_A_COMPUTER =
            Pattern.compile("\\b(pc|ordis?|ordinateurs?|laptops?|computers?|notebook|macbook|thinkpad|sacoche)\\b");
    private static final Pattern SURELY_A_PHONE = Pattern.compile(
            "\\b((telephone|tel) portable|portable"
                    + " (samsung|iphone|android|galaxy|xperia)|carte sim|sim card|(il|elle|ca) (ne )?(sonne|sonnait)|(faire|fais) sonner|sonne dans le vide)\\b");

    private final Starters starters;
    private final Opening opening;
    private final Callback callback;
    private final WhoAnswers whoAnswers;

    EmergencyResponder(Starters starters, Opening opening, Callback callback, WhoAnswers whoAnswers) {
        this.starters = starters;
        this.opening = opening;
        this.callback = callback;
        this.whoAnswers = whoAnswers;
    }

    @Override
    public SpeakingOrder place() {
        return SpeakingOrder.EMERGENCY;
    }

    @Override
    public boolean respond(Turn turn, ReplySink sink) {
        if (turn.text().isEmpty()) {
            return false;
        }
        if (Wishes.mentions("emergency-distress", turn.text())) {
            distress(turn, sink);
            return true;
        }
        String article = article(turn.text());
        if (article == null || !tellsOfDanger(turn.text())) {
            return false;
        }
        danger(article, turn, sink);
        return true;
    }

    /** Whether somebody tells that it happened, rather than asks about it. */
    static boolean tellsOfDanger(String text) {
        return article(text) != null && !NOT_NOW.matcher(Words.fold(text)).find();
    }

    private static @Nullable String article(String text) {
        if (Wishes.mentions("emergency-battery", text)) {
            return "battery-swollen-safety";
        }
        if (Wishes.mentions("emergency-theft", text)) {
            String words = Words.fold(text);
            boolean phone =
                    PHONE.matcher(words).find() && !COMPUTER.matcher(words).find();
            return phone ? LOST_PHONE : lost(LOST_COMPUTER, words);
        }
        return Wishes.mentions("emergency-phishing", text) ? "phishing-clicked" : null;
    }

    /** What is lost: a telephone, when somebody's “portable” rings. */
    private static String lost(String article, String words) {
        boolean rings = article.equals(LOST_COMPUTER)
                && EITHER.matcher(words).find()
                && SURELY_A_PHONE.matcher(words).find()
                && !SURELY_A_COMPUTER.matcher(words).find();
        return rings ? LOST_PHONE : article;
    }

    /** What else “mon portable” may mean when nothing tells which. */
    private static @Nullable String otherwise(String article, String words) {
        boolean open = EITHER.matcher(words).find()
                && !SURELY_A_PHONE.matcher(words).find()
                && !SURELY_A_COMPUTER.matcher(words).find();
        if (!open) {
            return null;
        }
        return switch (article) {
            case LOST_COMPUTER -> LOST_PHONE;
            case LOST_PHONE -> LOST_COMPUTER;
            default -> null;
        };
    }

    @Override
    public String kind() {
        return "emergency";
    }

    /**
     * Begins what is to be done about a danger, or, as {@code emergency:distress}, about distress.
     *
     * @return false when the message only asks about the danger
     */
    @Override
    public boolean start(Start start, Turn turn, ReplySink sink) {
        if (start.id().equals(DISTRESS)) {
            distress(turn, sink);
            return true;
        }
        String words = turn.words();
        boolean longTold = start.values().containsKey(ALIKE)
                && SPACES.split(words).length > STORY
                && !NOT_NOW.matcher(words).find();
        boolean told = longTold || tells(start.id(), words);
        if (told) {
            danger(lost(start.id(), words), turn, sink);
        }
        return told;
    }

    /** Whether it happened, when all that is known is that the message speaks of it. */
    private static boolean tells(String article, String words) {
        boolean letIn = article.equals(PROMPT)
                && LET_IN.matcher(words).find()
                && !KEPT_OUT.matcher(words).find();
        return (letIn || DANGERS.contains(article))
                && !NOT_NOW.matcher(words).find()
                && !ASKS.matcher(words).find();
    }

    private void danger(String article, Turn turn, ReplySink sink) {
        starters.begin(new Start("article", article, Map.of("section", "what-to-do")), turn, sink);
        if (!article.equals("phishing-clicked") && Wishes.mentions("emergency-phishing", turn.text())) {
            starters.begin(new Start("article", "phishing-clicked", Map.of("section", "what-to-do")), turn, sink);
        }
        String other = otherwise(article, Words.fold(turn.text()));
        if (other != null) {
            sink.say(Reply.say(
                    MessageKind.TEXT,
                    turn.language(),
                    other.equals(LOST_PHONE) ? "emergency.or-a-phone" : "emergency.or-a-computer"));
            starters.begin(new Start("article", other, Map.of("section", "what-to-do")), turn, sink);
        }
        // what is said next goes on with the first, whatever else was read
        turn.dialogue(turn.dialogue().shown(article, turn.text()));
        sink.say(Reply.of(MessageKind.HANDOVER, whoAnswers.urgently(turn.language(), turn.now())));
        String said = turn.text().length() > 1_500 ? turn.text().substring(0, 1_500) : turn.text();
        String category = article.equals("battery-swollen-safety") ? "hardware" : "security";
        for (String target : Wishes.in(turn.text())) {
            if (target.startsWith("request:") && !target.startsWith("request:ticket")) {
                turn.dialogue(turn.dialogue().waitFor(target));
            }
        }
        starters.begin(
                Start.request("ticket", Map.of("description", said, "category", category, "urgency", "urgent")),
                turn,
                sink);
    }

    /** No diagnosis, no procedure: care, people who listen at any hour, and a colleague who is there or calls back. */
    private void distress(Turn turn, ReplySink sink) {
        sink.say(Reply.say(MessageKind.HANDOVER, turn.language(), "emergency.distress"));
        turn.dialogue(turn.dialogue().shown(turn.dialogue().article(), null));
        if (opening.possible()) {
            sink.say(Reply.say(MessageKind.HANDOVER, turn.language(), "handover.somebody-is-there")
                    .choice(Choice.person(turn.language())));
            return;
        }
        sink.say(Reply.of(MessageKind.HANDOVER, whoAnswers.now(turn.language(), turn.now())));
        callback.prepare(turn, sink);
    }
}
