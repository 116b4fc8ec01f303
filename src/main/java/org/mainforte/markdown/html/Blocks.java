package org.mainforte.markdown.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Lists, tables, quotations and code as Markdown; in them a heading is a bold line. */
final class Blocks {
    private static final String BLOCK =
            "address, article, aside, blockquote, center, dd, details, dir, div, dl, dt, fieldset, figcaption, figure, footer, form, h1, h2,"
                    + " h3, h4, h5, h6, header, hr, li, main, menu, nav, ol, p, pre, section, summary, table, tbody, td, tfoot, th, thead, tr, ul";
    private static final int WIDEST = 8;

    private final Inlines inlines;

    Blocks(Inlines inlines) {
        this.inlines = inlines;
    }

    /** Whether it stands on its own, or something in it does. */
    static boolean isBlock(Node node) {
        return node instanceof Element element && (element.is(BLOCK) || element.selectFirst(BLOCK) != null);
    }

    /** A table of facts; one that only arranges a page is read as what it holds. */
    static boolean isFacts(Element table) {
        if (table.selectFirst("table table, h1, h2, h3, h4, [role=presentation]") != null
                || table.attr("role").equals("presentation")) {
            return false;
        }
        List<Element> rows = rows(table);
        long columns = rows.stream().mapToInt(row -> cells(row).size()).max().orElse(0);
        return columns > 1 && columns <= WIDEST && (rows.size() > 1 || table.selectFirst("th") != null);
    }

    /** Everything in an element, block after block. */
    String inside(Element element) {
        List<String> blocks = new ArrayList<>();
        List<Node> run = new ArrayList<>();
        for (Node child : element.childNodes()) {
            if (isBlock(child)) {
                add(blocks, inlines.paragraph(run));
                run.clear();
                add(blocks, block((Element) child));
            } else {
                run.add(child);
            }
        }
        add(blocks, inlines.paragraph(run));
        return String.join("\n\n", blocks);
    }

    String block(Element element) {
        return switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt" -> bold(element);
            case "ul", "ol", "menu", "dir" -> list(element);
            case "table" -> isFacts(element) ? table(element) : inside(element);
            case "pre" -> code(element);
            case "blockquote" ->
                inside(element)
                        .lines()
                        .map(line -> ("> " + line).strip())
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse("");
            case "hr" -> "";
            default -> inside(element);
        };
    }

    private static String bold(Element element) {
        String words = Inlines.words(element.text());
        return words.isEmpty() ? "" : "**" + words + "**";
    }

    private String list(Element list) {
        boolean ordered = list.normalName().equals("ol");
        int number = ordered ? start(list) : 1;
        List<String> items = new ArrayList<>();
        for (Element child : list.children()) {
            // a list put straight into a list belongs to the item before it
            String text = child.normalName().equals("li") ? item(child) : block(child);
            if (text.isBlank()) {
                continue;
            }
            if (child.is("ul, ol") && !items.isEmpty()) {
                items.add(
                        items.removeLast() + "\n" + text.indent(ordered ? 3 : 2).stripTrailing());
                continue;
            }
            String mark = ordered ? number++ + ". " : "- ";
            items.add(mark + text.indent(mark.length()).strip());
        }
        return String.join("\n", items);
    }

    private static int start(Element list) {
        String written = list.attr("start");
        return written.matches("\\d{1,4}") ? Integer.parseInt(written) : 1;
    }

    /** Its blocks follow each other without a blank line where they can, so that a chat shows one list. */
    private String item(Element item) {
        var text = new StringBuilder();
        for (String block : inside(item).split("\n\n")) {
            boolean apart = block.startsWith("```") || block.startsWith("|");
            text.append(text.isEmpty() ? "" : apart ? "\n\n" : "\n").append(block);
        }
        return text.toString();
    }

    private String table(Element table) {
        List<List<String>> rows = new ArrayList<>();
        rows(table).forEach(row -> rows.add(cells(row).stream().map(this::cell).toList()));
        rows.removeIf(row -> row.stream().allMatch(String::isBlank));
        if (rows.isEmpty()) {
            return "";
        }
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        boolean named = table.selectFirst("th") != null || table.selectFirst("thead") != null;
        List<String> lines = new ArrayList<>();
        lines.add(row(named ? rows.removeFirst() : List.of(), columns));
        lines.add("|" + " --- |".repeat(columns));
        rows.forEach(row -> lines.add(row(row, columns)));
        Element caption = table.selectFirst("caption");
        return (caption == null ? "" : bold(caption) + "\n\n") + String.join("\n", lines);
    }

    private static String row(List<String> cells, int columns) {
        var line = new StringBuilder("|");
        for (int i = 0; i < columns; i++) {
            line.append(' ').append(i < cells.size() ? cells.get(i) : "").append(" |");
        }
        return line.toString();
    }

    private String cell(Element cell) {
        List<String> lines = inside(cell)
                .lines()
                .map(line -> line.strip().replaceFirst("^(- |\\d+\\. |> )", ""))
                .filter(line -> !line.isEmpty() && !line.startsWith("```") && !line.startsWith("|"))
                .toList();
        return String.join(" ; ", lines);
    }

    private static List<Element> rows(Element table) {
        return table.select("tr").stream()
                .filter(row -> Set.of("table", "tbody", "thead", "tfoot").contains(parent(row)))
                .toList();
    }

    private static String parent(Element row) {
        Element parent = row.parent();
        return parent == null ? "" : parent.normalName();
    }

    private static List<Element> cells(Element row) {
        return row.children().stream().filter(cell -> cell.is("td, th")).toList();
    }

    private static String code(Element pre) {
        String text = pre.wholeText()
                .replace("\r", "")
                .replaceAll("[\\p{Cc}&&[^\n\t]]", "")
                .replace("```", "'''");
        // an insert of the knowledge base stands alone on its line: here it is only shown
        return text.isBlank() ? "" : "```\n" + text.replace("{{", "{ {").stripTrailing() + "\n```";
    }

    private static void add(List<String> blocks, String block) {
        if (!block.isBlank()) {
            blocks.add(block);
        }
    }
}
