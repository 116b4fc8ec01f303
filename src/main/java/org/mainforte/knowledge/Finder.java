package org.mainforte.knowledge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Words;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;
import org.mainforte.knowledge.embedding.Near;
import org.mainforte.knowledge.index.Ranked;
import org.mainforte.knowledge.index.Scope;

/** Finds articles by their words, by what is plainly wished for, and by meaning where an embedding model is set up. */
final class Finder {
    /** How many topics are looked at closely before deciding. */
    static final int CLOSE = 8;
    /** What is written for the asker's own site means them more than what holds everywhere. */
    private static final double OWN_SITE = 1.03;
    /** Who tells of a trouble means what goes wrong with a thing more than how it is used. */
    private static final double TROUBLE = 1.03;

    private static final Comparator<Found> BEST_FIRST =
            Comparator.comparingDouble((Found each) -> each.ranked().score()).reversed();

    private final Library library;
    private final LiveIndex index;
    private final Fusion fusion;
    /** The site that a text names. */
    private final Function<String, Optional<SiteId>> named;

    private final Clock clock;

    Finder(Library library, LiveIndex index, Fusion fusion, Function<String, Optional<SiteId>> named, Clock clock) {
        this.library = library;
        this.index = index;
        this.fusion = fusion;
        this.named = named;
        this.clock = clock;
    }

    /**
     * What was found by the words of a question.
     *
     * @param site of who asks; null when whatever site is meant
     * @param wished the topics of what is plainly asked for
     */
    record Look(
            String question, Language language, @Nullable SiteId site, List<Found> byWords, Set<String> wished) {}

    Look look(String question, Language language, @Nullable SiteId site, int k) {
        return new Look(question, language, site, byWords(question, language, site, k), Wished.topics(question));
    }

    /** What a decision is made by: meaning only helps where words leave something open. */
    List<Found> found(Look look) {
        return wishedFirst(look.byWords(), look);
    }

    /** What a list shows, helped by meaning throughout. */
    List<Found> hits(Look look, int k) {
        List<Found> fused = fused(look.question(), look.byWords(), look.language(), look.site());
        return wishedFirst(fused, look).stream().limit(k).toList();
    }

    List<Found> find(String question, Language language, @Nullable SiteId site, int k) {
        return found(look(question, language, site, k));
    }

    private List<Found> fused(String query, List<Found> byWords, Language language, @Nullable SiteId site) {
        int offered = Confidence.offered(Found.ranked(byWords), Subject.isNamed(query))
                .size();
        return Fusion.fused(byWords, nearest(query, language, site), offered, topic -> unranked(topic, language));
    }

    List<Near> nearest(String question, Language language, @Nullable SiteId site) {
        LocalDate today = today();
        Shelf shelf = library.shelf();
        return fusion.nearest(
                question,
                topic -> shelf.article(topic, language)
                        .or(() -> shelf.article(topic, language.other()))
                        .filter(article -> article.validity().holdsOn(today) && (site == null || article.isFor(site)))
                        .isPresent());
    }

    Optional<Found> unranked(String topic, Language language) {
        Shelf shelf = library.shelf();
        return shelf.article(topic, language)
                .or(() -> shelf.article(topic, language.other()))
                .map(Found::unranked);
    }

    /** The site that a question is about: who asks about another than their own is told what is written for that one. */
    @Nullable
    SiteId meant(String question, @Nullable SiteId asker) {
        return asker == null ? null : named.apply(question).orElse(asker);
    }

    private List<Found> byWords(String query, Language language, @Nullable SiteId asker, int k) {
        Shelf shelf = library.shelf();
        SiteId site = meant(query, asker);
        var scope = new Scope(site == null ? null : site.value(), today());
        List<Ranked> ranked = index.in(now -> now.search(query, language, scope, k));
        boolean trouble = Subject.isTrouble(query);
        List<Found> found = new ArrayList<>();
        for (Ranked each : ranked) {
            shelf.article(each.topic(), language)
                    .or(() -> shelf.article(each.topic(), language.other()))
                    .map(article -> found(each, article, site))
                    .map(one -> trouble && one.article().kind() == Article.Kind.INCIDENT ? one.ofTrouble(TROUBLE) : one)
                    .ifPresent(found::add);
        }
        found.sort(BEST_FIRST);
        return found;
    }

    /** What a person plainly asks for comes before all that their words are like. */
    private List<Found> wishedFirst(List<Found> found, Look look) {
        Set<String> wished = look.wished();
        if (wished.isEmpty()) {
            return found;
        }
        double best = found.isEmpty() ? 0 : found.getFirst().ranked().score();
        List<Found> raised = new ArrayList<>();
        for (Found each : found) {
            if (wished.contains(each.article().id())) {
                raised.add(each.wished(best + each.ranked().score()));
            }
        }
        if (raised.isEmpty()) {
            wished.stream()
                    .limit(1)
                    .forEach(topic -> library.shelf()
                            .article(topic, look.language())
                            .ifPresent(article -> raised.add(found(Ranked.unfound(topic), article, look.site())
                                    .wished(best + 1))));
        }
        found.stream().filter(each -> !wished.contains(each.article().id())).forEach(raised::add);
        return raised;
    }

    private static Found found(Ranked ranked, Article article, @Nullable SiteId site) {
        Found found = Found.of(ranked, article);
        return site != null && article.sites().contains(site) ? found.ofOwnSite(OWN_SITE) : found;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ActingClock.PARIS);
    }

    /** One section of an article in force, as written, in the other language when there is only that; empty when there is none such. */
    Optional<Passage> section(String article, Language language, String anchor) {
        return library.shelf()
                .article(article, language)
                .or(() -> library.shelf().article(article, language.other()))
                .filter(each -> each.validity().holdsOn(today()))
                .flatMap(each -> each.section(anchor).map(section -> Passage.of(each, section)));
    }

    static String bare(String text) {
        return Words.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
