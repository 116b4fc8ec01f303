package org.mainforte.markdown.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Cuts a page's content at its headings, wherever the page's layout put them. The highest level that occurs becomes sections, all
 * deeper ones headings inside them; a section too long to be read on a phone is cut at those as well.
 */
final class Sections {
    private static final int LONGEST_WORDS = 250;

    private final String title;
    private final Inlines inlines = new Inlines();
    private final Blocks blocks = new Blocks(inlines);
    private final List<Part> parts = new ArrayList<>();
    private Part part;

    private Sections(String title, String opening) {
        this.title = title;
        this.part = new Part(0, opening);
    }

    /** What stands under one heading while it is being read. */
    private static final class Part {
        private final int level;
        private final String heading;
        private final Set<String> ids = new LinkedHashSet<>();
        private final List<String> text = new ArrayList<>();

        Part(int level, String heading) {
            this.level = level;
            this.heading = heading;
        }

        int words() {
            return text.stream().mapToInt(block -> block.split("\\s+").length).sum();
        }
    }

    /**
     * A heading with its text.
     *
     * @param child whether it stands inside the section before it
     * @param ids what links call it, or something in it
     */
    record Section(boolean child, String heading, String anchor, Set<String> ids, String markdown) {}

    /** @param links the addresses that the marks in the sections' text stand for, see {@link Inlines} */
    record Read(List<Section> sections, List<String> links, List<String> pictures) {}

    /** @param opening the heading of what stands before the first one */
    static Read of(Element content, String title, String opening) {
        var sections = new Sections(title, opening);
        sections.walk(content);
        sections.close();
        return new Read(sections.sections(), sections.inlines.links(), sections.inlines.pictures());
    }

    private void walk(Element around) {
        List<Node> run = new ArrayList<>();
        for (Node child : around.childNodes()) {
            if (Blocks.isBlock(child)) {
                say(inlines.paragraph(run));
                run.clear();
                block((Element) child);
            } else {
                run.add(child);
                names(child);
            }
        }
        say(inlines.paragraph(run));
    }

    private void block(Element element) {
        String name = element.normalName();
        if (name.matches("h[1-6]")) {
            heading(element, name.charAt(1) - '0');
            return;
        }
        boolean arranges = !element.is("ul, ol, menu, dir, pre, blockquote, table, hr, summary, dt")
                || (name.equals("table") && !Blocks.isFacts(element));
        if (arranges) {
            name(element);
            walk(element);
        } else {
            names(element);
            say(blocks.block(element));
        }
    }

    private void heading(Element element, int level) {
        var blocksInside = element.children().stream().filter(Blocks::isBlock).findFirst();
        if (blocksInside.isEmpty()) {
            heading(element, Inlines.words(element.text()), level);
            return;
        }
        // a heading that was never closed has swallowed what it is the heading of
        var words = new StringBuilder();
        for (Node child : element.childNodes()) {
            if (child == blocksInside.get()) {
                break;
            }
            words.append(
                    child instanceof Element inline
                            ? inline.text()
                            : child instanceof TextNode text ? text.text() : "");
        }
        heading(element.shallowClone(), Inlines.words(words.toString()), level);
        Element rest = element.shallowClone();
        for (Node child = blocksInside.get(); child != null; ) {
            Node next = child.nextSibling();
            rest.appendChild(child);
            child = next;
        }
        walk(rest);
    }

    private void heading(Element element, String words, int level) {
        if (words.isEmpty() || words.equals(Inlines.words(title))) {
            names(element);
            return;
        }
        // “<a name="x"></a><h2>” names the heading, not what stands before it
        Set<String> before =
                part.text.isEmpty() && part.level == 0 && part.words() == 0 ? new HashSet<>(part.ids) : Set.of();
        close();
        part = new Part(level, words);
        part.ids.addAll(before);
        names(element);
    }

    private void close() {
        if (!part.text.isEmpty() || part.level > 0) {
            parts.add(part);
        }
    }

    private void say(String block) {
        if (!block.isBlank()) {
            part.text.add(block);
        }
    }

    private void names(Node node) {
        if (node instanceof Element element) {
            element.stream().forEach(this::name);
        }
    }

    private void name(Element element) {
        if (!element.id().isBlank()) {
            part.ids.add(element.id());
        }
        if (element.normalName().equals("a") && !element.attr("name").isBlank()) {
            part.ids.add(element.attr("name"));
        }
    }

    private List<Section> sections() {
        int highest = parts.stream()
                .mapToInt(each -> each.level)
                .filter(level -> level > 0)
                .min()
                .orElse(1);
        List<Section> sections = new ArrayList<>();
        Set<String> anchors = new HashSet<>();
        Set<String> homeless = new LinkedHashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            Part each = parts.get(i);
            boolean child = each.level > highest && !sections.isEmpty() && !isLong(i, highest);
            boolean holds =
                    !child && i + 1 < parts.size() && parts.get(i + 1).level > each.level && !isLong(i + 1, highest);
            if (each.text.isEmpty() && !holds) {
                homeless.addAll(each.ids);
                continue;
            }
            Set<String> ids = new LinkedHashSet<>(each.ids);
            ids.addAll(homeless);
            homeless.clear();
            sections.add(new Section(
                    child, each.heading, anchor(each.heading, anchors), ids, String.join("\n\n", each.text)));
        }
        return sections;
    }

    /** Whether the section that this part stands in is too long to be shown as one. */
    private boolean isLong(int at, int highest) {
        int from = at;
        while (from > 0 && parts.get(from).level > highest) {
            from--;
        }
        int words = parts.get(from).words();
        for (int i = from + 1; i < parts.size() && parts.get(i).level > highest; i++) {
            words += parts.get(i).words();
        }
        return words > LONGEST_WORDS;
    }

    /** Out of the heading's words, so that it stays while the words do; a second one of the same name is counted. */
    private static String anchor(String heading, Set<String> taken) {
        String name = TextLanguage.name(heading, 60);
        String base = name.isEmpty() ? "section" : name;
        String anchor = base;
        for (int i = 2; !taken.add(anchor); i++) {
            anchor = base + "-" + i;
        }
        return anchor;
    }
}
