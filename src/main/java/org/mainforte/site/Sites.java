package org.mainforte.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mainforte.kernel.SiteId;
import org.mainforte.markdown.Yaml;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Every site of {@code knowledge-base/sites}, one file each, as saved last; all that is wrong is reported together. */
@Component
public class Sites {
    static final String DESK = "desk.yaml";

    private final LiveFiles<Known> files;

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
        this.files = new LiveFiles<>(knowledgeBase.resolve("sites"), Sites::read);
    }

    private record Known(Map<String, Site> byId, SiteNames names) {}

    private static Known read(List<Path> files) {
        Map<String, Site> sites = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Path file : files) {
            if (file.endsWith(DESK)) {
                continue;
            }
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
        return new Known(sites, new SiteNames(sites.values()));
    }

    /** By id. */
    public Collection<Site> all() {
        return List.copyOf(files.get().byId().values());
    }

    public Optional<Site> find(SiteId id) {
        return Optional.ofNullable(files.get().byId().get(id.value()));
    }

    /** The one site whose name, in any language, stands in a text; empty when there is none, or more than one. */
    public Optional<Site> named(String text) {
        return files.get().names().in(text);
    }

    /** @throws IllegalStateException when no file describes the site */
    public Site required(SiteId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("There is no sites/" + id + ".yaml"));
    }
}
