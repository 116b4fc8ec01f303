package org.mainforte.knowledge;

import org.mainforte.kernel.Language;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready when the index holds articles and answers. */
@Component("knowledge")
class KnowledgeHealth implements HealthIndicator {
    private final KnowledgeSearch search;
    private final Library library;

    KnowledgeHealth(KnowledgeSearch search, Library library) {
        this.search = search;
        this.library = library;
    }

    @Override
    public Health health() {
        int topics = search.topics();
        search.search("wifi", Language.FR, 1);
        return (topics > 0 ? Health.up() : Health.down())
                .withDetail("topics", topics)
                .withDetail("faults", library.faults().size())
                .build();
    }
}
