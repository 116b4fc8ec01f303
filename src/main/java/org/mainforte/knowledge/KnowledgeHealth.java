package org.mainforte.knowledge;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Ready when questions can be answered; out of service, with a sentence, while the library is read again. */
@Component("knowledge")
class KnowledgeHealth implements HealthIndicator {
    private static final Status READING = new Status(
            Status.OUT_OF_SERVICE.getCode(), "The library is being read again; questions can be answered in a moment.");
    private static final Status EMPTY = new Status(
            Status.OUT_OF_SERVICE.getCode(), "No article could be read. Check the setting mainforte.knowledge-base.");
    private static final Status FROM_MEMORY = new Status(
            Status.UP.getCode(),
            "Files of the knowledge base are gone or cannot be read; what was known before stays in use.");

    private final KnowledgeSearch search;
    private final Library library;

    KnowledgeHealth(KnowledgeSearch search, Library library) {
        this.search = search;
        this.library = library;
    }

    @Override
    public Health health() {
        int topics;
        try {
            topics = search.topics();
        } catch (ReadingAgain meanwhile) {
            return Health.status(READING).build();
        }
        Status status = topics == 0 ? EMPTY : library.lost().isEmpty() ? Status.UP : FROM_MEMORY;
        return Health.status(status)
                .withDetail("topics", topics)
                .withDetail("faults", library.faults().size())
                .withDetail("lost", library.lost())
                .build();
    }
}
