package org.mainforte.knowledge.embedding;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Says how the embeddings are doing; always up, since questions are answered without them. */
@Component("embedding")
class EmbeddingHealth implements HealthIndicator {
    private final MeaningIndex meanings;

    EmbeddingHealth(MeaningIndex meanings) {
        this.meanings = meanings;
    }

    @Override
    public Health health() {
        return Health.status(new Status(Status.UP.getCode(), meanings.condition()))
                .build();
    }
}
