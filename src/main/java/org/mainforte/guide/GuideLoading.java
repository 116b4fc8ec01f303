package org.mainforte.guide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.Language;
import org.mainforte.markdown.Fault;

/** One reading of all guide files: pairs the languages and keeps the last good pair where something is wrong. */
final class GuideLoading {
    private static final Pattern NAME = Pattern.compile("([a-z0-9]+(?:-[a-z0-9]+)*)\\.(fr|en)\\.md");

    private final Map<String, GuidePair> lastGood;
    private final BiPredicate<String, Language> article;
    private final Map<String, Map<Language, GuideReader.Reading>> readings = new TreeMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /** @param article whether there is an article of an id in a language */
    GuideLoading(Map<String, GuidePair> lastGood, BiPredicate<String, Language> article) {
        this.lastGood = lastGood;
        this.article = article;
    }

    void take(String file, String text) {
        var name = NAME.matcher(file);
        if (!name.matches()) {
            faults.add(new Fault(file, 1, "The file's name.", "Call it <guide>.fr.md or <guide>.en.md."));
            return;
        }
        String id = name.group(1);
        Language language = Language.of(name.group(2));
        var reading = GuideReader.read(id, language, text, help -> article.test(help, language));
        faults.addAll(reading.faults());
        readings.computeIfAbsent(id, absent -> new EnumMap<>(Language.class)).put(language, reading);
    }

    void nothingFound(Path folder) {
        faults.add(new Fault(folder.toString(), 1, "No guide here.", "Check the setting mainforte.knowledge-base."));
    }

    /** The guides to show from now on; an empty folder is taken for an outage, not for a wish to have none. */
    Map<String, GuidePair> pairs() {
        if (readings.isEmpty()) {
            return lastGood;
        }
        Map<String, GuidePair> pairs = new TreeMap<>();
        readings.forEach((id, both) -> {
            GuidePair pair = pair(both);
            if (pair == null) {
                pair = lastGood.get(id);
            }
            if (pair != null) {
                pairs.put(id, pair);
            }
        });
        return pairs;
    }

    /** Everything wrong, each file's own faults first, then where twins differ. */
    List<Fault> faults() {
        List<Fault> all = new ArrayList<>(faults);
        readings.forEach((id, both) -> all.addAll(differences(id, both)));
        return List.copyOf(all);
    }

    private @Nullable GuidePair pair(Map<Language, GuideReader.Reading> both) {
        var french = both.get(Language.FR);
        var english = both.get(Language.EN);
        return french != null
                        && english != null
                        && french.faults().isEmpty()
                        && english.faults().isEmpty()
                        && anchors(french).equals(anchors(english))
                ? new GuidePair(french.guide(), english.guide())
                : null;
    }

    private static List<Fault> differences(String id, Map<Language, GuideReader.Reading> both) {
        var french = both.get(Language.FR);
        var english = both.get(Language.EN);
        if (french == null || english == null) {
            Language there = french == null ? Language.EN : Language.FR;
            return List.of(new Fault(
                    GuideReader.file(id, there),
                    1,
                    "The guide exists in one language only.",
                    "Write " + GuideReader.file(id, there.other()) + " with the same steps."));
        }
        return anchors(french).equals(anchors(english)) ? List.of() : List.of(firstDifference(id, french, english));
    }

    private static Fault firstDifference(String id, GuideReader.Reading french, GuideReader.Reading english) {
        List<String> expected = anchors(french);
        List<String> found = anchors(english);
        int at = 0;
        while (at < expected.size() && at < found.size() && expected.get(at).equals(found.get(at))) {
            at++;
        }
        return new Fault(
                GuideReader.file(id, Language.EN),
                at < found.size() ? english.lines().get(at) : 1,
                "Step " + (at + 1) + " is " + named(found, at) + ", in French it is " + named(expected, at) + ".",
                "Give both languages the same anchors in the same order.");
    }

    private static String named(List<String> anchors, int at) {
        return at < anchors.size() ? "“#" + anchors.get(at) + "”" : "missing";
    }

    private static List<String> anchors(GuideReader.Reading reading) {
        return reading.guide().steps().stream().map(GuideStep::anchor).toList();
    }
}
