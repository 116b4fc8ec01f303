package org.mainforte.advisor.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mainforte.advisor.ArticleStarter;
import org.mainforte.catalogue.Lookup;
import org.mainforte.catalogue.Offer;
import org.mainforte.catalogue.Start;
import org.mainforte.catalogue.Words;
import org.mainforte.knowledge.Passage;
import org.mainforte.masking.Masking;

/**
 * What one turn knows: the sections retrieval returned ({@code s1}, {@code s2}, …) and what lookups answered ({@code l1}, …). An
 * answer may cite nothing else, and name no number, time or address that does not stand here.
 */
final class Evidence {
    /** So many letters of a word are the same whatever its ending. */
    private static final int STEM = 5;

    private static final Pattern AFTER_THE_PAGE = Pattern.compile("#.*");

    private final Map<String, Passage> sections = new LinkedHashMap<>();
    private final Map<String, Lookup.Answer> facts = new LinkedHashMap<>();
    private final Set<String> links = new HashSet<>();
    private final Set<String> references = new HashSet<>();
    private final Set<String> digits = new HashSet<>();
    private final Set<String> times = new HashSet<>();
    private final Set<String> days = new HashSet<>();
    private final List<Told> articles = new ArrayList<>();
    private final Set<String> sentences = new HashSet<>();
    private final Set<String> personal = new HashSet<>();

    /** Error codes that the person wrote may be repeated; nothing else of theirs is evidence: they may have pasted anything. */
    void asked(String text) {
        digits.addAll(Figures.codes(text));
    }

    /**
     * Notes a section.
     *
     * @param personal whether it says something of the person beside what everybody may read in it
     * @return the id to cite it by; the same section keeps its id
     */
    String add(Passage passage, boolean personal) {
        for (var known : sections.entrySet()) {
            if (known.getValue().url().equals(passage.url())) {
                return known.getKey();
            }
        }
        String id = "s" + (sections.size() + 1);
        sections.put(id, passage);
        links.add(passage.url());
        links.add(AFTER_THE_PAGE.matcher(passage.url()).replaceFirst(""));
        String text = ArticleStarter.linked(passage.text(), passage.language());
        articles.add(personal ? Told.of(text) : Told.ofAll(text));
        if (personal) {
            this.personal.add(id);
        }
        return id;
    }

    private boolean isPersonal(String id) {
        return personal.contains(id);
    }

    String add(Lookup.Answer answer) {
        String id = "l" + (facts.size() + 1);
        facts.put(id, answer);
        String folded = Words.fold(answer.text());
        digits.addAll(Figures.small(answer.text()));
        times.addAll(Figures.times(folded));
        days.addAll(Figures.days(folded));
        answer.text().lines().forEach(line -> sentences.add(Told.bare(Words.fold(line))));
        references.addAll(Figures.references(answer.text()));
        // A subject of a ticket may say anything: what looks like a phone number must stand in an article.
        Figures.digits(answer.text()).stream()
                .filter(number -> !Figures.isPhone(number))
                .forEach(digits::add);
        return id;
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

    /** Sections as the model reads them; what everybody may read in an article needs no masking. */
    String written(Predicate<String> wanted, Masking masking) {
        return sections.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .map(entry -> written(entry.getKey(), entry.getValue(), masking))
                .collect(Collectors.joining("\n\n"));
    }

    private String written(String id, Passage passage, Masking masking) {
        String text = Prompt.section(id, passage);
        return isPersonal(id) ? masking.masked(text) : text;
    }

    private boolean says(Predicate<Told> so) {
        return articles.stream().anyMatch(so);
    }

    boolean hasLink(String target) {
        return links.contains(target) || says(told -> told.links().contains(target));
    }

    boolean hasReference(String reference) {
        return references.contains(reference);
    }

    boolean hasDigits(String number) {
        return digits.contains(number) || says(told -> told.digits().contains(number));
    }

    boolean hasTime(String time) {
        return times.contains(time) || says(told -> told.times().contains(time));
    }

    boolean hasDay(String day) {
        return days.contains(day) || says(told -> told.days().contains(day));
    }

    /** Whether words stand in an article, in whatever sentence. */
    boolean isWritten(String folded) {
        return says(told -> told.folded().contains(folded));
    }

    /** Whether a look-up or an article has this number. */
    boolean isTold(String number) {
        return hasDigits(number)
                || facts.values().stream()
                        .anyMatch(fact -> Figures.digits(fact.text()).contains(number));
    }

    /** Whether this is a whole sentence of an article or a whole line of a look-up, word for word. */
    boolean isSentence(String folded) {
        String bare = Told.bare(folded);
        return sentences.contains(bare) || says(told -> told.sentences().contains(bare));
    }

    /** Whether a look-up among the cited ones, about something with a reference, has the last of these words in some form. */
    boolean tells(Set<String> cited, String words) {
        String last = words.substring(words.lastIndexOf(' ') + 1);
        String stem = last.substring(0, Math.min(last.length(), STEM));
        return last.length() >= STEM
                && cited.stream()
                        .flatMap(id -> fact(id).stream())
                        .anyMatch(fact -> !Figures.references(fact.text()).isEmpty()
                                && Words.fold(fact.text()).contains(stem));
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
