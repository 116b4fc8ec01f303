package org.mainforte.advisor.model;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mainforte.catalogue.Words;

/**
 * What a text tells that an answer may repeat.
 *
 * @param folded the whole of it, folded
 * @param digits its longer numbers and those of three or four digits
 * @param times its times of day, as {@code 09:30}
 * @param days its dates and days, as they stand there, folded
 * @param links where it leads
 * @param sentences its sentences, folded, without what stands around them
 */
record Told(
        String folded,
        Set<String> digits,
        Set<String> times,
        Set<String> days,
        Set<String> links,
        Set<String> sentences) {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(https?://[^\\s)>\\]]+)");

    /** Bullets and numbers before a sentence, and what ends it. */
    private static final Pattern AROUND = Pattern.compile("^[\\s*>#\\-–•\\d.)]++|(?<![\\s.!?…*_])[\\s.!?…*_]++$");

    private static final int MOST = 1_000;

    /** The same sections are read in turn after turn; those read last. */
    private static final Map<String, Told> PUBLIC = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Told> eldest) {
            return size() > MOST;
        }
    });

    /** What a text tells that everybody may read; remembered. */
    static Told ofAll(String text) {
        Told known = PUBLIC.get(text);
        if (known == null) {
            known = of(text);
            PUBLIC.put(text, known);
        }
        return known;
    }

    static Told of(String text) {
        String folded = Words.fold(text);
        Set<String> digits = new HashSet<>(Figures.small(text));
        digits.addAll(Figures.digits(text));
        return new Told(
                folded,
                digits,
                Figures.times(folded),
                Figures.days(folded),
                links(text),
                AnswerText.sentences(text).stream()
                        .map(sentence -> bare(Words.fold(sentence)))
                        .collect(Collectors.toSet()));
    }

    private static Set<String> links(String text) {
        Set<String> links = new HashSet<>();
        Matcher matcher = LINK.matcher(text);
        while (matcher.find()) {
            links.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return links;
    }

    /** A folded sentence as sentences are compared. */
    static String bare(String folded) {
        return AROUND.matcher(folded).replaceAll("");
    }
}
