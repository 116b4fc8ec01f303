package org.mainforte.knowledge.embedding;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;

/** Starts indexes of meaning for tests of other packages. */
public final class Meanings {
    private Meanings() {}

    public static MeaningIndex started(EmbeddingDouble endpoint, Path data, MeterRegistry registry) {
        var settings = new EmbeddingSettings(
                endpoint.baseUrl() + "/", "key-of-the-test", "bag", Duration.ofMillis(500), 8, Duration.ofSeconds(5));
        var index = new MeaningIndex(settings, data, registry);
        index.start();
        return index;
    }

    /** Until every text has its vector. */
    public static void complete(MeaningIndex index) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            String[] words = index.condition().split(" ");
            return !words[0].equals("0") && words[0].equals(words[2]);
        });
    }
}
