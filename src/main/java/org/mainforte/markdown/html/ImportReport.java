package org.mainforte.markdown.html;

import java.util.ArrayList;
import java.util.List;

/** What an import did, for whoever ran it: everything at once, by subject. */
public final class ImportReport {
    private final List<String> taken = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<String> duplicates = new ArrayList<>();
    private final List<String> gone = new ArrayList<>();
    private final List<String> deadLinks = new ArrayList<>();
    private final List<String> unsafeLinks = new ArrayList<>();
    private final List<String> attachments = new ArrayList<>();
    private final List<String> pictures = new ArrayList<>();
    private int otherFiles;

    void taken(String path, String file, int sections) {
        taken.add(path + " → " + file + " (" + sections + (sections == 1 ? " section)" : " sections)"));
    }

    void leftOut(String path, String why) {
        leftOut.add(path + ": " + why);
    }

    void duplicate(String path, String of) {
        duplicates.add(path + ": the same text as " + of);
    }

    void gone(String file) {
        gone.add(file + ": its page is no longer in the export");
    }

    void link(String path, PageLinks.Fate fate, String href) {
        String line = path + ": " + (href.length() > 200 ? href.substring(0, 200) + "…" : href);
        String visible = line.replaceAll("[\\p{Cc}\\p{Cf}]", "·");
        switch (fate) {
            case DEAD -> deadLinks.add(visible);
            case UNSAFE -> unsafeLinks.add(visible);
            case ATTACHMENT -> attachments.add(visible);
            case INSIDE, OUTSIDE -> {}
        }
    }

    void picture(String path, String address) {
        pictures.add(path + ": " + address.replaceAll("[\\p{Cc}\\p{Cf}]", "·"));
    }

    void otherFile() {
        otherFiles++;
    }

    /** How many pages became articles. */
    public int pages() {
        return taken.size();
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        part(text, "Pages taken", taken);
        part(text, "Pages left out", leftOut);
        part(text, "Duplicates left out", duplicates);
        part(text, "Articles of an earlier import removed", gone);
        part(text, "Dead links, their words are kept", deadLinks);
        part(text, "Links that are not followed for safety, their words are kept", unsafeLinks);
        part(text, "Links to attachments, which do not come along", attachments);
        part(text, "Pictures, which do not come along: say in words what they show", pictures);
        return text.append(otherFiles)
                .append(" other files were not looked at.\n")
                .toString();
    }

    private static void part(StringBuilder text, String title, List<String> lines) {
        text.append(title).append(": ").append(lines.size()).append('\n');
        lines.stream().sorted().forEach(line -> text.append("  ").append(line).append('\n'));
    }
}
