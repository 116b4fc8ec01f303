package org.mainforte.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;
import org.mainforte.knowledge.index.Entry;
import org.mainforte.knowledge.index.TopicIndex;
import org.mainforte.markdown.Section;

/** Puts the articles of the library into the index. */
final class Shelving {
    private final Library library;
    private final SaidToAll said;
    private final Shelf shelf;

    Shelving(Library library, SaidToAll said) {
        this.said = said;
        this.library = library;
        this.shelf = library.shelf();
    }

    /** A new index with everything. */
    TopicIndex whole() {
        var index = new TopicIndex(library.vocabularies());
        change(index, shelf.topics());
        return index;
    }

    /** Brings these topics in the index up to what the library holds. */
    void change(TopicIndex index, Collection<String> topics) {
        List<Entry> put = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (String topic : topics) {
            List<Article> articles = twins(topic);
            if (articles.isEmpty()) {
                taken.add(topic);
            } else {
                put.add(entry(topic, articles));
            }
        }
        index.change(put, taken);
    }

    /** A topic as the index has it; one that has just gone is empty. */
    Entry entry(String topic) {
        List<Article> twins = twins(topic);
        return twins.isEmpty() ? new Entry(topic, List.of(), null, null, List.of()) : entry(topic, twins);
    }

    private List<Article> twins(String topic) {
        List<Article> twins = new ArrayList<>();
        for (Language language : Language.values()) {
            shelf.article(topic, language).ifPresent(twins::add);
        }
        return twins;
    }

    /** Sites and validity are the same in both twins; the first speaks for both. */
    private Entry entry(String topic, List<Article> twins) {
        Article first = twins.getFirst();
        return new Entry(
                topic,
                first.sites().stream().map(SiteId::value).toList(),
                first.validity().from(),
                first.validity().until(),
                twins.stream().map(this::text).toList());
    }

    private Entry.Text text(Article article) {
        List<String> questions = new ArrayList<>(article.questions());
        questions.addAll(shelf.questionsOfGuides(article));
        return new Entry.Text(
                article.language(),
                article.title(),
                article.summary(),
                questions,
                shelf.wordings(article),
                article.keywords(),
                article.sections().stream()
                        .map(section -> part(section, article.language()))
                        .toList());
    }

    private Entry.Part part(Section section, Language language) {
        String text = section.wholeText() + "\n" + said.in(section, language);
        return new Entry.Part(section.anchor(), section.title(), text.strip());
    }
}
