package org.mainforte.knowledge.embedding;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The endpoint gave no vectors that can be used. Its own words are never repeated: they may quote what was sent. */
final class EmbeddingFailure extends Exception {
    /** What went wrong. */
    enum Kind {
        UNREACHABLE,
        SLOW,
        /** Too many calls; it asks to be left alone for a while. */
        BUSY,
        /** It says that this very text cannot be taken. */
        TEXT_REFUSED,
        REFUSED,
        NONSENSE;

        String tag() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final transient Kind kind;
    private final transient @Nullable Duration retryAfter;

    EmbeddingFailure(Kind kind, String what) {
        this(kind, what, null);
    }

    EmbeddingFailure(Kind kind, String what, @Nullable Duration retryAfter) {
        super(what);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
