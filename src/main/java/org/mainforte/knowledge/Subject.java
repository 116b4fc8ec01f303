package org.mainforte.knowledge;

import java.util.regex.Pattern;
import org.mainforte.catalogue.Wishes;
import org.mainforte.catalogue.Words;
import org.mainforte.knowledge.index.Gist;

/**
 * Whether a message is about something that we have nothing to do with. Three signs together: does it name a thing of ours (a PC, an
 * account, a parcel …: {@code it-subject} in {@code wishes.txt}); does it name something of another subject (the lists
 * {@code knowledge/elsewhere.*.txt}); has the library anything to say to it? A list alone would decline “my son spilt his juice on
 * my laptop”, and only answering what is found would tell how to pair a gaming console.
 * What has no word that we know is not another subject: it is not understood.
 */
final class Subject {
    private static final int LONG_STORY = 40;
    /** A story that names a thing of ours is about that, whatever else it mentions. */
    private static final int STORY = 20;

    /** Of questions that are ours one in thirty is as much like those that are not, of those some nine in ten. */
    private static final double ALIKE = 0.41;
    /** It takes more to send away who asks what the library certainly speaks of. */
    private static final double ALIKE_AND_KNOWN = 0.535;
    /** And more still who tells of something broken. */
    private static final double ALIKE_AND_BROKEN = 0.61;

    private static final Pattern BROKEN =
            Pattern.compile("\\b(?:(?:marche|fonctionne|repond|demarre|s'allume|s'ouvre) (?:plus|pas)|en"
                    + " panne|casse\\w*|crame\\w*|mouline\\w*|rame|bloque\\w*|clignot\\w*|bipe?|plante\\w*|bugg?\\w*|fig(?:e|ee|es)|flou\\w*|a l'envers|frozen|freez\\w*|blurr\\w*|mixed up|upside down|erreurs?|errors?|broken|(?:not|n't|stopped)"
                    + " work\\w*|crash\\w*|stuck|blink\\w*|beep\\w*|fail\\w*|refuse\\w*)\\b");
    /** Said of something that should do what it does not. */
    private static final Pattern UNWILLING = Pattern.compile(
            "\\b(?:(?:veut|fait|arrive|peux|peut|charge|connecte|imprime|affiche|trouve|vois|voit|entends?|recois|recoit|lance|detecte\\w*|reconnai\\w*) (?:plus|pas|rien)"
                    + "|impossible d|won'?t|will not|refuses|fails? to|cannot|can'?t|unable to|doesn'?t|does not|isn'?t|no longer|keeps)\\b");

    private static final Pattern SPACES = Pattern.compile(" ");

    private Subject() {}

    /** Whether it names a thing of ours. */
    static boolean isNamed(String text) {
        return Wishes.mentions("it-subject", text);
    }

    /** Whether it tells of something that does not do what it should, rather than asks how it is done. */
    static boolean isTrouble(String text) {
        String folded = Words.fold(text);
        return BROKEN.matcher(folded).find() || UNWILLING.matcher(folded).find();
    }

    /**
     * Whether it is like what people said about other subjects.
     *
     * @param likelihood from 0 to 1
     * @param sure whether what the library has certainly is about that
     */
    static boolean isLikeAnother(String text, double likelihood, boolean sure) {
        if (BROKEN.matcher(Words.fold(text)).find()) {
            return likelihood >= ALIKE_AND_BROKEN;
        }
        return likelihood >= (sure ? ALIKE_AND_KNOWN : ALIKE);
    }

    /**
     * Whether its words are of another subject.
     *
     * @param gist what its words speak of
     * @param answered whether the library has enough to answer or to ask back
     * @param sure whether what it has certainly is about that
     */
    static boolean isAnother(String text, Gist gist, boolean answered, boolean sure) {
        if (Wishes.mentions("elsewhere", text) || Wishes.is("insult", text)) {
            return true;
        }
        // long stories mention much
        int words = SPACES.split(Words.fold(text)).length;
        boolean named = isNamed(text);
        if (words > (named ? STORY : LONG_STORY)) {
            return false;
        }
        if (named) {
            // “the parking badge”, “the works council's meeting”: a word of ours beside one that is not, and nothing to
            // say to both; or one that others have as well, “the delivery of my sofa”
            return gist.foreign() > 0
                    && (!answered || (!sure && !Wishes.mentionsWithout("it-subject", "it-too", text)));
        }
        // who tells that something of theirs is broken is not sent away because we do not know the thing
        return (gist.foreign() > 0 && !sure)
                || (!answered
                        && gist.known() > 0
                        && !BROKEN.matcher(Words.fold(text)).find());
    }
}
