package org.mainforte.knowledge;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Words;
import org.mainforte.kernel.ActingClock;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;
import org.mainforte.knowledge.embedding.Near;
import org.mainforte.knowledge.index.Entry;
import org.mainforte.knowledge.index.Gist;
import org.mainforte.knowledge.index.Ranked;
import org.mainforte.knowledge.index.Scope;
import org.mainforte.knowledge.index.TopicIndex;
import org.mainforte.knowledge.index.Why;
import org.mainforte.markdown.Section;
import org.mainforte.site.Site;
import org.mainforte.site.Sites;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The desk where questions are looked up. Safe for use by many threads. A search takes what is known at that moment; changes
 * of the files come in by {@link #refresh}.
 */
@Component
public class KnowledgeSearch {
    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeSearch.class);
    /** How many topics are looked at closely before deciding. */
    private static final int CLOSE = 8;
    /** How many topics may speak of what a follow-up adds. */
    private static final int MANY = 40;
    /** What is written for the asker's own site means them more than what holds everywhere. */
    private static final double OWN_SITE = 1.03;
    /** From this share of a follow-up on, an article is about what it added. */
    private static final double SPEAKS_OF_IT = 0.4;

    private static final Comparator<Found> BEST_FIRST =
            Comparator.comparingDouble((Found each) -> each.ranked().score()).reversed();
    private static final String FIRST_HELP = "what-to-do";

    private final Library library;
    private final Clock clock;
    private final SaidToAll said;
    private final Fusion fusion;
    /** The site that a text names. */
    private final Function<String, Optional<SiteId>> named;
    /** Null while it has to be made anew. */
    private volatile @Nullable TopicIndex index;

    @Autowired
    KnowledgeSearch(Library library, Clock clock, Inserts inserts, Fusion fusion, Sites sites) {
        this(library, clock, inserts, fusion, text -> sites.named(text).map(Site::id));
    }

    private KnowledgeSearch(
            Library library, Clock clock, Inserts inserts, Fusion fusion, Function<String, Optional<SiteId>> named) {
        this.library = library;
        this.clock = clock;
        this.fusion = fusion;
        this.named = named;
        this.said = new SaidToAll(library, inserts);
        said.changed(library.refresh().topics());
        this.index = new Shelving(library, said).whole();
        fusion.learn(library.shelf());
    }

    /** Finds by words alone; inserts say nothing and no site is known by name. */
    KnowledgeSearch(Library library, Clock clock) {
        this(library, clock, Fusion.none());
    }

    /** A search in which inserts say nothing and no site is known by name. */
    KnowledgeSearch(Library library, Clock clock, Fusion fusion) {
        this(library, clock, new Inserts(insert -> Optional.empty()), fusion, text -> Optional.empty());
    }

    /** Finds by words alone; inserts say nothing. */
    KnowledgeSearch(Library library, Clock clock, Sites sites) {
        this(library, clock, new Inserts(insert -> Optional.empty()), Fusion.none(), sites);
    }

    /** Takes in what has changed in the files, and makes the index anew if it broke. Cheap when nothing has. */
    synchronized void refresh() {
        Library.News news = library.refresh();
        Set<String> topics = new HashSet<>(news.topics());
        topics.addAll(said.changed(news.topics()));
        if (!news.topics().isEmpty()) {
            fusion.learn(library.shelf());
        }
        TopicIndex now = index;
        if (now == null || news.vocabulary()) {
            index = new Shelving(library, said).whole();
        } else if (!topics.isEmpty()) {
            try {
                new Shelving(library, said).change(now, topics);
            } catch (RuntimeException broken) {
                broke(now, broken);
            }
        }
    }

    private void broke(TopicIndex broken, RuntimeException cause) {
        LOG.error("The index broke; it is being made anew", cause);
        synchronized (this) {
            if (index == broken) {
                index = null;
            }
        }
    }

    /** Whether questions can be answered. */
    public boolean isReady() {
        try {
            return topics() > 0;
        } catch (ReadingAgain meanwhile) {
            return false;
        }
    }

    /**
     * How many topics can be found.
     *
     * @throws ReadingAgain while the index is made anew
     */
    public int topics() {
        return in(TopicIndex::size);
    }

    private <T> T in(Function<TopicIndex, T> look) {
        TopicIndex now = index;
        if (now == null) {
            throw new ReadingAgain();
        }
        try {
            return look.apply(now);
        } catch (TopicIndex.BrokenIndex broken) {
            broke(now, broken);
            throw new ReadingAgain();
        }
    }

    /** For tests of what happens then. */
    void breakIndex() throws IOException {
        TopicIndex now = index;
        if (now != null) {
            now.close();
        }
    }

    /**
     * The articles that answer a query best, best first, each topic once, whatever site it is for.
     *
     * @param language the language of the query and, where there is a choice, of the articles
     * @param k how many at most
     * @throws ReadingAgain while the index is made anew
     */
    public List<Hit> search(String query, Language language, int k) {
        return search(query, language, k, null);
    }

    /** The same, without what is only for sites other than this one. */
    public List<Hit> search(String query, Language language, int k, @Nullable SiteId site) {
        var snippet = new Snippet(query);
        return hits(query, language, k, site).stream()
                .map(each -> hit(each, snippet))
                .toList();
    }

    /** The same, each hit with the reasons for its place. */
    public List<Hit> explained(String query, Language language, int k, @Nullable SiteId site) {
        List<Found> found = hits(query, language, k, site);
        var shelving = new Shelving(library, said);
        List<Entry> entries =
                found.stream().map(each -> shelving.entry(each.article().id())).toList();
        List<Why> reasons = in(now -> now.explain(query, language, entries));
        Decision decision = helped(standingAlone(query, language, site), query, language, site);
        var snippet = new Snippet(query);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Found each = found.get(i);
            boolean offered = decision.offers(each.article().id());
            hits.add(hit(each, snippet).explained(Explanation.of(each, reasons.get(i), decision.name(), offered)));
        }
        return hits;
    }

    private List<Found> hits(String query, Language language, int k, @Nullable SiteId site) {
        List<Found> byWords = byWords(query, language, site, Math.max(k, CLOSE));
        List<Found> fused = fused(query, byWords, language, site);
        return wishedFirst(fused, Wished.topics(query), language, site).stream()
                .limit(k)
                .toList();
    }

    private static Hit hit(Found found, Snippet snippet) {
        Article article = found.article();
        Section section = found.section();
        return new Hit(
                article.id(),
                article.language(),
                article.title(),
                section.anchor(),
                section.title(),
                found.ranked().score(),
                snippet.of(section),
                article.url() + "#" + section.anchor(),
                null);
    }

    /** What is to be said to a question: one passage, a choice of two or three, or that nothing is known. */
    public Decision decide(String question, Language language, Context context) {
        try {
            return helped(decided(question, language, context), question, language, context.site());
        } catch (ReadingAgain meanwhile) {
            return new Decision.Unread();
        }
    }

    private Decision decided(String question, Language language, Context context) {
        List<Passage> usual = Vague.topics(question).stream()
                .flatMap(topic -> section(topic, language, FIRST_HELP).stream())
                .toList();
        if (usual.size() > 1) {
            return new Decision.Near(usual);
        }
        List<Found> own = find(question, language, context.site(), CLOSE);
        if (isWished(own)) {
            return new Decision.Found(own.getFirst().passage());
        }
        Decision alone = decided(question, language, own);
        Article last = context.lastArticle() == null
                ? null
                : library.shelf().article(context.lastArticle(), language).orElse(null);
        if (last == null || !leans(question, alone)) {
            return alone;
        }
        Decision leaning = leaning(question, last, language, context);
        if (alone instanceof Decision.Near near && !FollowUp.opens(question) && !FollowUp.isAboutIt(question)) {
            // What was spoken of before may choose among what is meant, and adds nothing to it.
            return leaning instanceof Decision.Found found
                            && near.offers(found.passage().article())
                    ? leaning
                    : alone;
        }
        // What stands by itself is not made nothing by what was spoken of before.
        return leaning instanceof Decision.Found || leaning instanceof Decision.Near ? leaning : alone;
    }

    /** Whether a question cannot be understood by itself. */
    private static boolean leans(String question, Decision alone) {
        if (FollowUp.isAboutIt(question) || FollowUp.refers(question) || FollowUp.adds(question)) {
            return true;
        }
        boolean clear = alone instanceof Decision.Found;
        return !clear && (FollowUp.opens(question) || (alone instanceof Decision.Near && FollowUp.isShort(question)));
    }

    private Decision standingAlone(String question, Language language, @Nullable SiteId site) {
        List<Found> own = find(question, language, site, CLOSE);
        return isWished(own) ? new Decision.Found(own.getFirst().passage()) : decided(question, language, own);
    }

    private static boolean isWished(List<Found> found) {
        return !found.isEmpty() && found.getFirst().signals().plainWish();
    }

    /** A follow-up: of the topics that go with the article before, those that speak of what was added. */
    private Decision leaning(String question, Article last, Language language, Context context) {
        // the title it leans on may name sites, which nobody asked about
        SiteId site = named.apply(question).orElse(context.site());
        List<Found> speaking = find(question, language, site, MANY);
        Map<String, Double> added = speaking.stream()
                .filter(found -> found.ranked().coverage() >= SPEAKS_OF_IT)
                .collect(Collectors.toMap(
                        found -> found.article().id(), found -> found.ranked().coverage()));
        List<Found> both = find(FollowUp.of(question, last), language, site, CLOSE);
        double most = both.stream()
                .mapToDouble(found -> added.getOrDefault(found.article().id(), 0.0))
                .max()
                .orElse(0);
        if (added.getOrDefault(last.id(), 0.0) < most) {
            // what was added is said better elsewhere
            added.remove(last.id());
        }
        if (FollowUp.adds(question)) {
            Optional<Found> meant = FollowUp.named(speaking, both);
            if (meant.isPresent()) {
                return new Decision.Found(meant.get().passage());
            }
        }
        List<Found> narrowed = both.stream()
                .filter(found -> added.containsKey(found.article().id()))
                .toList();
        return decided(question, language, narrowed.isEmpty() ? both : narrowed);
    }

    /** One section of an article in force, as written, in the other language when there is only that; empty when there is none such. */
    public Optional<Passage> section(String article, Language language, String anchor) {
        return library.shelf()
                .article(article, language)
                .or(() -> library.shelf().article(article, language.other()))
                .filter(each -> each.validity().holdsOn(today()))
                .flatMap(each -> each.section(anchor).map(section -> Passage.of(each, section)));
    }

    private Decision decided(String question, Language language, List<Found> found) {
        List<Ranked> ranked = found.stream().map(Found::ranked).toList();
        List<Ranked> offered =
                isTitle(question, found) ? ranked.subList(0, 1) : Confidence.offered(ranked, Subject.isNamed(question));
        Gist gist = in(now -> now.gist(question, language));
        if (!ranked.isEmpty()) {
            // an article that speaks of it makes it ours
            gist = new Gist(gist.known(), ranked.getFirst().foreign());
        }
        if (Subject.isAnother(question, gist, !offered.isEmpty(), Confidence.isSure(ranked))) {
            return new Decision.Elsewhere();
        }
        List<Passage> passages = found.stream()
                .filter(each -> offered.contains(each.ranked()))
                .map(Found::passage)
                .toList();
        return switch (passages.size()) {
            case 0 -> new Decision.Nothing();
            case 1 -> new Decision.Found(passages.getFirst());
            default -> new Decision.Near(passages);
        };
    }

    /** What the words leave open, helped by meaning; what they decide stays. */
    private Decision helped(Decision decision, String question, Language language, @Nullable SiteId site) {
        return switch (decision) {
            case Decision.Near near ->
                new Decision.Near(Fusion.ordered(near.passages(), nearest(question, language, site)));
            case Decision.Nothing nothing -> {
                List<Passage> meant = Fusion.outstanding(nearest(question, language, site)).stream()
                        .flatMap(topic -> unranked(topic, language).stream())
                        .map(Found::passage)
                        .toList();
                yield meant.size() < 2 ? nothing : new Decision.Near(meant);
            }
            default -> decision;
        };
    }

    /** Whether the question is nothing but the title of what was found first: “ecran bleu”. */
    private static boolean isTitle(String question, List<Found> found) {
        return !found.isEmpty()
                && bare(question).equals(bare(found.getFirst().article().title()));
    }

    private static String bare(String text) {
        return Words.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private List<Found> fused(String query, List<Found> byWords, Language language, @Nullable SiteId site) {
        int offered = Confidence.offered(Found.ranked(byWords), Subject.isNamed(query))
                .size();
        return Fusion.fused(byWords, nearest(query, language, site), offered, topic -> unranked(topic, language));
    }

    private List<Near> nearest(String question, Language language, @Nullable SiteId site) {
        LocalDate today = today();
        Shelf shelf = library.shelf();
        return fusion.nearest(
                question,
                topic -> shelf.article(topic, language)
                        .or(() -> shelf.article(topic, language.other()))
                        .filter(article -> article.validity().holdsOn(today) && (site == null || article.isFor(site)))
                        .isPresent());
    }

    private Optional<Found> unranked(String topic, Language language) {
        Shelf shelf = library.shelf();
        return shelf.article(topic, language)
                .or(() -> shelf.article(topic, language.other()))
                .map(Found::unranked);
    }

    private List<Found> find(String query, Language language, @Nullable SiteId site, int k) {
        return wishedFirst(byWords(query, language, site, k), Wished.topics(query), language, site);
    }

    private List<Found> byWords(String query, Language language, @Nullable SiteId asker, int k) {
        Shelf shelf = library.shelf();
        // who asks about another site than their own is told what is written for that one
        SiteId site = asker == null ? null : named.apply(query).orElse(asker);
        var scope = new Scope(site == null ? null : site.value(), today());
        List<Ranked> ranked = in(now -> now.search(query, language, scope, k));
        List<Found> found = new ArrayList<>();
        for (Ranked each : ranked) {
            shelf.article(each.topic(), language)
                    .or(() -> shelf.article(each.topic(), language.other()))
                    .ifPresent(article -> found.add(found(each, article, site)));
        }
        found.sort(BEST_FIRST);
        return found;
    }

    /** What a person plainly asks for comes before all that their words are like. */
    private List<Found> wishedFirst(List<Found> found, Set<String> wished, Language language, @Nullable SiteId site) {
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
                            .article(topic, language)
                            .ifPresent(article -> raised.add(
                                    found(Ranked.unfound(topic), article, site).wished(best + 1))));
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
}
