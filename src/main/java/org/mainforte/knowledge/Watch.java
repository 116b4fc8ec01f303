package org.mainforte.knowledge;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks at the knowledge base's files every second, so that what a writer saves is said within two. */
@Component
class Watch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long EVERY_MILLIS = 1_000;

    private final KnowledgeSearch search;
    private volatile @Nullable Thread thread;

    Watch(KnowledgeSearch search) {
        this.search = search;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("knowledge-watch").start(this::watch);
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(EVERY_MILLIS);
                search.refresh();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException broken) {
                LOG.error("The knowledge base could not be looked at; what was known before stays in use", broken);
            }
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
