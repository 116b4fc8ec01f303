package org.mainforte.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mainforte.kernel.Language;
import org.mainforte.kernel.SiteId;
import org.mainforte.markdown.Yaml;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Every site of {@code knowledge-base/sites}, one file each. Read at the start; all that is wrong is reported together. */
@Component
public class Sites {
    static final String DESK = "desk.yaml";

    private final Map<String, Site> sites = new TreeMap<>();

    @Autowired
    Sites(SiteSettings settings) {
        this(settings.knowledgeBase());
    }

    /**
     * Reads the sites of a knowledge base.
     *
     * @throws IllegalArgumentException naming every file and field that does not fit
     */
    public Sites(Path knowledgeBase) {
        List<String> wrong = new ArrayList<>();
        for (Path file : files(knowledgeBase.resolve("sites"))) {
            try {
                Site site = new SiteFile(Yaml.read(file), file.getFileName().toString()).site();
                sites.put(site.id().value(), site);
            } catch (IllegalArgumentException unfit) {
                wrong.add(String.valueOf(unfit.getMessage()));
            }
        }
        for (Site site : sites.values()) {
            site.nearby().stream()
                    .filter(near -> !sites.containsKey(near.value()))
                    .forEach(near -> wrong.add(site.id() + ".yaml.nearby: there is no site \"" + near + "\""));
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", wrong));
        }
    }

    /** By id. */
    public Collection<Site> all() {
        return List.copyOf(sites.values());
    }

    public Optional<Site> find(SiteId id) {
        return Optional.ofNullable(sites.get(id.value()));
    }

    /** The one site whose name, in any language, stands in a text; empty when there is none, or more than one. */
    public Optional<Site> named(String text) {
        List<Site> named = sites.values().stream()
                .filter(site -> Stream.of(Language.values()).anyMatch(language -> stands(site.name(language), text)))
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private static boolean stands(String name, String text) {
        return Pattern.compile(
                        "(?<!\\p{L})" + Pattern.quote(name) + "(?!\\p{L})",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }

    /** @throws IllegalStateException when no file describes the site */
    public Site required(SiteId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("There is no sites/" + id + ".yaml"));
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml") && !file.endsWith(DESK))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read the folder " + folder, unreadable);
        }
    }
}
