package org.mainforte.advisor.model;

import dev.langchain4j.http.client.sse.ServerSentEventParsingHandle;

/** One request to the provider; cancelling it closes the connection, whether or not anything has come yet. */
final class Call implements ServerSentEventParsingHandle {
    private boolean cancelled;
    private Runnable close = () -> {};

    /** Says how the request is ended, as soon as it is under way. */
    void underWay(Runnable closing) {
        synchronized (this) {
            if (!cancelled) {
                close = closing;
                return;
            }
        }
        closing.run();
    }

    @Override
    public void cancel() {
        Runnable closing;
        synchronized (this) {
            cancelled = true;
            closing = close;
        }
        closing.run();
    }

    @Override
    public synchronized boolean isCancelled() {
        return cancelled;
    }
}
