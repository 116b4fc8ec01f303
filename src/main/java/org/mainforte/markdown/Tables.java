package org.mainforte.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.mainforte.kernel.Language;

/** Tables for readers on a phone: a chat has no room for columns, so each row becomes an item with its columns' names. */
public final class Tables {
    private static final Pattern RULE = Pattern.compile("\\|(?:\\s*:?-{3,}:?\\s*\\|)+");
    private static final Pattern BORDER = Pattern.compile("(?<!\\\\)\\|");

    private Tables() {}

    /** The text with every table as a list: “- **Site**: Nancy; **Floor**: 2”. */
    public static String asLists(String markdown, Language language) {
        if (!markdown.contains("|")) {
            return markdown;
        }
        List<String> lines = markdown.lines().toList();
        List<String> out = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            boolean table = at + 1 < lines.size()
                    && lines.get(at).startsWith("|")
                    && RULE.matcher(lines.get(at + 1).strip()).matches();
            if (!table) {
                out.add(lines.get(at));
                continue;
            }
            List<String> names = cells(lines.get(at));
            String colon = "**" + (language == Language.FR ? "\u202F: " : ": ");
            for (at += 2; at < lines.size() && lines.get(at).startsWith("|"); at++) {
                out.add("- " + item(names, cells(lines.get(at)), colon));
            }
            at--;
        }
        return String.join("\n", out);
    }

    private static List<String> cells(String row) {
        String inner = row.strip().replaceFirst("^\\|", "").replaceFirst("(?<!\\\\)\\|$", "");
        return Arrays.stream(BORDER.split(inner, -1)).map(String::strip).toList();
    }

    private static String item(List<String> names, List<String> cells, String colon) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String name = i < names.size() ? names.get(i).replace("*", "") : "";
            if (!cells.get(i).isEmpty()) {
                said.add(name.isEmpty() ? cells.get(i) : "**" + name + colon + cells.get(i));
            }
        }
        return String.join("; ", said);
    }
}
