package org.mainforte.markdown.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Running text as Markdown that means nothing but itself: what Markdown, HTML or the knowledge base's own inserts would read as
 * theirs is escaped. Links are left as marks until every page is known:
 *
 * <pre>
 * link = %x01 number %x02 text %x03      number: the place of the address in {@link #links}
 * </pre>
 */
final class Inlines {
    static final Pattern LINK = Pattern.compile("\u0001(\\d+)\u0002([^\u0001\u0003]*)\u0003");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\t\\n\\r\\f]]");
    private static final Pattern SPACE = Pattern.compile("[\\s\u00A0\u2028\u2029]+");
    private static final Pattern MEANT = Pattern.compile(
            "[\\\\`*\\[\\]{}|~]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|<(?=[\\p{L}/!?])|&(?=#?\\w+;)");
    /** At the start of a line, what would make a heading, a list, a quotation or a rule. */
    private static final Pattern LINE_START = Pattern.compile("(?m)^(\\s*)(?:([#>+=-])|(\\d{1,9})([.)])(?=\\s|$))");

    private static final Pattern EDGES = Pattern.compile("(?s)^([\\s:;,.!?…]*)(.*?)([\\s:;,.!?…]*)$");
    private static final Set<String> BOLD = Set.of("b", "strong", "kbd");
    private static final Set<String> ITALIC = Set.of("i", "em", "cite", "dfn");
    private static final Set<String> CODE = Set.of("code", "tt", "samp", "var");

    private final List<String> links = new ArrayList<>();
    private final List<String> pictures = new ArrayList<>();

    List<String> links() {
        return links;
    }

    List<String> pictures() {
        return pictures;
    }

    /** A run of nodes as the lines of one paragraph; blank when nothing is said. */
    String paragraph(List<? extends Node> nodes) {
        var text = new StringBuilder();
        nodes.forEach(node -> text.append(of(node, false, false)));
        String lines = text.toString()
                .replaceAll(" *\n[ \n]*", "\n")
                .replaceAll("[ \t]+", " ")
                .strip();
        String safe = LINE_START.matcher(lines).replaceAll(found -> found.group(2) != null ? "$1\\\\$2" : "$1$3\\\\$4");
        return safe.replace("\n", "  \n");
    }

    /** The same on one line, for a cell or an item's name. */
    String line(List<? extends Node> nodes) {
        return paragraph(nodes).replaceAll("\\s*\n\\s*", " ");
    }

    /** Plain words for a heading: it is shown as it stands, so nothing in it may be markup. */
    static String words(String text) {
        return clean(text)
                .replace('{', '(')
                .replace('}', ')')
                .replace('[', '(')
                .replace(']', ')')
                .replace('<', '‹')
                .replace('>', '›')
                .replaceAll("[*`\\\\]|(?<!\\w)_|_(?!\\w)|&(?=#?\\w+;)", "")
                .strip();
    }

    static String clean(String text) {
        return SPACE.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll(" ");
    }

    private String of(Node node, boolean bold, boolean italic) {
        if (node instanceof TextNode text) {
            return MEANT.matcher(clean(text.getWholeText())).replaceAll("\\\\$0");
        }
        if (!(node instanceof Element element)) {
            return "";
        }
        String name = element.normalName();
        if (name.equals("br")) {
            return "\n";
        }
        if (name.equals("img")) {
            return picture(element);
        }
        if (CODE.contains(name)) {
            return code(element);
        }
        boolean strong = BOLD.contains(name);
        boolean emphatic = ITALIC.contains(name);
        var inside = new StringBuilder();
        for (Node child : element.childNodes()) {
            inside.append(of(child, bold || strong, italic || emphatic));
        }
        String text = inside.toString();
        if (name.equals("a") && element.hasAttr("href")) {
            return link(element.attr("href"), text);
        }
        if (strong && !bold) {
            return marked("**", text);
        }
        return emphatic && !italic && !bold ? marked("*", text) : text;
    }

    /** Punctuation and spaces at the edges stay outside: Markdown does not see a mark there. */
    private static String marked(String mark, String text) {
        var edges = EDGES.matcher(text);
        if (!edges.matches() || edges.group(2).isEmpty() || edges.group(2).contains("\n")) {
            return text;
        }
        return edges.group(1) + mark + edges.group(2) + mark + edges.group(3);
    }

    private static String code(Element element) {
        String text = clean(element.text());
        return text.isBlank() || text.contains("`") || text.contains("{{")
                ? MEANT.matcher(text).replaceAll("\\\\$0")
                : "`" + text.strip() + "`";
    }

    private String link(String href, String text) {
        String words = text.replace('\n', ' ').strip();
        if (words.isEmpty() || LINK.matcher(words).find()) {
            return text;
        }
        links.add(href);
        return "\u0001" + (links.size() - 1) + "\u0002" + words + "\u0003" + (text.endsWith(" ") ? " " : "");
    }

    /** Pictures do not come along; what they show is said if somebody wrote it down. */
    private String picture(Element element) {
        String address = element.attr("src");
        pictures.add(address.length() > 120 ? address.substring(0, 60) + "…" : address);
        String said = clean(element.attr("alt")).strip();
        boolean fileName = said.matches("(?i).*\\.(png|jpe?g|gif|svg|webp|bmp)");
        return said.isEmpty() || fileName ? "" : " (" + MEANT.matcher(said).replaceAll("\\\\$0") + ") ";
    }
}
