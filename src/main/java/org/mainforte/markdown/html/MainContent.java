package org.mainforte.markdown.html;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

/**
 * What a page is there for, without what surrounds it. Known tools mark it; elsewhere the page's own landmarks are believed, and
 * where there are none the element that holds most running text outside links (after Kohlschütter, Fankhauser and Nejdl:
 * “Boilerplate Detection using Shallow Text Features”, WSDM 2010).
 */
final class MainContent {
    /** From what only one tool writes down to what everybody means. */
    private static final List<String> MARKED = List.of(
            // Confluence, exported and live
            "#main-content.wiki-content, #content #main-content, .wiki-content",
            // SharePoint modern, then classic
            "#spPageCanvasContent, [data-automation-id=CanvasLayout], .SPCanvas-canvas, .CanvasComponent",
            "#DeltaPlaceHolderMain, #contentBox, .ms-rtestate-field",
            // anybody
            "main, [role=main]",
            "article, [itemprop=articleBody]",
            "#content, #main, #contenu, .main-content, .page-content, .article-body, .entry-content, .contenu");
    /** Nothing of these is ever read, wherever it stands. */
    private static final String NEVER =
            "script, style, noscript, template, svg, math, iframe, frame, frameset, object, embed, applet,"
                    + " link, meta, base, title, form button, button, input, select, textarea, datalist, audio, video, canvas, map, dialog";
    /** Around the content, and in it where a tool puts its own things there. */
    private static final String AROUND =
            "nav, aside, footer, [role=navigation], [role=banner], [role=contentinfo], [role=search],"
                    + " [role=complementary], [role=menu], [role=menubar], [hidden], [aria-hidden=true],"
                    + " .page-metadata, .pageSectionHeader, .toc-macro, .plugin_pagetree, #attachments, #comments, #comments-section, .comments,"
                    + " .comment-list, #likes-and-labels-container, .labels-content, [data-automation-id=CommentsWrapper],"
                    + " [data-automation-id=pageFooter], .breadcrumb, .breadcrumbs, #breadcrumb, #breadcrumbs, #breadcrumb-section, .cookie-banner,"
                    + " #cookie-banner, .skip-link, .sidebar, #sidebar, .share, .social, .pagination, .noprint, .sr-only, .visually-hidden";

    private static final Pattern INVISIBLE = Pattern.compile("(?i)(display\\s*:\\s*none|visibility\\s*:\\s*hidden)");
    /** A marked element that holds less than this share of the page's text is a false friend. */
    private static final double ENOUGH = 0.2;
    /** An element inside that holds more than this share of the running text stands for all of it. */
    private static final double MOST = 0.85;

    private MainContent() {}

    /** The content of a page; the page is changed: what is never read is gone from it. */
    static Element of(Document page) {
        Element body = page.body();
        body.select(NEVER).remove();
        body.select("[style]").stream()
                .filter(element -> INVISIBLE.matcher(element.attr("style")).find())
                .toList()
                .forEach(Node::remove);
        body.filter((node, depth) ->
                node instanceof Comment ? NodeFilter.FilterResult.REMOVE : NodeFilter.FilterResult.CONTINUE);
        Element content = chosen(body);
        content.select(AROUND).stream().filter(around -> around != content).forEach(Node::remove);
        if (content == body) {
            content.select("> header").remove();
        }
        return content;
    }

    private static Element chosen(Element body) {
        int whole = body.text().length();
        for (String marks : MARKED) {
            var best = body.select(marks).stream()
                    .max(Comparator.comparingInt(element -> element.text().length()));
            if (best.isPresent() && best.get().text().length() >= ENOUGH * whole) {
                return best.get();
            }
        }
        return densest(body);
    }

    private static Element densest(Element body) {
        Element around = body;
        while (true) {
            Element from = around;
            var heavy = from.children().stream()
                    .filter(child -> !child.is(AROUND))
                    .filter(child -> child.is("div, section, table, tbody, tr, td, center"))
                    .filter(child -> runningText(child) > MOST * runningText(from))
                    .findFirst();
            if (heavy.isEmpty()) {
                return around;
            }
            around = heavy.get();
        }
    }

    private static int runningText(Element element) {
        int linked = element.select("a").stream()
                .mapToInt(link -> link.text().length())
                .sum();
        return Math.max(0, element.text().length() - linked);
    }
}
