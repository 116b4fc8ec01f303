package org.mainforte.conversation;

import java.util.Set;
import org.mainforte.catalogue.Words;
import org.mainforte.kernel.Language;

/**
 * Which of the two languages a message is in, by its function words; short or mixed messages keep the language of the
 * conversation. Two known languages need no statistics: the small words decide, and they are rarely misspelt.
 */
final class SpokenLanguage {
    private static final Set<String> FRENCH = Set.of(
            "le", "la", "les", "un", "une", "des", "du", "de", "je", "j", "tu", "il", "elle", "on", "nous", "vous", "ils", "mon",
            "ma", "mes", "votre", "vos", "ce", "cette", "ca", "c", "est", "suis", "ai", "as", "avez", "sont", "pas", "plus", "ne",
            "n", "qu", "que", "qui", "quoi", "comment", "pourquoi", "ou", "quand", "combien", "et", "avec", "sans", "pour", "sur",
            "dans", "chez", "au", "aux", "bonjour", "bjr", "salut", "merci", "oui", "non", "s'il", "svp", "peux", "peut", "veux",
            "voudrais", "faut", "fait", "faire", "marche", "fonctionne", "ordi", "casque", "souris", "clavier", "mdp", "rdv",
            "jai", "cest", "y", "d", "l", "m", "t", "s", "aide", "aidez", "toujours", "rien", "quelqu", "personne", "perdu",
            "vole", "commander", "annuler", "demain", "matin", "apres", "midi", "lundi", "mardi", "mercredi", "jeudi", "vendredi");
    private static final Set<String> ENGLISH = Set.of(
            "the", "a", "an", "i", "you", "he", "she", "it", "we", "they", "my", "your", "our", "is", "are", "am", "was", "were",
            "be", "been", "do", "does", "did", "not", "no", "don", "doesn", "can", "cannot", "could", "would", "should", "will",
            "have", "has", "had", "how", "what", "why", "where", "when", "who", "which", "and", "or", "but", "with", "without",
            "for", "to", "of", "in", "on", "at", "from", "this", "that", "there", "hello", "hi", "thanks", "thank", "please",
            "yes", "help", "need", "want", "get", "got", "work", "works", "working", "broken", "lost", "stolen", "laptop",
            "screen", "keyboard", "mouse", "headset", "password", "someone", "human", "person", "tomorrow", "morning",
            "afternoon", "monday", "tuesday", "wednesday", "thursday", "friday", "still", "t", "s", "m", "book", "cancel");

    private SpokenLanguage() {}

    static Language of(String text, Language otherwise) {
        int french = 0;
        int english = 0;
        for (String word : Words.fold(text).split("[^\\p{L}]+")) {
            french += FRENCH.contains(word) ? 1 : 0;
            english += ENGLISH.contains(word) ? 1 : 0;
        }
        boolean accents = text.chars().anyMatch(c -> "éèêëàâçîïôûùœ".indexOf(c) >= 0);
        french += accents ? 1 : 0;
        if (french == english) {
            return otherwise;
        }
        return french > english ? Language.FR : Language.EN;
    }
}
