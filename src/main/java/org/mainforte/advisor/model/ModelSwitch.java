package org.mainforte.advisor.model;

import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The operator's switch: as long as a file {@value #FILE} stands in the data folder the model is not asked, and calls under way
 * end within a second. Every instance looks at its own folder.
 */
@Component
class ModelSwitch {
    static final String FILE = "model-off";
    private static final Logger LOG = LoggerFactory.getLogger(ModelSwitch.class);

    private final ModelSettings settings;
    private final Path file;
    private final ModelCalls calls;
    private volatile boolean off;

    ModelSwitch(ModelSettings settings, @Value("${mainforte.data-dir}") Path data, ModelCalls calls) {
        this.settings = settings;
        this.file = data.resolve(FILE);
        this.calls = calls;
        look();
    }

    boolean on() {
        return !off && settings.configured();
    }

    @Scheduled(fixedDelay = 1_000)
    final void look() {
        boolean wanted = Files.exists(file);
        if (wanted != off) {
            off = wanted;
            LOG.info("The model is switched {} ({})", wanted ? "off" : "on", file);
            if (wanted) {
                calls.switchOff();
            } else {
                calls.switchOn();
            }
        }
    }
}
