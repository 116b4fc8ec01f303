package org.mainforte.markdown;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What stands under one heading.
 *
 * @param anchor its name in links; a sub-heading without one is named by its title
 * @param attributes the {@code key=value} pairs of the heading's braces
 * @param markdown the text up to the next heading, without that of the children
 * @param plainText the same without any markup, for searching and snippets
 * @param line the heading's line in the file, counted from 1
 */
public record Section(
        String anchor,
        String title,
        Map<String, String> attributes,
        String markdown,
        String plainText,
        List<Section> children,
        int line) {
    public Section {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** The text with that of the children, their titles as headings of the third level. */
    public String wholeMarkdown() {
        var whole = new StringBuilder(markdown);
        for (Section child : children) {
            whole.append("\n\n### ").append(child.title).append("\n\n").append(child.wholeMarkdown());
        }
        return whole.toString().strip();
    }

    /** The plain text with that of the children and their titles. */
    public String wholeText() {
        var whole = new StringBuilder(plainText);
        for (Section child : children) {
            whole.append('\n').append(child.title).append('\n').append(child.wholeText());
        }
        return whole.toString().strip();
    }

    /** The same section with every text that is read by people passed through {@code change}. */
    public Section withTexts(UnaryOperator<String> change) {
        return new Section(
                anchor,
                change.apply(title),
                attributes,
                change.apply(markdown),
                change.apply(plainText),
                children.stream().map(child -> child.withTexts(change)).toList(),
                line);
    }
}
