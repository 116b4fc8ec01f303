package org.mainforte.knowledge.index;

import java.util.Optional;

/**
 * A word of a text.
 *
 * @param surface as written, in lower case, without accents and elided article
 * @param stem what is compared
 * @param glued whether only a hyphen or an underscore stands between it and the word before
 * @param stop whether it carries no meaning of its own in this language
 */
record Word(String surface, String stem, boolean glued, boolean stop) {
    private static final int ROOT = 5;

    /**
     * What a word shares with those made from the same root, for instance “livrer”, “livreur” and “livraison”: its beginning.
     * Empty for short words and codes.
     */
    Optional<String> family() {
        return surface.length() > ROOT && surface.chars().allMatch(Character::isLetter)
                ? Optional.of("~" + surface.substring(0, ROOT))
                : Optional.empty();
    }
}
