package org.mainforte.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mainforte.catalogue.Words;

/**
 * What a few typed words mean in the middle of a guide. An utterance counts only if all of it is made of these phrases and of
 * courtesies, so that a real question is never mistaken for a click. When several are said in one breath (“ok mais ça marche
 * pas”), the one that stands first here holds.
 */
enum StepWord {
    STOP(
            "stop, arrête, arrêtez, arrêter, on arrête, j'arrête, je m'arrête, on s'arrête, plus tard, pas maintenant, pause, quitter,"
                    + " later, maybe later, not now, quit, exit, i'll stop, let's stop"),
    FAILED(
            "ça marche pas, ça ne marche pas, marche pas, ne marche pas, ça marche toujours pas, ça ne marche toujours pas, ça fonctionne pas,"
                    + " ça ne fonctionne pas, fonctionne pas, ne fonctionne pas, toujours pas, c'est pas bon, ce n'est pas bon, pas bon,"
                    + " bloqué, bloquée, je suis bloqué, je suis bloquée, toujours bloqué, toujours bloquée, je bloque, ça bloque,"
                    + " j'y arrive pas, je n'y arrive pas, j'arrive pas, je n'arrive pas, arrive pas, rien ne se passe, il ne se passe rien,"
                    + " rien ne marche, raté, échec, impossible, does not work, doesn't work, it does not work, it doesn't work,"
                    + " not working, it's not working, it still doesn't work, still doesn't work, still not working, it isn't working,"
                    + " didn't work, it didn't work, stuck, i'm stuck, i am stuck, still stuck, it failed, it fails, failed, i can't,"
                    + " i can't do it, i cannot do it, nothing happens"),
    EXPLAIN(
            "pourquoi, pourquoi faire, explique, explique moi, expliquez, expliquez moi, expliquer, explication, plus d'explications,"
                    + " plus de détails, c'est où, où ça, où c'est, c'est quoi, comment, comment faire, comment on fait, comment ça,"
                    + " je comprends pas, je ne comprends pas, j'ai pas compris, je n'ai pas compris, pas compris, ça veut dire quoi,"
                    + " je trouve pas, je ne trouve pas, why, explain, explain please, please explain, more details, where, where is it,"
                    + " where is that, how, how do i do that, i don't understand, i do not understand, what does that mean, i can't find it"),
    SKIP(
            "passer, passer cette étape, passe, passons cette étape, sauter, sauter cette étape, skip, skip it, skip this step"),
    BACK(
            "retour, revenir, revenir en arrière, en arrière, étape précédente, précédent, précédente, back, go back, previous,"
                    + " previous step"),
    RESTART(
            "recommencer, recommence, recommencer depuis le début, recommencer à zéro, repartir de zéro, je recommence, on recommence,"
                    + " restart, start over, start again, from the start, from the beginning, begin again"),
    RESUME(
            "reprendre, reprends, reprenons, on reprend, je reprends, je veux reprendre, reprendre le guide, resume, resume the guide,"
                    + " let's resume, pick up where i left off"),
    DONE(
            "fait, c'est fait, c fait, je l'ai fait, voilà c'est fait, fini, c'est fini, terminé, c'est terminé, suivant, suivante,"
                    + " étape suivante, prochaine étape, la suite, on continue, continue, continuer, ensuite, ça marche, ça fonctionne, ça y est,"
                    + " c'est réglé, réglé, résolu, j'ai réussi, réussi, done, it's done, i did it, finished, next, next step, go on, carry on,"
                    + " it works, works, it worked, that worked, fixed, solved"),
    /** Would mean done, said right after the step; said later it may be about something else. */
    FINE(
            "ok, okay, oki, c'est ok, c'est bon, c bon, bon, bien, d'accord, dac, parfait, nickel, super, good, all good, fine, great,"
                    + " got it, all right, alright"),
    WHERE(
            "où j'en suis, où en suis-je, j'en suis où, j'en étais où, où j'en étais, quelle étape, à quelle étape, where am i,"
                    + " where was i, which step"),
    WAIT(
            "rappelle-moi, répète, répéter, répétez, pas encore, pas fini, pas fait, attends, attendez, un instant, une minute,"
                    + " deux minutes, oui, repeat, say it again, not yet, not done, wait, hold on, one moment, yes"),
    /** Would mean failed, said right after the step. */
    NO("non, no, nope");

    private static final Set<String> COURTESIES = Set.of(
            ("merci thanks thank you svp stp s il te vous plait please alors voila et mais euh donc ben bah ah oh"
                            + " well so but and now maintenant hello bonjour")
                    .split(" "));
    private static final int LONGEST = 12;
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<String, StepWord> PHRASES = phrases();

    private final String written;

    StepWord(String written) {
        this.written = written;
    }

    /** What was meant; empty when any of it is something else. @param folded as {@link Words#fold} leaves it */
    static Optional<StepWord> heard(String folded) {
        List<String> words = words(folded);
        if (words.isEmpty() || words.size() > LONGEST) {
            return Optional.empty();
        }
        var meant = EnumSet.noneOf(StepWord.class);
        int at = 0;
        while (at < words.size()) {
            int length = longest(words, at);
            if (length > 0) {
                meant.add(PHRASES.get(String.join(" ", words.subList(at, at + length))));
            } else if (!COURTESIES.contains(words.get(at))) {
                return Optional.empty();
            }
            at += Math.max(1, length);
        }
        return meant.stream().findFirst();
    }

    /** Whether it changes nothing: the step is shown again. */
    boolean onlyAsksWhere() {
        return this == RESUME || this == WHERE || this == WAIT;
    }

    /** The phrases as they stand above. */
    Stream<String> spoken() {
        return Arrays.stream(written.split(", "));
    }

    private static int longest(List<String> words, int from) {
        for (int to = words.size(); to > from; to--) {
            if (PHRASES.containsKey(String.join(" ", words.subList(from, to)))) {
                return to - from;
            }
        }
        return 0;
    }

    private static Map<String, StepWord> phrases() {
        Map<String, StepWord> phrases = new HashMap<>();
        for (StepWord word : values()) {
            word.spoken().flatMap(StepWord::spellings).forEach(phrase -> phrases.put(phrase, word));
        }
        return phrases;
    }

    /** With its apostrophes and, as many type, without: “c est bon”, “cest bon”. */
    private static Stream<String> spellings(String phrase) {
        String folded = Words.fold(phrase);
        Set<String> spellings = new HashSet<>();
        spellings.add(String.join(" ", words(folded)));
        spellings.add(String.join(" ", words(folded.replace("'", ""))));
        return spellings.stream();
    }

    private static List<String> words(String folded) {
        List<String> words = new ArrayList<>(Arrays.asList(NOT_WORDS.split(folded)));
        words.removeIf(String::isEmpty);
        return words;
    }
}
