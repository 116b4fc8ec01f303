package org.mainforte.learning;

import java.util.BitSet;
import java.util.regex.Pattern;
import org.mainforte.catalogue.Words;

/**
 * What a text is judged by: its words, pairs of words that follow each other, and pieces of three to five letters of words, which
 * slips of the finger, endings and words run together leave mostly whole. Each is hashed to a number (Weinberger et al., “Feature
 * hashing for large scale multitask learning”, 2009), so that no dictionary has to be kept.
 */
final class Features {
    /** How many numbers there are; a power of two. */
    static final int NUMBERS = 1 << 17;
    /** A longer text says no more about what it is for, and giant ones must cost nothing. */
    private static final int LONGEST = 4_000;

    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 5;
    /** Tags and the targets of links, which say nothing about what somebody wants. */
    private static final Pattern MARKUP =
            Pattern.compile("<[a-zA-Z/][^<>]{0,200}>|\\]\\([^()\\s]{0,200}(?:\\([^()\\s]{0,50}\\))?\\)");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Features() {}

    /** The numbers of a text, each once, ascending. */
    static int[] of(String text) {
        var found = new BitSet(NUMBERS);
        int before = 0;
        for (String word : words(text)) {
            if (!word.isEmpty()) {
                int hash = word.hashCode();
                found.set(number(hash * 31 + 7));
                found.set(number(before * 17 + hash * 3 + 1));
                addPieces("<" + word + ">", found);
                before = hash;
            }
        }
        return found.stream().toArray();
    }

    /** The folded words of a text; the first may be empty. */
    static String[] words(String text) {
        String read = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        return BETWEEN_WORDS.split(Words.fold(MARKUP.matcher(read).replaceAll(" ")));
    }

    private static void addPieces(String word, BitSet found) {
        for (int length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
            for (int from = 0; from + length <= word.length(); from++) {
                int hash = length;
                for (int i = from; i < from + length; i++) {
                    hash = hash * 31 + word.charAt(i);
                }
                found.set(number(hash * 5 + 11));
            }
        }
    }

    /** Murmur3's finaliser spreads what strings' hashes leave close together. */
    private static int number(int hash) {
        int mixed = hash;
        mixed = (mixed ^ (mixed >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return (mixed ^ (mixed >>> 16)) & (NUMBERS - 1);
    }
}
