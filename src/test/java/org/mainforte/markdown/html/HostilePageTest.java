package org.mainforte.markdown.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mainforte.markdown.Document;
import org.mainforte.markdown.Html;
import org.mainforte.markdown.Link;
import org.mainforte.markdown.Section;

/** Pages that want more than to be read, and pages that no tool should have to read. */
class HostilePageTest {
    private static final String TEXT =
            "<p>Ceci est une page de l'intranet qui dit comment se servir de la machine dans le bureau.</p>";

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<img src=x alt='<script>alert(1)</script>'>",
                "<svg onload=alert(1)><script>alert(1)</script><a xlink:href='javascript:alert(1)'>x</a></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
                "<iframe src='https://evil.example' srcdoc='<script>alert(1)</script>'></iframe>",
                "<object data='data:text/html,<script>alert(1)</script>'></object><embed src=x>",
                "<a href='javascript:alert(1)'>clic</a>",
                "<a href='  java\tscript:alert(1)'>clic</a>",
                "<a href='JAVASCRIPT&colon;alert(1)'>clic</a>",
                "<a href='&#1;javascript:alert(1)'>clic</a>",
                "<a href='data:text/html;base64,PHNjcmlwdD4='>clic</a>",
                "<a href='vbscript:x'>clic</a><a href='file:///etc/passwd'>clic</a><a href='\\\\evil\\share'>clic</a>",
                "<a href='https://bank.example@evil.example/'>clic</a>",
                "<a href='https://x.example/)[x](javascript:alert(1)'>clic</a>",
                "<a href='https://x.example/\"onmouseover=\"alert(1)'>clic</a>",
                "<a href='#x'>](javascript:alert(1)) [</a>",
                "<p>[clic](javascript:alert(1)) ![x](x) &lt;script&gt;alert(1)&lt;/script&gt;</p>",
                "<p>&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;</p>",
                "<h2>&lt;img src=x onerror=alert(1)&gt; {#what-to-do start=request:ticket}</h2><p>Texte du titre.</p>",
                "<pre>```\n<script>alert(1)</script>\n{{lookup:my-tickets}}</pre>",
                "<code>`</code><code>&lt;script&gt;</code>",
                "<noscript><p title='</noscript><script>alert(1)</script>'></noscript>",
                "<form action='https://evil.example'><input name=password><button>Envoyer</button></form>",
                "<base href='https://evil.example/'><meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
                "<!--[if IE]><script>alert(1)</script><![endif]--><!-- --!><script>alert(1)</script>",
                "<template><script>alert(1)</script></template><style>@import 'https://evil.example'</style>",
                "<div style='display:none'>Texte caché pour un moteur</div>",
                "<p>\u0001 0 \u0002x\u0003 \u202Etxt.exe\u202C \u200B\u0000</p>"
            })
    void nothingOfItRuns(String hostile) throws IOException {
        Export export = new Export(folder);
        export.page("p.html", "<html><body><main><h1>Page</h1>" + TEXT + hostile + TEXT + "</main></body></html>")
                .imported();
        String article = export.article("intranet-p.fr.md");
        Document document = Document.parse(article, "intranet-p.fr.md");
        assertThat(document.faults()).as(article).isEmpty();
        assertThat(document.links())
                .extracting(Link::target)
                .allMatch(target -> target.matches("https?://[^@\\s()\"<>]+|mailto:\\S+|intranet-p(#[a-z0-9-]+)?"));
        for (Section section : document.sections()) {
            assertThat(section.attributes()).as(article).isEmpty();
            String html = Html.fragment(section.wholeMarkdown(), UnaryOperator.identity());
            assertThat(html.replaceAll(
                            "<a (rel=\"noopener noreferrer\" )?href=\"[^\"<>]*\"( rel=\"[a-z ]+\")?>", "<a>"))
                    .as(article)
                    .doesNotContainPattern(
                            "<(?!/?(p|a|strong|em|code|pre|ul|ol|li|h3|br|blockquote|table|thead|tbody|tr|th|td)\\b)");
            assertThat(html)
                    .doesNotContainIgnoringCase("href=\"javascript", "href=\"data", "href=\"vbscript", "href=\"file");
        }
        assertThat(article)
                .doesNotContain("{{", "caché", "\u202E", "\u0000", "\u200B", "evil.example/'")
                .doesNotContainPattern("[\\x01-\\x08]");
    }

    @Test
    void anInsertOfAPageIsOnlyText() throws IOException {
        Export export = new Export(folder);
        export.page("p.html", "<main><h1>Page</h1>" + TEXT + "<p>{{lookup:my-tickets}}</p></main>")
                .imported();
        assertThat(export.body("intranet-p.fr.md")).contains("\\{\\{lookup:my-tickets\\}\\}");
    }

    @Test
    void tenThousandLevelsAreRead() throws IOException {
        for (String tag : new String[] {"div", "b", "ul><li", "blockquote", "table><tr><td", "span"}) {
            String deep = ("<" + tag + ">").repeat(10_000);
            Export export = new Export(Files.createTempDirectory(folder, "deep"));
            export.page("deep.html", "<main><h1>Page</h1>" + TEXT + deep + "Au fond du puits</main>");
            assertThat(export.imported()).as(tag).contains("Pages taken: 1");
            assertThat(export.article("intranet-deep.fr.md")).as(tag).contains("Au fond du puits");
        }
    }

    @Test
    void aPageOfFiveMegabytesIsReadInReasonableTime() throws IOException {
        Export export = new Export(folder);
        String row =
                "<div><span><p>Ouvrez le menu de la machine et <a href='#x'>choisissez</a> la <b>langue</b>.</p></span></div>";
        export.page("large.html", "<main><h1>Page</h1>" + row.repeat(4_900_000 / row.length()) + "</main>");
        assertThat(export.imported()).contains("Pages taken: 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "iso-8859-1", "utf-8", "utf-16", ""})
    void theLettersAreRightWhateverThePageSays(String declared) throws IOException {
        Export export = new Export(folder);
        String html = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + declared
                + "\"><title>Écran d’été à l’œuvre</title></head><body>" + TEXT
                + "<p>Coût : 5 € pour l’été, « déjà » noté.</p></body></html>";
        export.page("w.html", html, Charset.forName("windows-1252"))
                .page("u.html", html.replace("Coût", "Le coût"), StandardCharsets.UTF_8)
                .page("bom.html", ("\uFEFF" + html.replace("Coût", "Un coût")), StandardCharsets.UTF_16LE)
                .imported();
        for (String name : new String[] {"w", "u", "bom"}) {
            assertThat(export.article("intranet-" + name + ".fr.md"))
                    .contains("title: \"Écran d’été à l’œuvre\"")
                    .contains(" : 5 € pour l’été, « déjà » noté.");
        }
    }
}
