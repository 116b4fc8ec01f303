package org.mainforte.conversation;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mainforte.kernel.ConversationId;

/** The attention given to one turn. */
final class Listening implements Attention {
    private final ConversationId conversation;
    private final int seq;
    private final Feed feed;
    private final long since = System.nanoTime();
    private @Nullable Ending ending;
    private @Nullable Consumer<Ending> action;
    private boolean wasWatched;
    private long unwatchedSince = -1;

    Listening(ConversationId conversation, int seq, Feed feed) {
        this.conversation = conversation;
        this.seq = seq;
        this.feed = feed;
    }

    int seq() {
        return seq;
    }

    long nanosSinceBegin() {
        return System.nanoTime() - since;
    }

    @Override
    public void delta(String text) {
        show(text, false);
    }

    @Override
    public void anew() {
        show("", true);
    }

    private void show(String text, boolean anew) {
        boolean watched = feed.isWatched(conversation);
        synchronized (this) {
            if (ending != null) {
                return;
            }
            wasWatched |= watched;
        }
        feed.tell(conversation, new Feed.Signal.Delta(seq, text, anew));
    }

    @Override
    public void whenEnded(Consumer<Ending> wanted) {
        Ending already;
        synchronized (this) {
            action = wanted;
            already = ending;
        }
        if (already != null) {
            wanted.accept(already);
        }
    }

    /** Ends it; only the first reason counts. */
    void end(Ending reason) {
        Consumer<Ending> wanted;
        synchronized (this) {
            if (ending != null) {
                return;
            }
            ending = reason;
            wanted = action;
        }
        if (wanted != null) {
            wanted.accept(reason);
        }
    }

    /**
     * Notes whether somebody reads along. Only a reader who was here can leave: another instance may have the readers, or the
     * channel none.
     *
     * @return how long in nanoseconds there has been nobody, after there was somebody
     */
    synchronized long unwatched(boolean watchedNow) {
        if (watchedNow) {
            wasWatched = true;
            unwatchedSince = -1;
        } else if (wasWatched && unwatchedSince < 0) {
            unwatchedSince = System.nanoTime();
        }
        return unwatchedSince < 0 ? 0 : System.nanoTime() - unwatchedSince;
    }
}
