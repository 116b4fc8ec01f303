package org.mainforte.knowledge;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mainforte.markdown.Section;

/** A few words of a section: from the sentence that shares most words with the query on. */
final class Snippet {
    private static final int LENGTH = 180;
    private static final int SHORTEST_WORD = 4;
    /** The letters of Latin languages without their accents; a whole normalisation of every section would be slow. */
    private static final char[] BARE = bare();

    private final Set<String> asked;

    Snippet(String query) {
        asked = words(query);
    }

    private static char[] bare() {
        char[] bare = new char[0x180];
        for (char c = 0; c < bare.length; c++) {
            bare[c] = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                    .toLowerCase(Locale.ROOT)
                    .charAt(0);
        }
        return bare;
    }

    String of(Section section) {
        List<String> sentences = sentences(section.wholeText());
        int best = 0;
        long most = 0;
        for (int i = 0; i < sentences.size(); i++) {
            long common =
                    words(sentences.get(i)).stream().filter(asked::contains).count();
            if (common > most) {
                most = common;
                best = i;
            }
        }
        return shortened(sentences, best);
    }

    private static String shortened(List<String> sentences, int from) {
        var text = new StringBuilder();
        for (int i = from; i < sentences.size() && text.length() <= LENGTH; i++) {
            text.append(text.isEmpty() ? "" : " ").append(sentences.get(i).strip());
        }
        String whole = text.toString().replace('\n', ' ');
        if (whole.length() <= LENGTH) {
            return whole;
        }
        int end = whole.lastIndexOf(' ', LENGTH);
        return whole.substring(0, end > 0 ? end : LENGTH) + "…";
    }

    private static List<String> sentences(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.FRENCH);
        breaks.setText(text);
        List<String> sentences = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (!text.substring(start, end).isBlank()) {
                sentences.add(text.substring(start, end));
            }
            start = end;
        }
        return sentences;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        var word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                word.append(c < BARE.length ? BARE[c] : Character.toLowerCase(c));
            } else {
                if (word.length() >= SHORTEST_WORD) {
                    words.add(word.toString());
                }
                word.setLength(0);
            }
        }
        return words;
    }
}
