package org.mainforte.guide;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainforte.catalogue.Start;

/**
 * One step of a guide, as a person reads it. Texts are Markdown, typeset for their language.
 *
 * @param anchor its name, the same in both languages
 * @param minutes how long it usually takes
 * @param help the id of the article that helps with it
 * @param skippable whether the guide makes sense without it
 * @param start what this step begins, as a button of its own: a request, another guide; or null
 * @param instruction what to do now
 * @param explain why, and where to look
 * @param trouble first aid if it does not work
 */
public record GuideStep(
        String anchor,
        String title,
        int minutes,
        String help,
        boolean skippable,
        @Nullable Start start,
        String instruction,
        String explain,
        String trouble) {
    private static final Pattern LEAD = Pattern.compile("(?m)^\\s*[-*]\\s+\\*\\*(.+?)\\*\\*");

    /** What the first aid is about: the bold words each of its items begins with, or else its first line. */
    public List<String> troubles() {
        List<String> leads = LEAD.matcher(trouble)
                .results()
                .map(found -> found.group(1).strip())
                .toList();
        return leads.isEmpty() ? trouble.lines().limit(1).toList() : leads;
    }
}
