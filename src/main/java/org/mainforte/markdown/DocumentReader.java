package org.mainforte.markdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads one document and keeps account of everything wrong in it. */
final class DocumentReader {
    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private static final Pattern BRACES = Pattern.compile("^(.*?)\\s*\\{([^{}]*)}\\s*$");
    private static final Pattern ANCHOR = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final String fileName;
    private final List<String> lines;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Set<String> anchors = new HashSet<>();
    private int offset;

    DocumentReader(String text, String fileName) {
        this.fileName = fileName;
        this.lines = text.replace("\uFEFF", "").lines().toList();
    }

    Document read() {
        FrontMatter frontMatter = FrontMatter.read(lines, fileName, faults::add);
        offset = frontMatter.linesTaken();
        List<String> body = lines.subList(offset, lines.size());
        Node tree = PARSER.parse(String.join("\n", body));
        tree.accept(new Inspection());
        List<Section> sections = sections(headings(tree), body);
        faults.sort(Comparator.comparingInt(Fault::line));
        return new Document(frontMatter.values(), sections, links, faults);
    }

    private List<Heading> headings(Node tree) {
        List<Heading> headings = new ArrayList<>();
        for (Node node = tree.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                if (heading.getLevel() == 2 || (heading.getLevel() == 3 && !headings.isEmpty())) {
                    headings.add(heading);
                } else {
                    fault(
                            line(heading),
                            "A heading of level " + heading.getLevel() + ".",
                            "Use ## for a section and ### inside one.");
                }
            } else if (headings.isEmpty()) {
                fault(line(node), "Text before the first heading.", "Put it under a heading “## … {#anchor}”.");
            }
        }
        return headings;
    }

    private List<Section> sections(List<Heading> headings, List<String> body) {
        List<Section> sections = new ArrayList<>();
        int next = headings.size();
        List<Section> children = new ArrayList<>();
        for (int i = headings.size() - 1; i >= 0; i--) {
            Heading heading = headings.get(i);
            int end = i + 1 < next ? line(headings.get(i + 1)) - 1 - offset : body.size();
            String markdown =
                    String.join("\n", body.subList(line(heading) - offset, end)).strip();
            boolean child = heading.getLevel() == 3;
            Section section = section(heading, body, markdown, child ? List.of() : children.reversed());
            (child ? children : sections).add(section);
            if (!child) {
                children = new ArrayList<>();
            }
        }
        return sections.reversed();
    }

    private Section section(Heading heading, List<String> body, String markdown, List<Section> children) {
        int line = line(heading);
        String written = body.get(line - 1 - offset).strip().replaceFirst("^#{2,3}\\s+", "");
        Matcher braces = BRACES.matcher(written);
        boolean braced = braces.matches();
        String title = (braced ? braces.group(1) : written).strip();
        Map<String, String> attributes = braced ? attributes(braces.group(2), line) : new LinkedHashMap<>();
        String anchor = attributes.remove("#");
        if (anchor == null) {
            anchor =
                    title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
            if (heading.getLevel() == 2) {
                fault(
                        line,
                        "The heading “" + title + "” has no anchor.",
                        "Write it “## " + title + " {#name}”, the same name in both languages.");
            }
        } else if (!ANCHOR.matcher(anchor).matches()) {
            fault(
                    line,
                    "The anchor “" + anchor + "” is not a name.",
                    "Use lower-case Latin letters, digits and hyphens.");
        } else if (heading.getLevel() == 2 && !anchors.add(anchor)) {
            fault(line, "The anchor “" + anchor + "” stands twice in the file.", "Give each section its own.");
        }
        return new Section(anchor, title, attributes, markdown, Plain.text(markdown), children, line);
    }

    private Map<String, String> attributes(String written, int line) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String part : written.strip().split("\\s+")) {
            int equals = part.indexOf('=');
            if (part.startsWith("#")) {
                attributes.put("#", part.substring(1));
            } else if (equals > 0 && equals < part.length() - 1) {
                attributes.put(part.substring(0, equals), part.substring(equals + 1));
            } else {
                fault(
                        line,
                        "“" + part + "” in the braces of a heading.",
                        "Only “#anchor” and “key=value” may stand there.");
            }
        }
        return attributes;
    }

    private int line(Node node) {
        for (Node around = node; around != null; around = around.getParent()) {
            if (!around.getSourceSpans().isEmpty()) {
                return around.getSourceSpans().getFirst().getLineIndex() + 1 + offset;
            }
        }
        return offset + 1;
    }

    private void fault(int line, String what, String remedy) {
        faults.add(new Fault(fileName, line, what, remedy));
    }

    /** Looks at every node for what must not be there, and collects links. */
    private final class Inspection extends AbstractVisitor {
        private static final String NO_HTML = "Write it in Markdown, or escape the < as \\<.";

        @Override
        public void visit(HtmlBlock html) {
            fault(line(html), "HTML: " + html.getLiteral().lines().findFirst().orElse(""), NO_HTML);
        }

        @Override
        public void visit(HtmlInline html) {
            fault(line(html), "HTML: " + html.getLiteral(), NO_HTML);
        }

        @Override
        public void visit(org.commonmark.node.Link link) {
            links.add(new Link(link.getDestination(), line(link), false));
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            links.add(new Link(image.getDestination(), line(image), true));
            visitChildren(image);
        }
    }
}
