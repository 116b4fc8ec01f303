package org.mainforte.knowledge.index;

/**
 * A word of a text.
 *
 * @param surface as written, in lower case, without accents and elided article
 * @param stem what is compared
 * @param glued whether only a hyphen or an underscore stands between it and the word before
 * @param stop whether it carries no meaning of its own in this language
 */
record Word(String surface, String stem, boolean glued, boolean stop) {}
