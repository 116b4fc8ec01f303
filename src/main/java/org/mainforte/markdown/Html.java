package org.mainforte.markdown;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Safe HTML from Markdown: markup in the source is shown as text, links lead only to http, https and mail addresses or inside
 * the product, pictures are replaced by their description.
 */
public final class Html {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
            .percentEncodeUrls(true)
            .attributeProviderFactory(context -> Html::markOutside)
            .build();

    private Html() {}

    /** @param link makes the address of a link out of what is written in the source */
    public static String fragment(String markdown, UnaryOperator<String> link) {
        Node tree = PARSER.parse(markdown);
        tree.accept(new Rewriting(link));
        return RENDERER.render(tree);
    }

    /**
     * A whole page.
     *
     * @param language its ISO 639-1 code
     * @param title plain text
     * @param stylesheet the address of its only stylesheet
     * @param body HTML that is already safe
     */
    public static String page(String language, String title, String stylesheet, String body) {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <link rel="stylesheet" href="%s">
                </head>
                <body>
                %s
                </body>
                </html>
                """.formatted(escape(language), escape(title), escape(stylesheet), body);
    }

    /** Text as it may stand in HTML and in a quoted attribute. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static void markOutside(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link link) {
            if (link.getDestination().matches("(?i)https?:.*")) {
                attributes.put("rel", "noopener noreferrer");
            } else {
                attributes.remove("rel");
            }
        }
    }

    private static final class Rewriting extends AbstractVisitor {
        private final UnaryOperator<String> link;

        Rewriting(UnaryOperator<String> link) {
            this.link = link;
        }

        @Override
        public void visit(Link written) {
            written.setDestination(link.apply(written.getDestination()));
            visitChildren(written);
        }

        @Override
        public void visit(Image picture) {
            visitChildren(picture);
            Node description = picture.getFirstChild();
            while (description != null) {
                Node next = description.getNext();
                picture.insertBefore(description);
                description = next;
            }
            picture.unlink();
        }
    }
}
