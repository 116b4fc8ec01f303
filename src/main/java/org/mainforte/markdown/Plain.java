package org.mainforte.markdown;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jsoup.Jsoup;

/** Markdown without its markup. */
public final class Plain {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final TextContentRenderer RENDERER = TextContentRenderer.builder()
            .extensions(EXTENSIONS)
            .lineBreakRendering(LineBreakRendering.COMPACT)
            .build();
    private static final Pattern INSERT = Pattern.compile("\\{\\{[^{}]*}}");
    /** The renderer writes a link as {@code "text" (target)}; only the text is read. */
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[([^\\[\\]]*)]\\([^()\\s]*\\)");

    private Plain() {}

    /** Words of somebody else as Markdown that shows them as they are: nothing in them is markup. */
    public static String asMarkdown(String words) {
        return words.replaceAll("([\\\\`*_\\[\\]()#+<>])", "\\\\$1").replaceAll("(?m)^(\\s*)([-.!])", "$1\\\\$2");
    }

    /** The words of an HTML text, a line for each paragraph; nothing of it is loaded or run. */
    public static String ofHtml(String html) {
        var body = Jsoup.parse(html).body();
        body.select("script, style").remove();
        body.select("br").after("\n");
        body.select("p, div, li, tr, blockquote, h1, h2, h3").after("\n");
        return body.wholeText()
                .replace('\u00A0', ' ')
                .replaceAll("[ \\t]+\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    /** The words of a Markdown text; inserts ({@code {{…}}}) and link targets are left out. */
    public static String text(String markdown) {
        String readable = LINK.matcher(INSERT.matcher(markdown).replaceAll("")).replaceAll("$1");
        return RENDERER.render(PARSER.parse(readable)).strip();
    }
}
