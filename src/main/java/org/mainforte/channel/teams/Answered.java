package org.mainforte.channel.teams;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.mainforte.conversation.Conversation;
import org.mainforte.conversation.Conversations;
import org.mainforte.conversation.Feed;
import org.mainforte.kernel.ConversationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Waits until the assistant has answered something, for as long as it is worth waiting. */
@Component
class Answered {
    private static final Logger LOG = LoggerFactory.getLogger(Answered.class);
    private static final long LOOK_MILLIS = 250;

    private final Feed feed;
    private final Conversations conversations;

    Answered(Feed feed, Conversations conversations) {
        this.feed = feed;
        this.conversations = conversations;
    }

    void await(ConversationId id, int said, Duration atMost) {
        Semaphore changes = new Semaphore(0);
        long until = System.nanoTime() + atMost.toNanos();
        try (AutoCloseable watch = feed.watch(id, signal -> changes.release())) {
            while (!answered(id, said) && System.nanoTime() < until) {
                if (changes.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    changes.drainPermits();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (Exception impossible) {
            LOG.warn("A watch of {} could not be closed", id, impossible);
        }
    }

    private boolean answered(ConversationId id, int said) {
        Conversation now = conversations.find(id);
        return now == null || now.answeredSeq() >= said && now.pendingRequest() == null;
    }
}
