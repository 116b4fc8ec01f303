package org.mainforte.outside;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A system could not be asked, or nobody knows whether it did what it was asked: no connection, no answer in time, half an
 * answer, an error of its own. It may heal by itself.
 */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final @Nullable Duration retryAfter;
    private final boolean unanswered;

    public Unavailable(String message, @Nullable Throwable cause) {
        this(message, cause, null);
    }

    /** @param retryAfter how long the system asks to be left alone; null when it did not say */
    public Unavailable(String message, @Nullable Throwable cause, @Nullable Duration retryAfter) {
        this(message, cause, retryAfter, false);
    }

    private Unavailable(String message, @Nullable Throwable cause, @Nullable Duration retryAfter, boolean unanswered) {
        super(message, cause);
        this.retryAfter = retryAfter;
        this.unanswered = unanswered;
    }

    /** The system was told what to do, and may still be at it: what is not there yet may be there in a moment. */
    public static Unavailable unanswered(String message, @Nullable Throwable cause) {
        return new Unavailable(message, cause, null, true);
    }

    boolean unanswered() {
        return unanswered;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
