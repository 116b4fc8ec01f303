package org.mainforte.knowledge;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mainforte.catalogue.Words;
import org.mainforte.markdown.Section;

/** A few words of a section: from the sentence that shares most words with the query on. */
final class Snippet {
    private static final int LENGTH = 180;
    private static final int SHORTEST_WORD = 4;

    private Snippet() {}

    static String of(Section section, String query) {
        List<String> sentences = sentences(section.wholeText());
        Set<String> words = words(query);
        int best = 0;
        long most = 0;
        for (int i = 0; i < sentences.size(); i++) {
            long common =
                    words(sentences.get(i)).stream().filter(words::contains).count();
            if (common > most) {
                most = common;
                best = i;
            }
        }
        return shortened(String.join(" ", sentences.subList(best, sentences.size())));
    }

    private static String shortened(String text) {
        if (text.length() <= LENGTH) {
            return text;
        }
        int end = text.lastIndexOf(' ', LENGTH);
        return text.substring(0, end > 0 ? end : LENGTH) + "…";
    }

    private static List<String> sentences(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.FRENCH);
        breaks.setText(text);
        List<String> sentences = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String sentence = text.substring(start, end).strip().replaceAll("\\s+", " ");
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
            start = end;
        }
        return sentences;
    }

    private static Set<String> words(String text) {
        return Stream.of(Words.fold(text).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .collect(Collectors.toSet());
    }
}
