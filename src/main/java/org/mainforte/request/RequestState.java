package org.mainforte.request;

import java.util.Locale;

/** The life of a request. Only {@code DRAFTED} may become {@code CONFIRMED}, and only by its own employee. */
public enum RequestState {
    DRAFTED,
    CONFIRMED,
    FULFILLED,
    DECLINED,
    /** A later draft of the same conversation took its place. */
    REPLACED,
    /** Confirmed, but a rule or the world said no: nothing was done. */
    REFUSED;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RequestState of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
