package org.mainforte.markdown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads YAML into plain maps, lists, strings, numbers and booleans; tags, aliases beyond a few and duplicate keys are refused. */
public final class Yaml {
    private Yaml() {}

    /** @throws IllegalArgumentException naming the file and the line when it cannot be read */
    public static Map<String, Object> read(Path file) {
        try {
            return parse(Files.readString(file), file.getFileName().toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + file, unreadable);
        }
    }

    /** @param name what to call the text in an error */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> parse(String text, String name) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(5);
        try {
            Object loaded = new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).load(text);
            if (loaded == null) {
                return Map.of();
            }
            if (loaded instanceof Map<?, ?> map) {
                return (Map<String, Object>) map;
            }
            throw new IllegalArgumentException(name + ": expected “key: value” lines");
        } catch (YAMLException malformed) {
            throw new IllegalArgumentException(name + ": " + malformed.getMessage(), malformed);
        }
    }
}
