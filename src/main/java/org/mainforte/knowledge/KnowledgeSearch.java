package org.mainforte.knowledge;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;
import org.mainforte.knowledge.index.Entry;
import org.mainforte.knowledge.index.TopicIndex;
import org.mainforte.knowledge.index.Why;
import org.mainforte.markdown.Section;
import org.mainforte.site.Site;
import org.mainforte.site.Sites;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The desk where questions are looked up. Safe for use by many threads. A search takes what is known at that moment; changes
 * of the files come in by {@link #refresh}.
 */
@Component
public class KnowledgeSearch {
    private final Library library;
    private final Fusion fusion;
    private final LiveIndex index;
    private final Intents intents;
    private final Finder finder;
    private final Decider decider;

    @Autowired
    KnowledgeSearch(Library library, Clock clock, Inserts inserts, Fusion fusion, Sites sites) {
        this(library, clock, inserts, fusion, text -> sites.named(text).map(Site::id));
    }

    private KnowledgeSearch(
            Library library, Clock clock, Inserts inserts, Fusion fusion, Function<String, Optional<SiteId>> named) {
        this.library = library;
        this.fusion = fusion;
        this.index = new LiveIndex(library, new SaidToAll(library, inserts));
        this.finder = new Finder(library, index, fusion, named, clock);
        this.intents = new Intents(library.shelf());
        this.decider = new Decider(library, index, finder, intents);
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
    void refresh() {
        Library.News news = index.refresh();
        if (!news.topics().isEmpty()) {
            fusion.learn(library.shelf());
        }
        if (news.intents() || !news.topics().isEmpty()) {
            intents.learn(library.shelf());
        }
    }

    /** For tests of what happens then. */
    void breakIndex() throws IOException {
        index.breakIndex();
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
        return index.in(TopicIndex::size);
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
        return hits(look(query, language, site, k), k);
    }

    private Finder.Look look(String query, Language language, @Nullable SiteId site, int k) {
        return finder.look(query, language, site, Math.max(k, Finder.CLOSE));
    }

    private List<Hit> hits(Finder.Look look, int k) {
        var snippet = new Snippet(look.question());
        return finder.hits(look, k).stream().map(each -> hit(each, snippet)).toList();
    }

    /** The same, each hit with the reasons for its place. */
    public List<Hit> explained(String query, Language language, int k, @Nullable SiteId site) {
        List<Found> found = finder.hits(look(query, language, site, k), k);
        var shelving = index.shelving();
        List<Entry> entries =
                found.stream().map(each -> shelving.entry(each.article().id())).toList();
        List<Why> reasons = index.in(now -> now.explain(query, language, entries));
        Decision decision = decider.alone(query, language, site);
        var snippet = new Snippet(query);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Found each = found.get(i);
            boolean offered = decision.offers(each.article().id());
            hits.add(hit(each, snippet).explained(Explanation.of(each, reasons.get(i), decision.name(), offered)));
        }
        return hits;
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
        return gather(question, language, context, 0).decision();
    }

    /** What is to be said to a question, and the articles that answer it best in one look. */
    public record Gathered(Decision decision, List<Hit> hits) {}

    /**
     * Decides, and gives what else was found.
     *
     * @param k how many hits at most
     */
    public Gathered gather(String question, Language language, Context context, int k) {
        try {
            Finder.Look look = look(question, language, context.site(), k);
            Decision decision = decider.decide(look, context);
            return new Gathered(decision, k == 0 ? List.of() : hits(look, k));
        } catch (ReadingAgain meanwhile) {
            return new Gathered(new Decision.Unread(), List.of());
        }
    }

    /**
     * What presses in a message, whatever words it was told in: the id of the article about the danger that is there, {@code distress}, or
     * {@code person} when somebody is wished for. Nothing when it is nearly a question that a writer foresaw for another article.
     */
    public Optional<String> pressing(String message, Language language, @Nullable SiteId site) {
        return intents.pressing(message).filter(what -> !decider.isForeseenFor(message, language, site, what));
    }

    /** What the articles say, section by section, without markup. */
    public List<String> texts() {
        return library.shelf().articles().values().stream()
                .flatMap(article -> article.sections().stream())
                .map(Section::wholeText)
                .toList();
    }

    /** One section of an article in force, as written, in the other language when there is only that; empty when there is none such. */
    public Optional<Passage> section(String article, Language language, String anchor) {
        return finder.section(article, language, anchor);
    }
}
