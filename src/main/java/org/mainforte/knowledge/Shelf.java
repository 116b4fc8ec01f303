package org.mainforte.knowledge;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;
import org.mainforte.markdown.Fault;

/** Everything known at one moment; never changes. */
final class Shelf {
    static final Shelf EMPTY = new Shelf(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    private final Map<Key, Article> articles;
    private final NavigableSet<String> ids = new TreeSet<>();
    private final Map<Key, GuideHead> guides;
    private final Map<Key, Wordings> wordings;
    private final Map<Key, Wordings> intents;
    private final Map<String, List<Fault>> faults;

    /** @param faults of each file whose last version could not be taken */
    Shelf(
            Map<Key, Article> articles,
            Map<Key, GuideHead> guides,
            Map<Key, Wordings> wordings,
            Map<Key, Wordings> intents,
            Map<String, List<Fault>> faults) {
        this.articles = Collections.unmodifiableMap(new HashMap<>(articles));
        this.articles.keySet().forEach(key -> ids.add(key.id()));
        this.guides = Collections.unmodifiableMap(new HashMap<>(guides));
        this.wordings = Collections.unmodifiableMap(new HashMap<>(wordings));
        this.intents = Collections.unmodifiableMap(new HashMap<>(intents));
        this.faults = Collections.unmodifiableMap(new HashMap<>(faults));
    }

    record Key(String id, Language language) {}

    Map<Key, Article> articles() {
        return articles;
    }

    Map<Key, GuideHead> guides() {
        return guides;
    }

    Map<Key, Wordings> wordings() {
        return wordings;
    }

    /** Examples of what people say for something that is no article: a person, a danger, another subject. */
    Map<Key, Wordings> intents() {
        return intents;
    }

    Map<String, List<Fault>> faults() {
        return faults;
    }

    Optional<Article> article(String id, Language language) {
        return Optional.ofNullable(articles.get(new Key(id, language)));
    }

    Collection<String> topics() {
        return Collections.unmodifiableCollection(ids);
    }

    /** Further ways to ask for what an article answers. */
    List<String> wordings(Article article) {
        Wordings further = wordings.get(new Key(article.id(), article.language()));
        return further == null ? List.of() : further.lines();
    }

    /**
     * The questions of guides that count for an article: those of a guide it starts, when the article's id begins with the
     * guide's, or else when the article is itself of the kind guide. Many articles start the same guide in passing.
     */
    List<String> questionsOfGuides(Article article) {
        return article.starts().stream()
                .filter(start -> start.kind().equals("guide") && speaksFor(article, start.id()))
                .map(start -> guides.get(new Key(start.id(), article.language())))
                .flatMap((@Nullable GuideHead guide) ->
                        guide == null ? List.<String>of().stream() : guide.asked().stream())
                .toList();
    }

    private boolean speaksFor(Article article, String guide) {
        if (article.id().startsWith(guide)) {
            return true;
        }
        String named = ids.ceiling(guide);
        return article.kind() == Article.Kind.GUIDE && (named == null || !named.startsWith(guide));
    }
}
