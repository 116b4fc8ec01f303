package org.mainforte.knowledge.web;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.Texts;
import org.mainforte.knowledge.Article;
import org.mainforte.knowledge.Inserts;
import org.mainforte.knowledge.Library;
import org.mainforte.markdown.Html;
import org.mainforte.markdown.Section;
import org.springframework.stereotype.Component;

/** Writes an article as an HTML page: one h1, a table of contents, the sections, whether it helped, the other language. */
@Component
class ArticlePage {
    private static final String STYLESHEET = "/kb.css";
    /** How the import calls its articles. */
    private static final String IMPORTED = "intranet-";

    private final Library library;
    private final Inserts inserts;

    ArticlePage(Library library, Inserts inserts) {
        this.library = library;
        this.inserts = inserts;
    }

    /** @param thanks whether the reader has just told whether it helped, and what; null when not */
    String of(Article article, @Nullable Boolean thanks) {
        Language language = article.language();
        String body = """
                <a class="skip" href="#article">%s</a>
                <header>%s</header>
                <main id="article">
                <h1>%s</h1>
                <p class="summary">%s</p>
                <nav aria-labelledby="contents"><h2 id="contents">%s</h2><ul>%s</ul></nav>
                %s
                %s
                </main>
                <footer><p>%s</p></footer>""".formatted(
                        text(language, "knowledge.page.skip"),
                        twin(article),
                        Html.escape(article.title()),
                        Html.escape(article.summary()),
                        text(language, "knowledge.page.contents"),
                        contents(article),
                        sections(article),
                        helped(article, thanks),
                        text(language, reviewed(article), day(article)));
        return Html.page(language.code(), article.title() + " · Mainforte", STYLESHEET, body);
    }

    /** What is shown for an address that leads nowhere. */
    String notFound(Language language) {
        String title = Texts.get(language, "knowledge.page.not-found.title");
        String body = "<main><h1>%s</h1><p>%s</p></main>"
                .formatted(Html.escape(title), text(language, "knowledge.page.not-found.text"));
        return Html.page(language.code(), title + " · Mainforte", STYLESHEET, body);
    }

    private String twin(Article article) {
        Language other = article.language().other();
        return library.article(article.id(), other)
                .map(twin -> "<a href=\"%s\" hreflang=\"%s\" lang=\"%s\">%s</a>"
                        .formatted(
                                Html.escape(twin.url()),
                                other.code(),
                                other.code(),
                                text(other, "knowledge.page.this-language")))
                .orElse("");
    }

    /** Two plain forms: no script is needed, and nothing but the address is sent. */
    private static String helped(Article article, @Nullable Boolean thanks) {
        Language language = article.language();
        if (thanks != null) {
            return "<section id=\"helpful\" class=\"helpful\" role=\"status\"><p>%s</p><p><a href=\"/chat\">%s</a></p></section>"
                    .formatted(
                            text(language, thanks ? "knowledge.page.thanks" : "knowledge.page.sorry"),
                            text(language, "knowledge.page.ask"));
        }
        String forms = Stream.of("yes", "no")
                .map(answer -> "<form method=\"post\" action=\"%s/helpful/%s\"><button>%s</button></form>"
                        .formatted(
                                Html.escape(article.url()), answer, text(language, "knowledge.page.helpful." + answer)))
                .collect(Collectors.joining());
        return "<section id=\"helpful\" class=\"helpful\" aria-labelledby=\"helpful-title\"><h2 id=\"helpful-title\">%s</h2><div>%s</div></section>"
                .formatted(text(language, "knowledge.page.helpful"), forms);
    }

    private static String reviewed(Article article) {
        return article.id().startsWith(IMPORTED) ? "knowledge.page.imported" : "knowledge.page.reviewed";
    }

    private static String contents(Article article) {
        return article.sections().stream()
                .map(section -> "<li><a href=\"#%s\">%s</a></li>"
                        .formatted(Html.escape(section.anchor()), Html.escape(section.title())))
                .collect(Collectors.joining());
    }

    private String sections(Article article) {
        return article.sections().stream()
                .map(section -> section(article, section))
                .collect(Collectors.joining("\n"));
    }

    private String section(Article article, Section section) {
        String anchor = Html.escape(section.anchor());
        String text = inserts.fillForEverybody(section.wholeMarkdown(), article.language());
        return "<section aria-labelledby=\"%1$s\"><h2 id=\"%1$s\">%2$s <a class=\"here\" href=\"#%1$s\" aria-label=\"%3$s\">#</a></h2>\n%4$s</section>"
                .formatted(
                        anchor,
                        Html.escape(section.title()),
                        text(article.language(), "knowledge.page.link", section.title()),
                        Html.fragment(text, target -> address(target, article.language())));
    }

    /** An article's id, with or without an anchor, becomes the address of its page; anything else stays. */
    private String address(String target, Language language) {
        String[] parts = target.split("#", 2);
        Optional<Article> article = library.article(parts[0], language);
        return article.map(found -> found.url() + (parts.length > 1 ? "#" + parts[1] : ""))
                .orElse(target);
    }

    private static String day(Article article) {
        return Texts.day(article.language(), article.reviewed()) + " "
                + article.reviewed().getYear();
    }

    private static String text(Language language, String key, Object... arguments) {
        return Html.escape(Texts.get(language, key, arguments));
    }
}
