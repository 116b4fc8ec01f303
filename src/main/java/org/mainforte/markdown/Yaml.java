package org.mainforte.markdown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

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
    public static Map<String, Object> parse(String text, String name) {
        return load(text, name, new Resolver());
    }

    /** The same, but only days are understood: numbers, codes and words such as “yes” stay text as they were typed. */
    static Map<String, Object> parseAsTyped(String text, String name) {
        return load(text, name, new DaysOnly());
    }

    private static final class DaysOnly extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.TIMESTAMP, TIMESTAMP, "0123456789");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> load(String text, String name, Resolver resolver) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(5);
        var writing = new DumperOptions();
        try {
            Object loaded = new org.yaml.snakeyaml.Yaml(
                            new SafeConstructor(options), new Representer(writing), writing, options, resolver)
                    .load(text);
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
