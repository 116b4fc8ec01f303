package org.mainforte.markdown;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The YAML at the head of a file. Keeps the place where the rest begins. */
record FrontMatter(Map<String, Object> values, int linesTaken) {
    private static final String FENCE = "---";

    static FrontMatter read(List<String> lines, String fileName, Consumer<Fault> faults) {
        if (lines.isEmpty() || !lines.getFirst().strip().equals(FENCE)) {
            faults.accept(new Fault(fileName, 1, "The front matter is missing.", "Begin the file with a line “---”."));
            return new FrontMatter(Map.of(), 0);
        }
        int end = 1;
        while (end < lines.size() && !lines.get(end).strip().equals(FENCE)) {
            end++;
        }
        if (end == lines.size()) {
            faults.accept(new Fault(
                    fileName, 1, "The front matter does not end.", "Put a line “---” after the last “key: value”."));
            return new FrontMatter(Map.of(), end);
        }
        return new FrontMatter(values(lines.subList(1, end), fileName, faults), end + 1);
    }

    private static Map<String, Object> values(List<String> yaml, String fileName, Consumer<Fault> faults) {
        Map<String, Object> values = new LinkedHashMap<>();
        try {
            Yaml.parseAsTyped(String.join("\n", yaml), fileName).forEach((key, value) -> {
                if (value != null) {
                    values.put(key, value instanceof Date day ? day(day) : value);
                }
            });
        } catch (IllegalArgumentException malformed) {
            faults.accept(fault(malformed, fileName));
        }
        return values;
    }

    private static LocalDate day(Date midnight) {
        return midnight.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Fault fault(IllegalArgumentException malformed, String fileName) {
        String remedy = "Put the value in double quotes if it contains a colon, a # or quotation marks.";
        if (malformed.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            int line = marked.getProblemMark().getLine() + 2;
            return new Fault(fileName, line, "The front matter cannot be read: " + marked.getProblem() + ".", remedy);
        }
        return new Fault(fileName, 2, "The front matter cannot be read: " + malformed.getMessage() + ".", remedy);
    }
}
