package org.mainforte.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Shares by group and measure, each between 0 and 1, with the number of questions they come from. Kept in a file beside the
 * questions, so that the next run is compared with it:
 *
 * <pre>
 * group  TAB  measure  TAB  questions  TAB  share
 * </pre>
 *
 * More is better in every measure.
 */
public final class Figures {
    private static final double ROUNDING = 0.000_6;

    private final Map<String, Mean> means = new TreeMap<>();

    /** A share and the number of questions it comes from. */
    public record Mean(int questions, double share) {
        private Mean with(double value) {
            return new Mean(questions + 1, (share * questions + value) / (questions + 1));
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d\t%.4f", questions, share);
        }
    }

    /** Counts a question in all its groups. */
    public void add(EvaluationQuestion question, String measure, double value) {
        for (String group : question.groups()) {
            means.merge(group + "\t" + measure, new Mean(1, value), (before, one) -> before.with(value));
        }
    }

    public double share(String group, String measure) {
        Mean mean = means.get(group + "\t" + measure);
        if (mean == null) {
            throw new IllegalArgumentException("Nothing was counted as " + measure + " of " + group);
        }
        return mean.share;
    }

    public static Figures read(Path file) throws IOException {
        var figures = new Figures();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\t");
            figures.means.put(
                    cells[0] + "\t" + cells[1], new Mean(Integer.parseInt(cells[2]), Double.parseDouble(cells[3])));
        }
        return figures;
    }

    /** Puts these figures in a file, in the place of those of the same measures; others stay. */
    public void keep(Path file) throws IOException {
        Map<String, Mean> all = new TreeMap<>(Files.exists(file) ? read(file).means : Map.of());
        List<String> measures =
                means.keySet().stream().map(Figures::measure).distinct().toList();
        all.keySet().removeIf(name -> measures.contains(measure(name)));
        all.putAll(means);
        List<String> lines = new ArrayList<>();
        all.forEach((name, mean) -> lines.add(name + "\t" + mean));
        Files.write(file, lines);
    }

    private static String measure(String name) {
        return name.substring(name.indexOf('\t') + 1);
    }

    /** The figures that are lower than those kept by more than one question makes; each on a line. */
    public List<String> fallen(Figures kept) {
        List<String> fallen = new ArrayList<>();
        means.forEach((name, mean) -> {
            Mean before = kept.means.get(name);
            // plain Lucene is what we compare with, not what we promise
            boolean ours = !name.contains("\tlucene@");
            if (ours && before != null && mean.share < before.share - 1.0 / mean.questions - ROUNDING) {
                fallen.add(String.format(
                        Locale.ROOT, "%s: %.3f, was %.3f", name.replace('\t', ' '), mean.share, before.share));
            }
        });
        return fallen;
    }

    /** A table of the groups that begin so, with the change against the figures kept. */
    public String table(String beginning, List<String> measures, Figures kept) {
        var table = new StringBuilder(String.format("%-24s %4s", beginning, "n"));
        measures.forEach(measure -> table.append(String.format(" %16s", measure)));
        for (String group : means.keySet().stream()
                .map(name -> name.substring(0, name.indexOf('\t')))
                .filter(group -> group.startsWith(beginning))
                .distinct()
                .toList()) {
            List<Mean> row = new ArrayList<>();
            measures.stream()
                    .map(measure -> means.get(group + "\t" + measure))
                    .filter(mean -> mean != null)
                    .forEach(row::add);
            if (row.isEmpty()) {
                continue;
            }
            table.append(String.format("%n%-24s %4d", group, row.getFirst().questions));
            for (String measure : measures) {
                Mean mean = means.get(group + "\t" + measure);
                table.append(
                        String.format(" %16s", mean == null ? "" : cell(mean, kept.means.get(group + "\t" + measure))));
            }
        }
        return table.toString();
    }

    private static String cell(Mean mean, @Nullable Mean before) {
        double change = before == null ? 0 : mean.share - before.share;
        String moved = Math.abs(change) < ROUNDING ? "" : String.format(Locale.ROOT, " %+.1f", 100 * change);
        return String.format(Locale.ROOT, "%.1f", 100 * mean.share) + moved;
    }
}
