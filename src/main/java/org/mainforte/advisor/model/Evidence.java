package org.mainforte.advisor.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mainforte.catalogue.Lookup;
import org.mainforte.catalogue.Offer;
import org.mainforte.catalogue.Start;
import org.mainforte.catalogue.Words;
import org.mainforte.knowledge.Passage;
import org.jspecify.annotations.Nullable;

/**
 * What one turn knows: the sections retrieval returned ({@code s1}, {@code s2}, …) and what lookups answered ({@code l1}, …). An
 * answer may cite nothing else, and name no number, time or address that does not stand here.
 */
final class Evidence {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(https?://[^\\s)>\\]]+)");

    private final Map<String, Passage> sections = new LinkedHashMap<>();
    private final Map<String, Lookup.Answer> facts = new LinkedHashMap<>();
    private final Set<String> links = new HashSet<>();
    private final Set<String> references = new HashSet<>();
    private final Set<String> digits = new HashSet<>();
    private final Set<String> times = new HashSet<>();
    private final Set<String> days = new HashSet<>();
    private final StringBuilder articles = new StringBuilder();
    private final StringBuilder everything = new StringBuilder();
    private @Nullable String asked;

    /** What the person wrote may be repeated, as far as plain numbers go. */
    void asked(String text) {
        asked = Words.fold(text);
        digits.addAll(Figures.digits(text));
    }

    /** @return the id to cite it by; the same section keeps its id */
    String add(Passage passage) {
        for (var known : sections.entrySet()) {
            if (known.getValue().url().equals(passage.url())) {
                return known.getKey();
            }
        }
        String id = "s" + (sections.size() + 1);
        sections.put(id, passage);
        links.add(passage.url());
        links.add(passage.url().replaceFirst("#.*", ""));
        note(passage.text());
        articles.append(Words.fold(passage.text())).append('\n');
        return id;
    }

    String add(Lookup.Answer answer) {
        String id = "l" + (facts.size() + 1);
        facts.put(id, answer);
        note(answer.text());
        references.addAll(Figures.references(answer.text()));
        return id;
    }

    private void note(String text) {
        everything.append(Words.fold(text)).append('\n');
        digits.addAll(Figures.digits(text));
        times.addAll(Figures.times(text));
        days.addAll(Figures.days(text));
        Matcher matcher = LINK.matcher(text);
        while (matcher.find()) {
            links.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
    }

    boolean knows(String id) {
        return sections.containsKey(id) || facts.containsKey(id);
    }

    Optional<Passage> section(String id) {
        return Optional.ofNullable(sections.get(id));
    }

    Optional<Lookup.Answer> fact(String id) {
        return Optional.ofNullable(facts.get(id));
    }

    Map<String, Passage> sections() {
        return sections;
    }

    boolean hasLink(String target) {
        return links.contains(target);
    }

    boolean hasReference(String reference) {
        return references.contains(reference);
    }

    boolean hasDigits(String number) {
        return digits.contains(number);
    }

    boolean hasTime(String time) {
        return times.contains(time);
    }

    boolean hasDay(String day) {
        return days.contains(day);
    }

    /** Whether a sentence stands in an article word for word. */
    boolean isWritten(String folded) {
        return articles.indexOf(folded) >= 0;
    }

    /** Whether words stand anywhere in what is known or was asked. */
    boolean mentions(String folded) {
        return everything.indexOf(folded) >= 0 || (asked != null && asked.contains(folded));
    }

    /** The guides that the sections offer; no other may be started. */
    Set<String> guides() {
        Set<String> guides = new HashSet<>();
        for (Passage passage : sections.values()) {
            for (Start start : passage.starts()) {
                if (start.kind().equals("guide")) {
                    guides.add(start.id());
                }
            }
        }
        return guides;
    }

    /** What lookups offered to start, for the cited ones. */
    List<Offer> offers(Set<String> cited) {
        List<Offer> offers = new ArrayList<>();
        cited.forEach(id -> fact(id).ifPresent(answer -> offers.addAll(answer.offers())));
        return offers;
    }
}
