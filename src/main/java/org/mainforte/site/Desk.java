package org.mainforte.site;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mainforte.markdown.Yaml;

/**
 * What {@code sites/desk.yaml} says of the service desk.
 *
 * @param urgentNumber the telephone number of the line for theft and security, as people dial it; null when it has none
 */
record Desk(WeekHours hours, Line urgentLine, @Nullable String urgentNumber) {
    /** When the line for theft and security is answered. */
    enum Line {
        ALWAYS,
        DESK_HOURS,
        NEVER
    }

    /**
     * The desk as its file says it.
     *
     * @throws IllegalArgumentException naming the field that does not fit
     */
    static LiveFiles<Desk> of(SiteSettings settings) {
        Path knowledgeBase = settings.knowledgeBase();
        return new LiveFiles<>(knowledgeBase.resolve("sites"), files -> read(knowledgeBase));
    }

    private static Desk read(Path knowledgeBase) {
        var facts = new DeskFile(Yaml.read(knowledgeBase.resolve("sites").resolve(Sites.DESK)));
        var desk = new Desk(
                WeekHours.read(facts),
                facts.oneOf("urgent-line", List.of(Line.values())),
                facts.optionalText("urgent-line-number").orElse(null));
        facts.nothingElse();
        return desk;
    }

    private static final class DeskFile extends Facts {
        DeskFile(Map<?, ?> map) {
            super(map, Sites.DESK);
        }

        @Override
        IllegalArgumentException wrong(String sentence) {
            return new IllegalArgumentException(sentence);
        }
    }
}
